import type { Temporal } from "temporal-polyfill";

import type { StageId } from "../identity.ts";
import type { Case, Decision } from "./case.ts";
import type { Entry } from "./entry.ts";

export function afterDecision(next: Case, decision: Decision, stage: StageId): Case {
  const { made, outcome, findings } = decision;
  return {
    ...next,
    decisions: [...next.decisions, decision],
    decision,
    findings: decision.vote === undefined && findings.length > 0 ? findings : next.findings,
    concluded: [...next.concluded, { stage: decision.stage, outcome, at: made, decision: decision.id }],
    stage: { stage, opened: made, tasksDone: [] },
  };
}

export function decidedByVote(
  current: Case,
  entry: Extract<Entry, { kind: "decided" }>,
  made: Temporal.Instant,
): Decision {
  const { vote: id, outcome, sanction } = entry;
  const vote = current.votes.find((each) => each.vote === id);
  return {
    id,
    made,
    stage: current.stage.stage,
    vote: id,
    outcome,
    findings: vote?.findings ?? [],
    severity: vote?.severity,
    sanction,
    lasts: vote?.lasts,
    scope: vote?.scope,
    conditions: vote?.conditions,
    reasons: vote?.reasons,
    because: vote?.because,
  };
}
