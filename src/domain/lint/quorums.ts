import type { MotionRule, Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { PersonId, StageId } from "../identity.ts";
import { receiversOf } from "../parties/receivers.ts";
import { findUnreachableQuorum } from "../voting/motion.ts";
import { neededOf, seatsOf } from "../voting/quorum.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, peopleMeant, someOf, stepAside, whoTheyAre } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { leadsOut } from "./stageGraph.ts";
import { are, wordsOf } from "./words.ts";

/** Quorums that cannot be reached: by arithmetic, or once enough have stepped aside and nothing leads out. */
export function lintQuorums(seats: Seats): readonly Finding[] {
  const { rulebook } = seats;
  return Object.entries(rulebook.votes).flatMap(([vote, rule]): readonly Finding[] => {
    if (rule.method !== "motion") return [];
    const electorate = peopleMeant(seats, rule.electorate);
    if (electorate === undefined) return [];
    const stages = stagesOf(rulebook, vote);
    const handling = stages.length === 0 ? [] : receiversOf(rulebook, seats.roster);
    const entitled = electorate.filter((person) => !handling.includes(person));
    const smallest = smallestRecusal(seats, rule, entitled);
    if (smallest === undefined) return [];
    if (smallest.recused.length === 0) return [impossible(seats, vote, rule, smallest, electorate, entitled)];
    return stages.flatMap(({ procedure, at }) => unreachable(seats, vote, rule, smallest, entitled, procedure, at));
  });
}

/** The procedures in which a vote decides motions, each with the stages at which it does. */
function stagesOf({ procedures }: Rulebook, vote: string) {
  return Object.entries(procedures).flatMap(([procedure, { stages }]) => {
    const at = Object.entries(stages).flatMap(([id, stage]) =>
      stage.kind === "vote" && Object.values(stage.motions).some((motion) => motion.vote === vote) ? [id] : [],
    );
    return at.length === 0 ? [] : [{ procedure, at: new Set(at) }];
  });
}

/** The fewest members who, once they have stepped aside, leave a vote that cannot be quorate. */
export interface SmallestRecusal {
  readonly recused: readonly PersonId[];
  /** What is missing then: the whole number, or a part of the quorum. */
  readonly missing: { readonly part: number | undefined; readonly there: number; readonly needed: number };
}

/**
 * The smallest set of recusals after which a vote of these members cannot be quorate. Each number of the quorum fails on its own, once
 * fewer of those it counts are left: so the smallest set is that of the number with least to spare, and no sets have to be tried.
 * @returns undefined when the vote has no quorum, or as many as there may be count towards each of its numbers
 */
export function smallestRecusal(
  seats: Seats,
  rule: MotionRule,
  entitled: readonly PersonId[],
): SmallestRecusal | undefined {
  const { quorum } = rule;
  if (quorum === undefined) return undefined;
  const numbers = [
    { part: undefined, people: entitled, needed: neededOf(quorum, conflictedRoll(seats, rule, entitled)) },
    ...quorum.including.map(({ from, at_least: needed }, part) => {
      const members = membersOf(seats)(from);
      return { part, people: entitled.filter((person) => members.includes(person)), needed };
    }),
  ];
  const spare = ({ people, needed }: (typeof numbers)[number]) => Math.max(0, people.length - needed + 1);
  const [tightest] = numbers
    .filter(({ people }) => !isUnnumbered(seats, people))
    .toSorted((a, b) => spare(a) - spare(b));
  if (tightest === undefined) return undefined;
  const recused = someOf(seats, tightest.people, spare(tightest));
  const left = entitled.filter((person) => !recused.includes(person));
  // The engine has the last word on what cannot be quorate.
  if (findUnreachableQuorum(rule, left, membersOf(seats)) === undefined) return undefined;
  const there = tightest.people.length - recused.length;
  return { recused, missing: { part: tightest.part, there, needed: tightest.needed } };
}

/** As it is once somebody has stepped aside: a rule can ask for fewer then. */
function conflictedRoll(seats: Seats, rule: MotionRule, entitled: readonly PersonId[]) {
  const all = seatsOf(rule, entitled, membersOf(seats));
  return { seats: all, entitled: Math.min(entitled.length, all - 1) };
}

const membersOf = (seats: Seats) => (selector: Selector) => peopleMeant(seats, selector) ?? [];

function impossible(
  seats: Seats,
  vote: string,
  rule: MotionRule,
  { missing }: SmallestRecusal,
  electorate: readonly PersonId[],
  entitled: readonly PersonId[],
): Finding {
  const handling = electorate.filter((person) => !entitled.includes(person));
  const apart =
    handling.length === 0
      ? "Even if nobody steps aside"
      : `Without ${whoTheyAre(seats, handling)}, who handle what is reported and so may not vote on it`;
  const there = missing.there === 0 ? "nobody" : `only ${missing.there}`;
  return {
    level: "cannot-work",
    kind: "impossible-quorum",
    path: quorumPath(vote, missing.part),
    clause: rule.clause,
    message: `the vote "${vote}" can never be quorate`,
    example: `${apart}, ${there} ${ofWhom(rule, missing.part)} may vote, but ${missing.needed} must be present.`,
  };
}

function unreachable(
  seats: Seats,
  vote: string,
  rule: MotionRule,
  { recused, missing }: SmallestRecusal,
  entitled: readonly PersonId[],
  procedure: string,
  at: ReadonlySet<StageId>,
): readonly Finding[] {
  // Where the stages of this vote lead nowhere themselves, that is told of them.
  if (![...at].some((stage) => leadsOut(seats.rulebook, procedure, stage))) return [];
  const exit = rule.unreachable_quorum;
  const isThere = exit !== undefined && exit in (seats.rulebook.procedures[procedure]?.stages ?? {});
  if (isThere && leadsOut(seats.rulebook, procedure, exit, at)) return [];
  const count = entitled.length - recused.length;
  const must =
    missing.part === undefined
      ? `${missing.needed} must be present`
      : `${missing.needed} ${ofWhom(rule, missing.part)} must be present`;
  const nothing = nothingLeadsOut(exit, isThere, procedure);
  return [
    {
      level: "cannot-work",
      kind: "unreachable-quorum",
      path: exit === undefined ? quorumPath(vote, missing.part) : ["votes", vote, "unreachable_quorum"],
      clause: rule.clause,
      message: `recusals can leave the vote "${vote}" without any way to be quorate, and ${nothing}`,
      example: `If ${stepAside(seats, recused)}, ${are(count)} left, but ${must}: no vote can be quorate, and ${nothing}.`,
    },
  ];
}

function nothingLeadsOut(exit: string | undefined, isThere: boolean, procedure: string): string {
  if (exit === undefined) return "nothing leads out";
  if (!isThere) return `the procedure "${procedure}" has no stage "${exit}"`;
  return `from "${exit}" nothing leads to the end of the case but this vote`;
}

function quorumPath(vote: string, part: number | undefined): Finding["path"] {
  const quorum = ["votes", vote, "quorum"];
  return part === undefined ? [...quorum, "present"] : [...quorum, "including", part];
}

/** "of the presidency". */
function ofWhom(rule: MotionRule, part: number | undefined): string {
  const selector = part === undefined ? rule.electorate : rule.quorum?.including[part]?.from;
  return selector === undefined || selector.kind === "anyone" ? "of all" : `of the ${wordsOf(selector.id)}`;
}
