import type { Procedure, Rulebook, Stage, VoteStage } from "../../rulebook/rulebook.ts";
import type { BodyId } from "../identity.ts";
import type { Hands } from "./handEntries.ts";

/** The vote by which a body decides a stage that it was given: the first on motions of which its members are the electorate. */
export function findVoteOf(rulebook: Rulebook, body: BodyId): string | undefined {
  return Object.entries(rulebook.votes).find(
    ([, vote]) => vote.method === "motion" && vote.electorate.kind === "body" && vote.electorate.id === body,
  )?.[0];
}

/** What was made of a procedure, so that the same stage of a case is one thing wherever it is read. */
const made = new WeakMap<Hands["chosen"], WeakMap<Procedure, Procedure>>();

/** The procedure of a case, in which every stage that was given to a body is decided by its vote: each outcome is a motion. */
export function withChosenBodies(rulebook: Rulebook, procedure: Procedure, hands: Hands | undefined): Procedure {
  if (hands === undefined || hands.chosen.every(({ to }) => to.kind === "person")) return procedure;
  const before = made.get(hands.chosen) ?? new WeakMap<Procedure, Procedure>();
  made.set(hands.chosen, before);
  const known = before.get(procedure) ?? makeVotes(rulebook, procedure, hands.chosen);
  before.set(procedure, known);
  return known;
}

function makeVotes(rulebook: Rulebook, procedure: Procedure, chosen: Hands["chosen"]): Procedure {
  const given = chosen.flatMap(({ stage: id, to }) => {
    const stage = procedure.stages[id];
    const vote = to.kind === "body" ? findVoteOf(rulebook, to.body) : undefined;
    if (to.kind !== "body" || stage === undefined || vote === undefined) return [];
    return [[id, asVote(stage, to.body, vote)] as const];
  });
  return { ...procedure, stages: { ...procedure.stages, ...Object.fromEntries(given) } };
}

/** Its members decide knowing the names, as whoever might have been chosen in their place does. */
function asVote(stage: Stage, body: BodyId, vote: string): Stage {
  if (stage.kind === "closed" || stage.kind === "vote") return stage;
  const { clause, outcomes, tasks, target } = stage;
  const owner = { kind: "body", id: body } as const;
  const motions: VoteStage["motions"] = Object.fromEntries(
    Object.entries(outcomes).map(([outcome, { sanctions }]) => [
      outcome,
      { vote, requires: sanctions === undefined ? [] : (["finding", "one_sanction"] as const).slice(), outcome },
    ]),
  );
  return {
    kind: "vote",
    owner,
    clause,
    outcomes,
    with: stage.with,
    tasks,
    target,
    sees: "brief",
    brief: { clause, by: owner, second_approval: false, mask: [] },
    motions,
  };
}
