import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { VoteId, StatementId, PersonId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import { votersOf } from "../roster.ts";
import { findNoPosition } from "../voting/consensus/ending.ts";
import type { OptionId } from "../voting/paper.ts";
import { chairOffices, chairsOfMotion, notLeading, ledIn } from "./chairs.ts";
import { callConsensus, endedByHand, inquorate } from "./consensus.ts";
import type { Committed, MotionResult, Hands, MotionEntry } from "./entry.ts";
import { withdrawOption } from "./gone.ts";
import { findCountedTwice, mayCountHands } from "./hands.ts";
import type { Motion } from "./motion.ts";
import { isOver, voteNow } from "./motion.ts";
import { openingOf } from "./opening.ts";
import type { Again } from "./questions.ts";
import { askMover, answerQuestion, dropQuestion } from "./questions.ts";
import type { MotionRefusal } from "./refusal.ts";
import { isMotionRefusal } from "./refusal.ts";
import { ruleOf, waysToOpen, bodyOf, mayReplace } from "./rules.ts";
import type { MotionStanding } from "./standing.ts";
import { decideTie, findOpenTie } from "./tie.ts";
import { viewerOfMotion } from "./viewer.ts";

export type MotionAct =
  | { readonly kind: "second" }
  | { readonly kind: "withdraw" }
  | { readonly kind: "recuse" }
  | {
      readonly kind: "open-vote";
      readonly vote: VoteId;
      /** The lot that is committed to before anybody votes; kept where one may be needed. */
      readonly committed?: Committed | undefined;
      /** The last day, as 2026-03-20, in place of the one that the motion was moved with; undefined in it: closed by hand. */
      readonly instead?: { readonly lastDay: string | undefined } | undefined;
      /** By which of the ways to vote that are possible; the one that it was moved by when left out. */
      readonly rule?: string | undefined;
    }
  | { readonly kind: "amend"; readonly text: StatementId }
  /** What the count came to now, for whether enough have come. */
  | { readonly kind: "call-consensus"; readonly result: MotionResult | undefined }
  | { readonly kind: "decide-tie"; readonly casting: "in-favour" | "against" }
  /** With how many ballots were cast so far. */
  | ({ readonly kind: "count-hands"; readonly ballots?: number } & Hands)
  | { readonly kind: "withdraw-option"; readonly option: OptionId }
  | { readonly kind: "ask-mover"; readonly question: StatementId }
  | { readonly kind: "answer-question"; readonly answer: StatementId; readonly again: Again }
  | { readonly kind: "drop-question"; readonly again: Again }
  | { readonly kind: "be-present"; readonly vote: VoteId }
  | { readonly kind: "cast"; readonly vote: VoteId; readonly hasVoted: boolean }
  /** Its result, counted while the vote is held still, of how many ballots; of a consensus with how many have said nothing. */
  | {
      readonly kind: "close-vote";
      readonly result: MotionResult | undefined;
      readonly silent?: number;
      readonly ballots?: number;
    };

type Decided = readonly MotionEntry[] | MotionRefusal;

/** A motion that is moved: by a member of the body that votes on it. */
export function moveMotion(
  rulebook: Rulebook,
  roster: Roster,
  mover: PersonId,
  moved: {
    readonly rule: string;
    readonly origin: string;
    readonly text: StatementId;
    readonly lastDay: string | undefined;
    readonly session?: Motion["session"];
    readonly options?: Motion["options"];
  },
  at: Temporal.Instant,
): MotionEntry | MotionRefusal {
  const rule = rulebook.votes[moved.rule];
  if (rule === undefined || !votersOf(rulebook, roster, rule.electorate).includes(mover))
    return { refused: "nothing-here" };
  const today = localDay(rulebook, at).toString();
  if (moved.lastDay !== undefined && moved.lastDay < today)
    return { refused: "day-is-over", day: moved.lastDay, clause: rule.clause };
  return { kind: "moved", ...moved, mover };
}

/** What follows from an act in a motion, or why it is not possible. A ballot and being present stand in no entry. */
export function decideMotion(standing: MotionStanding, act: MotionAct): Decided {
  const { rulebook, roster, motion, caller } = standing;
  const viewer = viewerOfMotion(rulebook, roster, motion, caller);
  if (viewer === "nobody") return { refused: "nothing-here" };
  const { clause } = ruleOf(rulebook, motion);
  if (viewer === "observer" && act.kind !== "recuse") return { refused: "observers-do-not-vote", clause };
  if (isOver(motion)) return { refused: "vote-closed", clause };
  switch (act.kind) {
    case "recuse":
      return [{ kind: "recused", person: caller }];
    case "second":
      return second(standing, clause);
    case "withdraw":
      return withdraw(standing, clause);
    case "open-vote":
      return openVote(standing, act);
    case "amend":
      return amend(standing, act.text);
    case "call-consensus":
      return callConsensus(standing, act.result);
    case "decide-tie":
      return decideTie(standing, act.casting);
    case "count-hands":
      return countHands(standing, act);
    case "withdraw-option":
      return withdrawOption(standing, act.option);
    case "ask-mover":
      return askMover(standing, act.question);
    case "answer-question":
      return answerQuestion(standing, act.answer, act.again);
    case "drop-question":
      return dropQuestion(standing, act.again);
    case "be-present":
    case "cast":
      return findMayNotCast(standing, act) ?? [];
    case "close-vote":
      return close(standing, act);
  }
}

function second({ motion, caller }: MotionStanding, clause: string): Decided {
  if (caller === motion.mover) return { refused: "own-motion", clause };
  if (motion.seconder !== undefined) return { refused: "already-done" };
  return [{ kind: "seconded", person: caller }];
}

/** Whoever moved it takes it back, until it has been voted on. */
function withdraw({ motion, caller }: MotionStanding, clause: string): Decided {
  return caller === motion.mover ? withdrawing(motion) : { refused: "not-your-task", clause };
}

/** The end of a motion that is taken back: an open vote ends as void. */
export function withdrawing(motion: Motion): readonly MotionEntry[] {
  const open = voteNow(motion);
  const voided: readonly MotionEntry[] =
    open === undefined
      ? []
      : [{ kind: "vote-closed", vote: open.vote, result: { kind: "void", why: "withdrawn" }, published: undefined }];
  return [...voided, { kind: "withdrawn", person: motion.mover }];
}

/** Fixes who may vote. Refused where nobody could ever be quorate, and where a secret vote would be none. */
function openVote(standing: MotionStanding, act: Extract<MotionAct, { kind: "open-vote" }>): Decided {
  const { rulebook, roster, motion } = standing;
  const notChair = findNotChair(standing);
  if (notChair !== undefined) return notChair;
  const { clause } = ruleOf(rulebook, motion);
  if (findOpenTie(rulebook, roster, motion) !== undefined)
    return { refused: "tie-open", offices: chairOffices(rulebook, motion), clause };
  const { lastDay } = act.instead === undefined ? motion : act.instead;
  const way = act.rule !== undefined && waysToOpen(rulebook, motion).includes(act.rule) ? act.rule : motion.rule;
  return openingOf(standing, { vote: act.vote, lastDay, committed: act.committed, way });
}

/** Whoever moved it, or chairs it, puts other words in their place: not while they are voted on. */
function amend(standing: MotionStanding, text: StatementId): Decided {
  const { rulebook, motion, caller } = standing;
  const { clause } = ruleOf(rulebook, motion);
  const notChair = findNotChair(standing);
  if (caller !== motion.mover && notChair !== undefined) return notChair;
  if (voteNow(motion) !== undefined) return { refused: "vote-running", clause };
  return [{ kind: "amended", text }];
}

/** Why somebody may not vote in a vote; undefined for those who may. */
function findMayNotCast(
  { rulebook, roster, motion, caller, at }: MotionStanding,
  act: Extract<MotionAct, { kind: "be-present" | "cast" }>,
): MotionRefusal | undefined {
  const rule = ruleOf(rulebook, motion);
  const vote = motion.votes.find((each) => each.vote === act.vote);
  if (vote === undefined) return { refused: "nothing-here" };
  if (vote.result !== undefined) return { refused: "vote-closed", clause: rule.clause };
  if (!vote.electorate.includes(caller)) return { refused: "came-later", clause: rule.clause };
  if (!votersOf(rulebook, roster, rule.electorate).includes(caller))
    return { refused: "not-in-electorate", body: bodyOf(rule), clause: rule.clause };
  const refused =
    rule.method === "consensus" && act.kind === "cast" ? findNoPosition(rule, vote.called, at) : undefined;
  if (refused !== undefined) return { refused, clause: rule.clause };
  const isFinal = act.kind === "cast" && act.hasVoted && !mayReplace(rule);
  return isFinal ? { refused: "already-voted", clause: rule.clause } : undefined;
}

/** By hand: refused while too few are present, or while one may still object; the vote then stays open. */
function close(standing: MotionStanding, act: Extract<MotionAct, { kind: "close-vote" }>): Decided {
  const { rulebook, motion } = standing;
  const rule = ruleOf(rulebook, motion);
  const notChair = findNotChair(standing);
  if (notChair !== undefined) return notChair;
  const open = voteNow(motion);
  if (open === undefined) return { refused: "no-vote-open", clause: rule.clause };
  if (act.result === undefined) return [];
  const ended =
    rule.method === "consensus" ? endedByHand(standing, rule, open, act.result, act.silent ?? 0) : act.result;
  if (isMotionRefusal(ended)) return ended;
  if (rule.method !== "consensus" && ended.kind === "inquorate") return inquorate(rule, ended);
  const twice = findCountedTwice(motion, open, open.hands, act.ballots ?? 0);
  if (twice !== undefined) return { refused: "counted-twice", ...twice, clause: rule.clause };
  return [{ kind: "vote-closed", vote: open.vote, result: ended, published: undefined }];
}

/** What was counted by hand takes the place of what was entered before; more than may vote are none. */
function countHands(
  standing: MotionStanding,
  { inFavour, against, abstaining, ballots = 0 }: Hands & { readonly ballots?: number },
): Decided {
  const rule = ruleOf(standing.rulebook, standing.motion);
  const notChair = findNotChair(standing);
  if (!mayCountHands(rule)) return { refused: "nothing-here" };
  if (notChair !== undefined) return notChair;
  const open = voteNow(standing.motion);
  if (open === undefined) return { refused: "no-vote-open", clause: rule.clause };
  const hands = { inFavour, against, abstaining };
  const isPossible = Object.values(hands).every((count) => Number.isInteger(count) && count >= 0);
  if (!isPossible) return { refused: "nothing-here" };
  const twice = findCountedTwice(standing.motion, open, hands, ballots);
  if (twice !== undefined) return { refused: "counted-twice", ...twice, clause: rule.clause };
  return [{ kind: "hands-counted", vote: open.vote, ...hands }];
}

function findNotChair({ rulebook, roster, motion, caller }: MotionStanding): MotionRefusal | undefined {
  if (chairsOfMotion(rulebook, roster, motion).includes(caller)) return undefined;
  return notLeading(rulebook, roster, ledIn(rulebook, motion), ruleOf(rulebook, motion).clause);
}
