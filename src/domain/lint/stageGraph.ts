import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { OutcomeId, StageId } from "../identity.ts";
import { oncePer } from "../oncePer.ts";

/** One way on from a stage. */
export interface Edge {
  readonly from: StageId;
  readonly to: StageId;
  /** The challenge by which it is gone, where it is not the outcome itself that leads there. */
  readonly challenge?: string;
}

/**
 * Every way on in a procedure: outcomes, the challenges that can follow them, the exit of a vote that cannot be quorate, and the exit where
 * a party is a member of a body that may then not decide.
 */
export function edgesOf(rulebook: Rulebook, procedure: string): readonly Edge[] {
  return edgesIn(rulebook).get(procedure) ?? [];
}

/** Every way on in every procedure. */
const edgesIn = oncePer(
  (rulebook: Rulebook): ReadonlyMap<string, readonly Edge[]> =>
    new Map(Object.entries(rulebook.procedures).map(([id, { stages }]) => [id, edgesBetween(rulebook, stages)])),
);

function edgesBetween(rulebook: Rulebook, stages: Stages): readonly Edge[] {
  const party = rulebook.conflicts.party_in_body;
  const edges = Object.entries(stages).flatMap(([from, stage]): readonly Edge[] => {
    const next = endingOutcomes(stages, from).flatMap((outcome) =>
      stage.kind === "closed" ? [] : [stage.outcomes[outcome]?.then ?? from],
    );
    const instead = party === undefined || !next.some((to) => party.blocks.includes(to)) ? [] : [party.exit];
    return [
      ...[...next, ...instead, ...quorumExits(rulebook, stage)].map((to) => ({ from, to })),
      ...challengesAfter(rulebook, stages, from).map(({ challenge, to }) => ({ from, to, challenge })),
    ];
  });
  return edges.filter(({ to }) => to in stages);
}

/** The stages with which a case may begin. */
export function startsOf({ procedures, intake }: Rulebook, procedure: string): readonly StageId[] {
  const rule = procedures[procedure];
  if (rule === undefined) return [];
  const routes = intake.report.routes.filter((route) => route.procedure === procedure);
  const others = routes.flatMap(({ starts }) => starts ?? []);
  return [...new Set([rule.starts, ...others, ...(rule.may_start_at?.stages ?? [])])];
}

/** The edges that go on from a start: of those that return to a stage on the way there, none. */
export function withoutReturns(edges: readonly Edge[], start: StageId): readonly Edge[] {
  const kept: Edge[] = [];
  const done = new Set<StageId>();
  const visit = (stage: StageId, way: ReadonlySet<StageId>) => {
    if (done.has(stage)) return;
    for (const edge of edges.filter(({ from, to }) => from === stage && !way.has(to))) {
      kept.push(edge);
      visit(edge.to, new Set([...way, edge.to]));
    }
    done.add(stage);
  };
  visit(start, new Set([start]));
  return kept;
}

/** Where the challenges lead that can follow the outcomes of a stage; of one that can be refused, also those that can follow that. */
function challengesAfter(rulebook: Rulebook, stages: Stages, id: StageId) {
  const stage = stages[id];
  if (stage === undefined || stage.kind === "closed") return [];
  const outcomes = endingOutcomes(stages, id);
  const named = new Set(outcomes.flatMap((outcome) => stage.outcomes[outcome]?.challenge ?? []));
  const against = Object.entries(rulebook.challenges)
    .filter(([, rule]) => rule.against.some((outcome) => outcomes.includes(outcome)))
    .map(([challenge]) => challenge);
  const following = new Set([...named, ...against]);
  for (const challenge of following) {
    const next = rulebook.challenges[challenge]?.if_refused;
    if (next !== undefined) following.add(next);
  }
  return [...following].flatMap((challenge) => {
    const to = rulebook.challenges[challenge]?.heard_at;
    return to === undefined ? [] : [{ challenge, to }];
  });
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
  return outcomes.filter((outcome) => !needsSummons(stages, id, outcome) || summonedBefore(stages).has(id));
}

/** Whether an outcome waits for somebody to have been summoned. */
export function needsSummons(stages: Stages, id: StageId, outcome: OutcomeId): boolean {
  const stage = stages[id];
  const needs = stage === undefined || stage.kind === "closed" ? [] : (stage.outcomes[outcome]?.needs ?? []);
  return needs.includes("summoned") || needs.includes("attempts_used");
}

/** The stages at which anybody can be summoned, and those that may come after one. */
const summonedBefore = oncePer((stages: Stages): ReadonlySet<StageId> => {
  const edges = Object.entries(stages).flatMap(([from, stage]) =>
    stage.kind === "closed" ? [] : Object.values(stage.outcomes).map(({ then }) => ({ from, to: then })),
  );
  const summoning = Object.entries(stages).filter(
    ([, stage]) => stage.kind !== "closed" && stage.kind !== "vote" && stage.summons !== undefined,
  );
  return new Set(summoning.flatMap(([from]) => [...reachedFrom(edges, from)]));
});

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
