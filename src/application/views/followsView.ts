import type { Case } from "../../domain/case/case.ts";
import { nextStage, readProcedure } from "../../domain/case/stages.ts";
import { isFinalOutcome } from "../../domain/challenges/finality.ts";
import type { OutcomeId, StageId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** What comes after an outcome: nothing that could be challenged, or the stage at which the case goes on, where the notice has to say it. */
export interface FollowsView {
  readonly isFinal: boolean;
  readonly next: StageId | undefined;
}

/**
 * What a notice of an outcome says of what comes next.
 * @param contains what has to stand in the notice
 */
export function followsView(
  rulebook: Rulebook,
  current: Case,
  stage: StageId,
  outcome: OutcomeId,
  contains: readonly string[],
): FollowsView {
  const { stages } = readProcedure(rulebook, current);
  const rule = stages[stage];
  const ended = rule === undefined || rule.kind === "closed" ? undefined : rule.outcomes[outcome];
  const next = ended === undefined ? undefined : nextStage(rulebook, current, ended);
  const kind = next === undefined ? undefined : stages[next]?.kind;
  const goesOn = contains.includes("next_step") && kind !== "closed" && kind !== "notify" && next !== stage;
  return { isFinal: isFinalOutcome(rulebook, current, stage, outcome), next: goesOn ? next : undefined };
}
