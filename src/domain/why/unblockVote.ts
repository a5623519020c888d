import type { MotionRule } from "../../rulebook/rulebook.ts";
import type { Act, Standing } from "../acts/act.ts";
import { openVote } from "../case/case.ts";
import { readMotionRule } from "../case/decide.ts";
import type { PersonId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import { findUnreachableQuorum } from "../voting/motion.ts";
import { lackingOf } from "../voting/quorum.ts";
import type { Lacking } from "../voting/quorum.ts";
import { isThere } from "../voting/result.ts";
import type { Unblock } from "./unblock.ts";
import { mayKnowMembers, voteStageOf } from "./who.ts";

type Refused<Kind extends Refusal["refused"]> = Extract<Refusal, { refused: Kind }>;

/**
 * Who has to come, and the way out that the rulebook gives. People are named only where none of those meant is present: then the names
 * tell no more of who has come than the number does.
 */
export function comeOrLeave(standing: Standing, act: Act, refusal: Refused<"inquorate">): readonly Unblock[] {
  const { rulebook, roster, current } = standing;
  const vote = openVote(current);
  if (vote === undefined || act.kind !== "close-vote") return [];
  const rule = readMotionRule(rulebook, vote.rule);
  const entitled = act.voters.filter((voter) => !voter.isRecused);
  const counted = rule.quorum?.recused_count === true ? act.voters : entitled;
  const possible = counted.filter((voter) => !voter.isRecused || isThere(voter)).map(({ person }) => person);
  const never = findUnreachableQuorum(rule, possible, (selector) => holdersOf(rulebook, roster, selector));
  if (never !== undefined) return exitOf(rule);
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
  return [...come, ...exitOf(rule)];
}

const deciding = ({ electorate }: MotionRule) => (electorate.kind === "body" ? electorate.id : undefined);

function membersOf({ rulebook, roster }: Standing, body: Lacking["body"], among: readonly PersonId[]) {
  if (body === undefined) return among;
  return holdersOf(rulebook, roster, { kind: "body", id: body }).filter((person) => among.includes(person));
}

/** Empty seats that are filled with people who may take part, or the way out that the rulebook gives. */
export function seatsOrLeave(standing: Standing, act: Act, refusal: Refused<"cannot-be-quorate">): readonly Unblock[] {
  const stage = voteStageOf(standing);
  const motion = act.kind === "put-motion" ? stage?.motions[act.motion] : undefined;
  if (motion === undefined) return [];
  const rule = readMotionRule(standing.rulebook, motion.vote);
  const lacking = lackingOf(refusal).map(({ body, count }) => ({ body: body ?? deciding(rule), count }));
  const fillable = lacking.every(({ body, count }) => body !== undefined && emptySeats(standing, body) >= count);
  const seats = lacking.flatMap(({ body, count }): readonly Unblock[] =>
    fillable && body !== undefined ? [{ kind: "fill-seats", body, seats: count }] : [],
  );
  return [...seats, ...exitOf(rule)];
}

/** How many seats of a body nobody has; none where an office has no number of seats. */
function emptySeats({ rulebook, roster }: Standing, id: string): number {
  const body = rulebook.bodies[id];
  if (body === undefined || "members" in body) return 0;
  return body.offices
    .map((office) => Math.max(0, (rulebook.offices[office]?.seats ?? 0) - (roster[office] ?? []).length))
    .reduce((sum, empty) => sum + empty, 0);
}

const exitOf = ({ unreachable_quorum: stage }: MotionRule): readonly Unblock[] =>
  stage === undefined ? [] : [{ kind: "exit", stage }];
