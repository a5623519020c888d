import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import type { OutcomeId, StageId } from "../identity.ts";

/** Whether nothing can be challenged any more in a case, because of how it ended or of the procedure by which it went. */
export function isFinal(rulebook: Rulebook, current: Case): boolean {
  const last = current.concluded.findLast(({ outcome }) => outcome !== undefined);
  if (!isClosed(rulebook, current) || last?.outcome === undefined) return false;
  return isFinalOutcome(rulebook, current, last.stage, last.outcome);
}

/** Whether nothing can be challenged after an outcome of a stage. */
export function isFinalOutcome(rulebook: Rulebook, current: Case, stage: StageId, outcome: OutcomeId): boolean {
  const { final, stages } = readProcedure(rulebook, current);
  const rule = stages[stage];
  const isOwn = rule !== undefined && rule.kind !== "closed" && rule.outcomes[outcome]?.final === true;
  return final === true || isOwn;
}
