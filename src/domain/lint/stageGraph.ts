import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { OutcomeId, StageId } from "../identity.ts";

/** One way on from a stage. */
export interface Edge {
  readonly from: StageId;
  readonly to: StageId;
}

/**
 * Every way on that the engine knows in a procedure: outcomes, the exit of a vote that cannot be quorate, and the exit where a party is a
 * member of a body that may then not decide.
 */
export function edgesOf(rulebook: Rulebook, procedure: string): readonly Edge[] {
  const stages = rulebook.procedures[procedure]?.stages ?? {};
  const party = rulebook.conflicts.party_in_body;
  const edges = Object.entries(stages).flatMap(([from, stage]): readonly Edge[] => {
    const next = endingOutcomes(stages, from).flatMap((outcome) =>
      stage.kind === "closed" ? [] : [stage.outcomes[outcome]?.then ?? from],
    );
    const instead = party === undefined || !next.some((to) => party.blocks.includes(to)) ? [] : [party.exit];
    return [...next, ...instead, ...quorumExits(rulebook, stage)].map((to) => ({ from, to }));
  });
  return edges.filter(({ to }) => to in stages);
}

function quorumExits(rulebook: Rulebook, stage: Stage): readonly StageId[] {
  if (stage.kind !== "vote") return [];
  return Object.values(stage.motions).flatMap((motion) => {
    const rule = rulebook.votes[motion.vote];
    return rule?.method === "motion" && rule.quorum !== undefined ? (rule.unreachable_quorum ?? []) : [];
  });
}

type Stages = Rulebook["procedures"][string]["stages"];

/**
 * The outcomes that can end a stage: of a vote those that a motion leads to, of a delivery the first, otherwise those whose needs can be
 * met.
 */
export function endingOutcomes(stages: Stages, id: StageId): readonly OutcomeId[] {
  const stage = stages[id];
  if (stage === undefined || stage.kind === "closed") return [];
  const outcomes = Object.keys(stage.outcomes);
  if (stage.kind === "vote") {
    const led = new Set(Object.values(stage.motions).map((motion) => motion.outcome));
    return outcomes.filter((outcome) => led.has(outcome));
  }
  if (stage.kind === "notify") return outcomes.slice(0, 1);
  if (stage.kind === "external") return outcomes;
  return outcomes.filter((outcome) => maySummonBefore(stages, id) || !needsSummons(stages, id, outcome));
}

/** Whether an outcome waits for somebody to have been summoned. */
export function needsSummons(stages: Stages, id: StageId, outcome: OutcomeId): boolean {
  const stage = stages[id];
  const needs = stage === undefined || stage.kind === "closed" ? [] : (stage.outcomes[outcome]?.needs ?? []);
  return needs.includes("summoned") || needs.includes("attempts_used");
}

/** Whether anybody can be summoned at this stage or at one that may come before it. */
function maySummonBefore(stages: Stages, id: StageId): boolean {
  const edges = Object.entries(stages).flatMap(([from, stage]) =>
    stage.kind === "closed" ? [] : Object.values(stage.outcomes).map(({ then }) => ({ from, to: then })),
  );
  return Object.entries(stages).some(
    ([from, stage]) =>
      stage.kind !== "closed" &&
      stage.kind !== "vote" &&
      stage.summons !== undefined &&
      reachedFrom(edges, from).has(id),
  );
}

/** The stages that can be reached from one, itself among them, without entering some. */
export function reachedFrom(
  edges: readonly Edge[],
  start: StageId,
  avoiding: ReadonlySet<StageId> = new Set(),
): ReadonlySet<StageId> {
  const reached = new Set(avoiding.has(start) ? [] : [start]);
  for (const stage of reached)
    for (const { from, to } of edges) if (from === stage && !avoiding.has(to)) reached.add(to);
  return reached;
}

/** Whether a case can still be closed from a stage, without entering some. */
export function leadsOut(
  rulebook: Rulebook,
  procedure: string,
  start: StageId,
  avoiding: ReadonlySet<StageId> = new Set(),
): boolean {
  const stages = rulebook.procedures[procedure]?.stages ?? {};
  const reached = reachedFrom(edgesOf(rulebook, procedure), start, avoiding);
  return [...reached].some((stage) => stages[stage]?.kind === "closed");
}
