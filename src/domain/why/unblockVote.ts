import type { Act, Standing } from "../acts/act.ts";
import { decideAct } from "../acts/decideAct.ts";
import { openVote } from "../case/case.ts";
import { readMotionRule } from "../case/decide.ts";
import { findExit } from "../case/stages.ts";
import { findNoQuorum } from "../case/wayOut.ts";
import type { PersonId } from "../identity.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { CaseRule } from "../voting/inCase.ts";
import { lackingOf } from "../voting/quorum.ts";
import type { Lacking } from "../voting/quorum.ts";
import { isThere } from "../voting/result.ts";
import type { Unblock } from "./unblock.ts";
import { mayKnowMembers, voteStageOf } from "./who.ts";

type Refused<Kind extends Refusal["refused"]> = Extract<Refusal, { refused: Kind }>;

/**
 * Who has to come, and the way out once nobody can any more. People are named only where none of those meant is present: then the names
 * tell no more of who has come than the number does.
 */
export function comeOrLeave(standing: Standing, act: Act, refusal: Refused<"inquorate">): readonly Unblock[] {
  const { rulebook, current } = standing;
  const vote = openVote(current);
  if (vote === undefined || (act.kind !== "close-vote" && act.kind !== "call-consensus")) return [];
  const rule = readMotionRule(rulebook, vote.rule);
  const entitled = act.voters.filter((voter) => !voter.isRecused);
  const there = entitled.filter(isThere).map(({ person }) => person);
  const come = lackingOf(refusal).map(({ body, count }): Unblock => {
    const meant = membersOf(
      standing,
      body,
      entitled.map(({ person }) => person),
    );
    const isNobodyThere = meant.every((person) => !there.includes(person));
    const isNamed = body !== undefined && isNobodyThere && mayKnowMembers(standing);
    return { kind: "come", count, body: body ?? deciding(rule), people: isNamed ? meant : [] };
  });
  const stage = findExit(rulebook, current, rule);
  return stage === undefined ? come : [...come, { kind: "exit", stage, isOpen: false, of: undefined }];
}

const deciding = ({ electorate }: CaseRule) => (electorate.kind === "body" ? electorate.id : undefined);

function membersOf({ rulebook, roster }: Standing, body: Lacking["body"], among: readonly PersonId[]) {
  if (body === undefined) return among;
  return holdersOf(rulebook, roster, { kind: "body", id: body }).filter((person) => among.includes(person));
}

/** Empty seats that are filled with people who may take part, or the way out that the rulebook gives. */
export function seatsOrLeave(standing: Standing, act: Act, refusal: Refused<"cannot-be-quorate">): readonly Unblock[] {
  const id = ruleOf(standing, act);
  if (id === undefined) return [];
  const rule = readMotionRule(standing.rulebook, id);
  const lacking = lackingOf(refusal).map(({ body, count }) => ({ body: body ?? deciding(rule), count }));
  const fillable = lacking.every(({ body, count }) => body !== undefined && emptySeats(standing, body) >= count);
  const seats = lacking.flatMap(({ body, count }): readonly Unblock[] =>
    fillable && body !== undefined ? [{ kind: "fill-seats", body, seats: count }] : [],
  );
  return [...seats, ...exitOf(standing, act, refusal)];
}

/** The rule of the vote that cannot be quorate. */
function ruleOf(standing: Standing, act: Act): string | undefined {
  const open = openVote(standing.current);
  if (open !== undefined) return open.rule;
  const { motions = {} } = voteStageOf(standing) ?? {};
  return act.kind === "put-motion" ? motions[act.motion]?.vote : findNoQuorumOf(standing, act)?.rule;
}

function findNoQuorumOf({ rulebook, roster, current, parties }: Standing, act: Act) {
  return findNoQuorum(rulebook, roster, current, parties, votersIn(act));
}

const votersIn = (act: Act) => ("voters" in act ? act.voters : []);

function exitOf(standing: Standing, act: Act, { exit: stage }: Refused<"cannot-be-quorate">): readonly Unblock[] {
  if (stage === undefined) return [{ kind: "no-exit" }];
  const isHere = findNoQuorumOf(standing, act)?.numbers.exit === stage;
  const referred = decideAct(standing, { kind: "refer", voters: votersIn(act) }, () => "");
  return [{ kind: "exit", stage, isOpen: true, of: isHere && !isRefusal(referred) ? standing.current.id : undefined }];
}

/** How many seats of a body nobody has; none where an office has no number of seats. */
function emptySeats({ rulebook, roster }: Standing, id: string): number {
  const body = rulebook.bodies[id];
  if (body === undefined || "members" in body) return 0;
  return body.offices
    .map((office) => Math.max(0, (rulebook.offices[office]?.seats ?? 0) - (roster[office] ?? []).length))
    .reduce((sum, empty) => sum + empty, 0);
}
