import type { Entry } from "../case/entry.ts";
import { scopeOf } from "../case/scope.ts";
import { readStage } from "../case/stages.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

/**
 * Whoever assesses a case says which situation applies that the procedure is for, or that none does. Nothing follows from it but what is
 * suggested; said again it takes the place of what was said before. Refused where the procedure is for anything, and once the case is over.
 */
export function decideScope(
  { rulebook, current }: Standing,
  { situation, statement }: Extract<Act, { kind: "judge-scope" }>,
): readonly Entry[] | Refusal {
  const scope = scopeOf(rulebook, current);
  if (scope === undefined) return { refused: "nothing-here" };
  const { kind, clause } = readStage(rulebook, current);
  if (kind === "closed") return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  if (situation !== undefined && !scope.any_of.includes(situation)) return { refused: "nothing-here" };
  const isSame = current.scope !== undefined && current.scope.situation === situation;
  if (isSame && statement === undefined) return { refused: "already-done" };
  return [{ kind: "scope-judged", situation, statement }];
}
