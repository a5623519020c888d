import { possibleOutcomes } from "../case/conclude.ts";
import type { Entry } from "../case/entry.ts";
import { findingHere, findsFirst } from "../case/priors.ts";
import { readStage } from "../case/stages.ts";
import { findNotChosen } from "../parties/stageOwners.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

/**
 * It is found which rules were broken, before those who decide learn of anything earlier and before anything is imposed. It is not taken
 * back.
 */
export function decideFinding(
  { rulebook, current, caller, at }: Standing,
  { rules, reasons }: Extract<Act, { kind: "find" }>,
): readonly Entry[] | Refusal {
  const { clause } = readStage(rulebook, current);
  const { stage } = current.stage;
  if (!findsFirst(rulebook, current)) return { refused: "not-at-this-stage", stage, clause };
  if (findingHere(current) !== undefined) return { refused: "already-done" };
  const notChosen = findNotChosen(rulebook, current, caller);
  if (notChosen !== undefined) return notChosen;
  const asked = possibleOutcomes(rulebook, current, at).some(({ asksConflict }) => asksConflict);
  if (asked && !current.cleared.includes(caller))
    return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  const unfit = rules.filter((rule) => rulebook.rules[rule]?.sanctionable !== true);
  if (rules.length === 0) return { refused: "no-finding", clause };
  if (unfit.length > 0) return { refused: "not-sanctionable", rules: unfit, clause };
  return [{ kind: "finding-made", stage, rules, reasons }];
}
