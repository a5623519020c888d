import type { Temporal } from "temporal-polyfill";

import { localDay, localTime } from "../../domain/deadlines/calendar.ts";
import { endsAt, lastDayOf } from "../../domain/motions/due.ts";
import type { Hands, MotionResult, Published } from "../../domain/motions/entry.ts";
import { findCountedTwice, mayCountHands } from "../../domain/motions/hands.ts";
import { isOver, voteNow } from "../../domain/motions/motion.ts";
import type { Motion, MoverQuestion, VoteOnMotion } from "../../domain/motions/motion.ts";
import { bodyOf, ruleOf, waysToOpen, wayOf } from "../../domain/motions/rules.ts";
import type { BodyRule } from "../../domain/motions/rules.ts";
import { findOpenTie } from "../../domain/motions/tie.ts";
import { FEW } from "../../domain/motions/withheld.ts";
import { fewMembersOf } from "../../domain/people/fewMembers.ts";
import type { FewMembers } from "../../domain/people/fewMembers.ts";
import type { MotionRule, Rulebook } from "../../rulebook/rulebook.ts";
import { consensusView } from "../consensusView.ts";
import type { ConsensusView } from "../consensusView.ts";
import { digestOf } from "../digest.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { StoredMotionVote } from "../motionPorts.ts";
import { optionsOf } from "./options.ts";
import type { OptionView } from "./options.ts";

/** How a motion is voted on, as it is shown. */
interface VoteRuleView {
  readonly body: string;
  readonly method: string;
  readonly quorum: number | undefined;
  /** Where the body has fewer members now than it must have. */
  readonly few?: FewMembers | undefined;
  readonly including: readonly { readonly body: string; readonly needed: number }[];
  /** Every majority that is needed; none where several options are voted on. */
  readonly majorities: readonly MotionRule["majority"][];
  /** How many each may choose and how many are taken, or how many are elected. */
  readonly options:
    | { readonly by: "choose"; readonly choose: number; readonly take: number }
    | { readonly by: "ranked"; readonly seats: number }
    | undefined;
  /** Of a consensus how far it has come. */
  readonly consensus: ConsensusView | undefined;
  readonly ballots: "open" | "closed" | "secret";
  /** Whether a count by hand may be added to the ballots. */
  readonly byHand: boolean;
  /** Whether nobody ever learns who said what, nor the numbers: only what came of it. */
  readonly isSealed: boolean;
  readonly clause: string;
}

/** What the room of a motion shows, and a member who asks: never how the vote stands while it is open. */
export interface MotionCard {
  readonly motion: string;
  readonly codeName: string;
  readonly text: string;
  readonly mover: string;
  readonly seconder: string | undefined;
  readonly needsSeconder: boolean;
  readonly rule: VoteRuleView;
  /** What is voted on besides the motion itself. */
  readonly options: readonly OptionView[];
  /** Whether whoever may vote can ask whoever moved it, and what was asked, the earliest first. */
  readonly canAsk: boolean;
  readonly questions: readonly QuestionView[];
  /** Whether it is opened and closed by the clock alone: a decision of a case is confirmed by it. */
  readonly isOfCase?: boolean;
  /** Other ways by which its vote can be opened, by their names in the rulebook. */
  readonly ways: readonly string[];
  /** How often its words were changed. */
  readonly amended: number;
  /** Whether the last vote was tied and waits for the casting vote of the chair. */
  readonly isTied: boolean;
  readonly isWithdrawn: boolean;
  readonly isOver: boolean;
  readonly recused: number;
  /** The last day of the vote that is proposed, before it is opened. */
  readonly lastDay: string | undefined;
  /** Whether that day is over. */
  readonly isDayOver: boolean;
  readonly vote: OpenVoteView | undefined;
  readonly last: ClosedVoteView | undefined;
}

/** What whoever moved a motion was asked. */
export interface QuestionView {
  readonly by: string;
  readonly text: string;
  readonly answer: string | undefined;
  /** Whether it is waited for. */
  readonly isOpen: boolean;
  /** Whether an open vote became void with it. */
  readonly isVoid: boolean;
}

