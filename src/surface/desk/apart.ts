import type { EnteredAs } from "../../application/acts/apart.ts";
import { isBeforeThem, waitsForOfficers } from "../../domain/case/apart.ts";
import { nothingHere as nothing } from "../../domain/why/unblock.ts";
import { apartCard } from "../cards/apartCard.ts";
import { valueOf } from "../form.ts";
import { EACH, ENTERED } from "./apartForms.ts";
import { openForm, press, submission } from "./submission.ts";
import { isRefused, refused, requestOf } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

/** Whether both sides are kept apart, and one of the things that they said to each other. */
const show: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, citation, speech } = visit;
  const view = await acts.openApart(delivery.caller, ref, Number.parseInt(choice, 10) || 1);
  if (isRefused(view)) return refused(visit, view);
  return { kind: choice === "" ? "note" : "instead", card: apartCard(view, citation, speech) };
};

/** What they said stands in the form, to be passed on as it is or in other words; by command what waits is shown first. */
const pass: Act = async (visit, target) => {
  if (target.choice === "") return show(visit, target);
  const answer = await openForm(visit, target, "passon", target.choice);
  if (answer.kind !== "form") return answer;
  const said = await visit.acts.wordsAcross(visit.delivery.caller, target.case, target.choice);
  const fields = answer.form.fields.map((field) =>
    field.id === "text" ? { ...field, value: field.value ?? said } : field,
  );
  return { kind: "form", form: { ...answer.form, fields } };
};

const close = press(
  (visit, { case: ref, choice }) => visit.acts.closeQuestion(requestOf(visit, ref), choice),
  "done.apart.close",
);

const agree = (isAgreed: boolean): Act =>
  press(
    (visit, { case: ref, choice }) => visit.acts.agreeWording(requestOf(visit, ref), choice || undefined, isAgreed),
    isAgreed ? "done.apart.agree" : "done.apart.refuse",
  );

export const apartActs: Readonly<Record<string, Act>> = {
  "apart.show": show,
  "apart.begin": (visit, target) => openForm(visit, target, "keepapart"),
  "apart.end": (visit, target) => openForm(visit, target, "endapart"),
  "apart.contact": (visit, target) => openForm(visit, target, "contact"),
  "apart.enter": (visit, target) => openForm(visit, target, "enterwords"),
  "apart.pass": pass,
  "apart.hold": (visit, target) =>
    target.choice === "" ? show(visit, target) : openForm(visit, target, "holdback", target.choice),
  "apart.close": (visit, target) => (target.choice === "" ? show(visit, target) : close(visit, target)),
  "apart.ask": (visit, target) => openForm(visit, target, "across"),
  "apart.answer": (visit, target) => openForm(visit, target, "acrossback", target.choice),
  "apart.decline": press(
    (visit, { case: ref, choice }) => visit.acts.declineAcross(requestOf(visit, ref), choice || undefined),
    "done.apart.decline",
  ),
  "apart.agree": agree(true),
  "apart.refuse": agree(false),
};

const enteredAs = (value: string): EnteredAs | undefined => ENTERED.find((each) => each === value);

export const apartForms: Readonly<Record<string, Submission>> = {
  keepapart: submission(
    "keepapart",
    (visit, ref, answers) => visit.acts.keepApart(requestOf(visit, ref), valueOf(answers, "text")),
    "done.apart.begin",
  ),
  endapart: submission(
    "endapart",
    (visit, ref, answers) => visit.acts.endApart(requestOf(visit, ref), valueOf(answers, "text")),
    "done.apart.end",
  ),
  contact: submission(
    "contact",
    (visit, ref, answers) =>
      visit.acts.noteContact(requestOf(visit, ref), valueOf(answers, "party"), valueOf(answers, "text")),
    "done.apart.contact",
  ),
  enterwords: submission(
    "enterwords",
    (visit, ref, answers) => {
      const as = enteredAs(valueOf(answers, "as"));
      if (as === undefined) return Promise.resolve(nothing);
      return visit.acts.enterWords(requestOf(visit, ref), valueOf(answers, "party"), as, valueOf(answers, "text"));
    },
    "done.apart.enter",
  ),
  passon: submission(
    "passon",
    (visit, ref, answers, words) => {
      const to = valueOf(answers, "party");
      return visit.acts.passOn(
        requestOf(visit, ref),
        words,
        to === EACH || to === "" ? undefined : to,
        valueOf(answers, "text"),
      );
    },
    ({ speech: { say } }, _, { current }) => {
      const isAsked = current.apart.words.some(
        (said) => isBeforeThem(said) && waitsForOfficers(said) && said.wording?.at.equals(current.active) === true,
      );
      return { text: say(isAsked ? "done.apart.wording" : "done.apart.pass") };
    },
  ),
  holdback: submission(
    "holdback",
    (visit, ref, answers, words) => visit.acts.holdBack(requestOf(visit, ref), words, valueOf(answers, "text")),
    "done.apart.hold",
  ),
  across: submission(
    "across",
    (visit, ref, answers) => visit.acts.askAcross(requestOf(visit, ref), valueOf(answers, "text")),
    "done.apart.ask",
  ),
  acrossback: submission(
    "acrossback",
    (visit, ref, answers, question) =>
      visit.acts.answerAcross(requestOf(visit, ref), question || undefined, valueOf(answers, "text")),
    "done.apart.answer",
  ),
};
