import { valueOf } from "../form.ts";
import { openForm, press, submission } from "./submission.ts";
import { requestOf } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

const answer = (isAgreed: boolean): Act =>
  press(
    (visit, { case: ref, choice }) =>
      visit.acts.answerAgreement(requestOf(visit, ref), choice === "" ? undefined : choice, isAgreed),
    isAgreed ? "done.agreement.agree" : "done.agreement.refuse",
  );

export const agreementActs: Readonly<Record<string, Act>> = {
  "agreement.ask": (visit, target) => openForm(visit, target, "agreement"),
  "agreement.agree": answer(true),
  "agreement.refuse": answer(false),
  "agreement.leave": press(
    (visit, { case: ref }) => visit.acts.leaveAgreement(requestOf(visit, ref)),
    "done.agreement.leave",
  ),
};

export const agreementForms: Readonly<Record<string, Submission>> = {
  agreement: submission(
    "agreement",
    (visit, ref, answers) => visit.acts.askAgreement(requestOf(visit, ref), valueOf(answers, "text")),
    "done.agreement.ask",
  ),
};
