import { Temporal } from "temporal-polyfill";

import { endOfDay } from "../deadlines/calendar.ts";
import type { PersonId, VoteId } from "../identity.ts";
import { holdersOf, votersOf } from "../roster.ts";
import { voteless } from "../sanctions/rights.ts";
import { findUnreachableQuorum } from "../voting/motion.ts";
import type { MembersOf } from "../voting/quorum.ts";
import type { Committed, MotionEntry } from "./entry.ts";
import { needsLot } from "./lot.ts";
import { voteNow } from "./motion.ts";
import type { VoteOnMotion } from "./motion.ts";
import { openQuestion } from "./openQuestion.ts";
import type { MotionRefusal } from "./refusal.ts";
import { ruleOf } from "./rules.ts";
import type { MotionStanding } from "./standing.ts";
import { TOO_FEW } from "./withheld.ts";

/** How a vote is opened. */
export interface Opening {
  readonly vote: VoteId;
  readonly lastDay: string | undefined;
  readonly committed?: Committed | undefined;
  /** By which way to vote; the one that it was moved by when left out. */
  readonly way?: string;
  /** Before whom of those who may vote; all of them when left out. */
  readonly among?: readonly PersonId[];
}

/** The same, whoever opens it. */
export function openingOf(standing: MotionStanding, opening: Opening): readonly MotionEntry[] | MotionRefusal {
  const { rulebook, roster, motion, at } = standing;
  const { vote, lastDay, committed, way = motion.rule, among } = opening;
  const rule = rulebook.votes[way] ?? ruleOf(rulebook, motion);
  if (voteNow(motion) !== undefined) return { refused: "vote-running", clause: rule.clause };
  if (openQuestion(motion) !== undefined) return { refused: "mover-asked", clause: rule.clause };
  if (rule.seconder && motion.seconder === undefined) return { refused: "not-seconded", clause: rule.clause };
  const seated = votersOf(rulebook, roster, rule.electorate).filter((person) => !voteless(roster).includes(person));
  const electorate = seated.filter(
    (person) => !motion.recused.includes(person) && (among === undefined || among.includes(person)),
  );
  const unreachable =
    rule.method !== "motion" && rule.method !== "consensus"
      ? undefined
      : findUnreachableQuorum(rule, electorate, (selector) => holdersOf(rulebook, roster, selector));
  if (unreachable !== undefined) return { ...unreachable, exit: undefined };
  if (rule.secret && electorate.length <= TOO_FEW)
    return { refused: "too-few-for-secrecy", mayVote: electorate.length, needed: TOO_FEW + 1, clause: rule.clause };
  // The first moment after its last day.
  const closes = lastDay === undefined ? undefined : endOfDay(rulebook, Temporal.PlainDate.from(lastDay));
  if (closes !== undefined && Temporal.Instant.compare(closes, at) <= 0)
    return { refused: "day-is-over", day: lastDay ?? "", clause: rule.clause };
  const bodies = Object.fromEntries(
    (rule.quorum?.including ?? []).map(({ from }) => [keyOf(from), holdersOf(rulebook, roster, from)]),
  );
  const lot = committed !== undefined && needsLot(rule) ? { committed } : {};
  const seats = seated.length;
  const other = way === motion.rule ? {} : { rule: way };
  return [{ kind: "vote-opened", vote, electorate, seats, bodies, closes, isSecret: rule.secret, ...lot, ...other }];
}

type Named = Parameters<MembersOf>[0];
const keyOf = (selector: Named) => ("id" in selector ? `${selector.kind}:${selector.id}` : selector.kind);

/** Who was of a body when the vote was opened: whoever leaves it or comes meanwhile changes nothing of what is needed. */
export const membersAtOpening =
  ({ bodies }: VoteOnMotion) =>
  (selector: Named): readonly PersonId[] =>
    bodies[keyOf(selector)] ?? [];