export interface OpenVoteView {
  readonly vote: string;
  /** Who may vote, as it was fixed. */
  readonly mayVote: number;
  /** How many have come; undefined of a secret vote, where it would show who votes when. */
  readonly present: number | undefined;
  readonly lastDay: string | undefined;
  readonly away: readonly { readonly from: string; readonly until: string }[];
  readonly isFew: boolean;
  /** More hands and ballots than may vote; undefined where they are not. */
  readonly countedTwice: { readonly counted: number; readonly mayVote: number } | undefined;
  /** The SHA-256 of what the lot is drawn from; undefined where there is none. */
  readonly commitment: string | undefined;
}

export interface ClosedVoteView {
  readonly result: MotionResult;
  readonly mayVote: number;
  readonly opened: string;
  readonly closed: string;
  readonly away: readonly { readonly from: string; readonly until: string }[];
  readonly published: Published | undefined;
  readonly lot: LotView | undefined;
  /** What was counted by hand: it is in the numbers of the result. */
  readonly hands: Hands | undefined;
  /** Who voted how, in an open vote: names by choice. */
  readonly named: readonly { readonly choice: string; readonly names: readonly string[] }[];
}

/** How many pages tell how a vote was counted: one for each stage of a ranked count, and one for the lot. */
export function pagesOfCount({ result, lot }: ClosedVoteView): number {
  const stages = result.kind === "elected" ? (result.count?.stages.length ?? 0) : 0;
  return stages + (lot === undefined ? 0 : 1);
}

/** A lot, with everything that is needed to check it. */
export interface LotView {
  readonly commitment: string;
  readonly seed: string;
  /** Everything that could stand on a ballot, in the order of the lot, with the SHA-256 that gave it its place. */
  readonly order: readonly { readonly option: string; readonly drawn: string }[];
}

/** The motion as it is shown now. */
export async function motionCard(house: House, rulebook: Rulebook, motion: Motion): Promise<MotionCard> {
  const { store } = house;
  const rule = ruleOf(rulebook, motion);
  const open = voteNow(motion);
  const lastVote = motion.votes.findLast(({ result }) => result !== undefined);
  const [text, stored, lot, lastStored] = await Promise.all([
    store.motionWords(motion.id, motion.text),
    open === undefined ? undefined : store.motionVote(open.vote),
    lastVote === undefined ? undefined : lotView(lastVote),
    lastVote === undefined || rule.closed || rule.secret || rule.method !== "motion"
      ? undefined
      : store.motionVote(lastVote.vote),
  ]);
  return {
    motion: motion.id,
    codeName: motion.codeName,
    text: text ?? "",
    mover: nameOf(house, motion.mover),
    seconder: motion.seconder === undefined ? undefined : nameOf(house, motion.seconder),
    needsSeconder: rule.seconder,
    rule: ruleView(house, wayOf(motion), rule, open),
    options: await optionsOf(house, motion),
    canAsk: rule.questions !== undefined && motion.about === undefined,
    questions: await Promise.all(motion.questions.map((each) => questionView(house, motion, each))),
    isOfCase: motion.about !== undefined,
    ways: waysToOpen(rulebook, motion).slice(1),
    amended: motion.amended,
    isTied: open === undefined && findOpenTie(rulebook, house.roster, motion) !== undefined,
    isWithdrawn: motion.isWithdrawn,
    isOver: isOver(motion),
    // Of a case nobody learns how many take no part in it.
    recused: motion.about === undefined ? motion.recused.length : 0,
    lastDay: motion.lastDay,
    isDayOver: motion.lastDay !== undefined && motion.lastDay < dayOf(rulebook, house.clock.now()),
    vote: open === undefined ? undefined : openView(rulebook, motion, open, stored),
    last:
      open !== undefined || lastVote === undefined ? undefined : closedView(house, rulebook, lastVote, lastStored, lot),
  };
}

function ruleView(
  { rulebook, roster }: House,
  method: string,
  rule: BodyRule,
  open: VoteOnMotion | undefined,
): VoteRuleView {
  return {
    body: bodyOf(rule),
    method,
    quorum: rule.quorum?.present,
    few: fewMembersOf(rulebook, roster, bodyOf(rule)),
    including: (rule.quorum?.including ?? []).map(({ from, at_least: needed }) => ({
      body: "id" in from ? from.id : from.kind,
      needed,
    })),
    majorities: rule.method === "motion" ? [rule.majority, ...rule.and_also] : [],
    options: optionRule(rule),
    consensus: rule.method === "consensus" ? consensusView(rulebook, rule, open?.called) : undefined,
    ballots: ballotsOf(rule),
    byHand: mayCountHands(rule),
    isSealed: rule.sealed_after !== undefined,
    clause: rule.clause,
  };
}

