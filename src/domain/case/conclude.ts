import type { Temporal } from "temporal-polyfill";

import type { Rulebook, StageOutcome } from "../../rulebook/rulebook.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { OutcomeId, RuleId, StageId, StatementId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import type { Entry } from "./entry.ts";
import { nextStage, readStage } from "./stages.ts";

/** What an officer can conclude the present stage with. */
export interface PossibleOutcome {
  readonly outcome: OutcomeId;
  readonly next: StageId;
  readonly needs: StageOutcome["needs"];
  /** What stands in the way now, apart from what the officer is yet to enter. */
  readonly blocked: Refusal | undefined;
}

/** The outcomes of the present stage, each with what still stands in its way. None where a vote or a delivery decides. */
export function possibleOutcomes(rulebook: Rulebook, current: Case, at: Temporal.Instant): readonly PossibleOutcome[] {
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed" || stage.kind === "vote" || stage.kind === "notify" || stage.kind === "external")
    return [];
  const offered = Object.entries(stage.outcomes).filter(([, rule]) => !isForUnknown(current, rule));
  return offered.map(([outcome, rule]) => ({
    outcome,
    next: nextStage(rulebook, current, rule),
    needs: rule.needs,
    blocked: findBlock(rulebook, current, rule, at),
  }));
}

export interface Conclusion {
  readonly outcome: OutcomeId;
  readonly rules: readonly RuleId[];
  readonly reasons: StatementId | undefined;
}

/** Concludes the present stage: refused while a guard of the outcome is not met, or where the outcome is not one of this stage. */
export function concludeStage(
  rulebook: Rulebook,
  current: Case,
  conclusion: Conclusion,
  at: Temporal.Instant,
): Entry | Refusal {
  const stage = readStage(rulebook, current);
  const possible = possibleOutcomes(rulebook, current, at).find((each) => each.outcome === conclusion.outcome);
  const rule = stage.kind === "closed" ? undefined : stage.outcomes[conclusion.outcome];
  if (possible === undefined && rule !== undefined && isForUnknown(current, rule))
    return { refused: "respondent-known", clause: stage.clause };
  if (possible === undefined) return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (possible.blocked !== undefined) return possible.blocked;
  if (possible.needs.includes("rule_cited") && conclusion.rules.length === 0)
    return { refused: "no-rule-cited", clause: stage.clause };
  if (possible.needs.includes("reasons") && conclusion.reasons === undefined)
    return { refused: "no-reasons", clause: stage.clause };
  return {
    kind: "stage-concluded",
    stage: current.stage.stage,
    outcome: conclusion.outcome,
    next: possible.next,
    rules: conclusion.rules,
    reasons: conclusion.reasons,
  };
}

/** Whether an outcome is only for a case of which nobody knows whom it is about, and this one is not. */
function isForUnknown(current: Case, rule: StageOutcome): boolean {
  return rule.needs.includes("no_respondent") && partiesOf(current, "respondent").length > 0;
}

function findBlock(rulebook: Rulebook, current: Case, rule: StageOutcome, at: Temporal.Instant): Refusal | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed" || stage.kind === "vote") return undefined;
  const { clause } = stage;
  const open = stage.tasks.map((task) => task.id).filter((task) => !current.stage.tasksDone.includes(task));
  if (rule.needs.includes("tasks_done") && open.length > 0) return { refused: "tasks-open", tasks: open, clause };
  if (rule.needs.includes("summoned") && current.summons.length === 0) return { refused: "not-summoned", clause };
  if (!rule.needs.includes("attempts_used")) return undefined;
  const needed = stage.summons?.attempts ?? 1;
  if (current.summons.length < needed)
    return { refused: "attempts-left", made: current.summons.length, needed, clause };
  const last = current.summons.at(-1)?.on;
  if (last !== undefined && localDay(rulebook, at).toString() <= last)
    return { refused: "summons-pending", until: last, clause };
  return undefined;
}
