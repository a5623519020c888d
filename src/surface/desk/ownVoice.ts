import { valueOf } from "../form.ts";
import { openForm, submission } from "./submission.ts";
import { requestOf } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";
import { readCompanion, REPORT } from "./voiceFields.ts";

/** What parties and those who handle the case do so that parties speak for themselves. */
export const ownVoiceActs: Readonly<Record<string, Act>> = {
  "evidence.return": (visit, target) => openForm(visit, target, "giveback", target.choice),
  "mycase.companion": (visit, target) => openForm(visit, target, "companion"),
};

export const ownVoiceForms: Readonly<Record<string, Submission>> = {
  giveback: submission(
    "giveback",
    (visit, ref, answers) => {
      const what = valueOf(answers, "what");
      const item = what === REPORT ? undefined : what;
      return visit.acts.returnSubmission(requestOf(visit, ref), item, valueOf(answers, "text"));
    },
    "done.evidence.return",
  ),
  companion: submission(
    "companion",
    (visit, ref, answers) => {
      const { delivery } = visit;
      const chosen = readCompanion(answers);
      const account = delivery.kind === "submit" && chosen !== undefined ? delivery.people[chosen] : undefined;
      return visit.acts.nameCompanion(requestOf(visit, ref), account);
    },
    "done.mycase.companion",
  ),
};