function optionRule(rule: BodyRule): VoteRuleView["options"] {
  switch (rule.method) {
    case "motion":
    case "consensus":
      return undefined;
    case "choose":
      return { by: "choose", choose: rule.choose, take: rule.take };
    case "ranked":
      return { by: "ranked", seats: rule.seats };
  }
}

function ballotsOf({ secret, closed }: BodyRule): VoteRuleView["ballots"] {
  if (secret) return "secret";
  return closed ? "closed" : "open";
}

async function questionView(house: House, { id }: Motion, asked: MoverQuestion): Promise<QuestionView> {
  const { question, answer, person, vote, isOver: isDone } = asked;
  const [text, answered] = await Promise.all([
    house.store.motionWords(id, question),
    answer === undefined ? undefined : house.store.motionWords(id, answer),
  ]);
  return { by: nameOf(house, person), text: text ?? "", answer: answered, isOpen: !isDone, isVoid: vote !== undefined };
}

function openView(
  rulebook: Rulebook,
  motion: Motion,
  vote: VoteOnMotion,
  stored: StoredMotionVote | undefined,
): OpenVoteView {
  const entitled = (stored?.voters ?? []).filter(({ isRecused }) => !isRecused);
  const present = entitled.filter(({ isPresent, hasVoted }) => isPresent || hasVoted).length;
  const ends = endsAt(vote);
  return {
    vote: vote.vote,
    mayVote: entitled.length,
    present: vote.isSecret ? undefined : present,
    lastDay: ends === undefined ? undefined : lastDayOf(rulebook, ends).toString(),
    away: awayOf(rulebook, vote),
    isFew: vote.isSecret && vote.electorate.length < FEW,
    countedTwice: findCountedTwice(motion, vote, vote.hands, entitled.filter(({ hasVoted }) => hasVoted).length),
    commitment: vote.committed?.commitment,
  };
}

function closedView(
  house: House,
  rulebook: Rulebook,
  vote: VoteOnMotion,
  stored: StoredMotionVote | undefined,
  lot: LotView | undefined,
): ClosedVoteView | undefined {
  if (vote.result === undefined || vote.closed === undefined) return undefined;
  const counted = (stored?.voters ?? []).filter(({ isRecused, paper }) => !isRecused && paper !== undefined);
  const choices = [...new Set(counted.flatMap(({ paper }) => paper ?? []))];
  return {
    result: vote.result,
    mayVote: vote.electorate.length,
    opened: dayOf(rulebook, vote.opened),
    closed: dayOf(rulebook, vote.closed),
    away: awayOf(rulebook, vote),
    published: vote.published,
    hands: vote.hands,
    lot,
    named: choices.map((choice) => ({
      choice,
      names: counted
        .filter(({ paper }) => paper?.includes(choice))
        .map(({ person }) => nameOf(house, person))
        .toSorted((a, b) => a.localeCompare(b)),
    })),
  };
}

async function lotView({ committed, revealed }: VoteOnMotion): Promise<LotView | undefined> {
  if (committed === undefined || revealed === undefined) return undefined;
  const { seed, order } = revealed;
  const draws = order.map(async (option) => ({ option, drawn: await digestOf(`${seed}:${option}`) }));
  return { commitment: committed.commitment, seed, order: await Promise.all(draws) };
}

const dayOf = (rulebook: Rulebook, at: Temporal.Instant) => localDay(rulebook, at).toString();
/** A moment where the organisation is: 2026-03-15 14:05. */
const momentOf = (rulebook: Rulebook, at: Temporal.Instant) =>
  localTime(rulebook, at).toString({ smallestUnit: "minute" }).replace("T", " ");

const awayOf = (rulebook: Rulebook, { away }: VoteOnMotion) =>
  away.map(({ from, until }) => ({ from: momentOf(rulebook, from), until: momentOf(rulebook, until) }));
