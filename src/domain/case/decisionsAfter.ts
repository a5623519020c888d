import type { Temporal } from "temporal-polyfill";

import type { DecisionId, StageId } from "../identity.ts";
import type { Case, Decision } from "./case.ts";
import type { Entry, Recorded } from "./entry.ts";

type DecisionEntry = Extract<Entry, { kind: "decided" | "decided-by-officers" | "decisions-replaced" }>;
type Decided = Pick<Case, "decisions" | "decision" | "findings" | "concluded" | "stage">;

/** What of a case changes with a decision on the complaint, or when others take its place. */
export function decisionsAfter(
  current: Case,
  entry: DecisionEntry,
  { at, by }: Pick<Recorded, "at" | "by">,
): Partial<Decided> {
  switch (entry.kind) {
    case "decided":
      return withDecision(current, decidedByVote(current, entry, at), entry.next);
    case "decided-by-officers": {
      const { kind: _, decision: id, next, lasts, ...found } = entry;
      const officer = by.kind === "person" ? by.person : undefined;
      return withDecision(current, { id, made: at, vote: undefined, lasts, ...found, by: officer }, next);
    }
    case "decisions-replaced":
      return replaced(current, entry.decisions, at);
  }
}

function withDecision(current: Case, decision: Decision, stage: StageId): Decided {
  const { made, outcome, findings } = decision;
  return {
    decisions: [...current.decisions, decision],
    decision,
    findings: decision.vote === undefined && findings.length > 0 ? findings : current.findings,
    concluded: [...current.concluded, { stage: decision.stage, outcome, at: made, decision: decision.id }],
    stage: { stage, opened: made, tasksDone: [] },
  };
}

/** They are void from then on; the decision that was made at the same moment stands in their place. */
function replaced(current: Case, ids: readonly DecisionId[], at: Temporal.Instant): Partial<Decided> {
  const isReplaced = ({ id }: Decision) => ids.includes(id);
  const replacedBy = current.decisions.findLast((each) => !isReplaced(each) && each.made.equals(at))?.id;
  const decisions = current.decisions.map((each) => (isReplaced(each) ? { ...each, quashed: at, replacedBy } : each));
  return { decisions, decision: decisions.at(-1) };
}

function decidedByVote(current: Case, entry: Extract<Entry, { kind: "decided" }>, made: Temporal.Instant): Decision {
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
    letter: vote?.letter,
    because: vote?.because,
  };
}
