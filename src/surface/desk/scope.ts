import type { Done } from "../../application/actOnCase.ts";
import { scopeOf, suggestedByScope } from "../../domain/case/scope.ts";
import { valueOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { suggestionText } from "../scopeText.ts";
import { NO_SITUATION } from "./scopeForms.ts";
import { openForm, submission } from "./submission.ts";
import type { Said } from "./submission.ts";
import { requestOf } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** What was said, and what suggests itself where no situation applies. */
function judged({ citation, speech }: Visit, _: FormValues, { current, rulebook }: Done): Said {
  const { say, name } = speech;
  const situation = current.scope?.situation;
  if (situation !== undefined) return { text: say("done.scope", { situation: name("situation", situation) }) };
  const clause = scopeOf(rulebook, current)?.clause ?? "";
  return { text: suggestionText(suggestedByScope(rulebook, current), clause, citation, speech) };
}

/** Whoever assesses a case says whether it is one that the procedure is for. */
export const scopeActs: Readonly<Record<string, Act>> = {
  "case.scope": (visit, target) => openForm(visit, target, "situation"),
};

export const scopeForms: Readonly<Record<string, Submission>> = {
  situation: submission(
    "situation",
    (visit, ref, answers) => {
      const chosen = valueOf(answers, "situation");
      const situation = chosen === NO_SITUATION ? undefined : chosen;
      return visit.acts.judgeScope(requestOf(visit, ref), situation, valueOf(answers, "text"));
    },
    judged,
  ),
};
