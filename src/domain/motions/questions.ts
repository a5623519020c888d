import type { StatementId, VoteId } from "../identity.ts";
import { chairsOfMotion, ledIn, notLeading } from "./chairs.ts";
import { extendedBy } from "./due.ts";
import type { Committed, MotionEntry } from "./entry.ts";
import { voteNow } from "./motion.ts";
import type { MoverQuestion } from "./motion.ts";
import { openingOf } from "./opening.ts";
import { openQuestion } from "./openQuestion.ts";
import { isMotionRefusal } from "./refusal.ts";
import type { MotionRefusal } from "./refusal.ts";
import { ruleOf } from "./rules.ts";
import type { MotionStanding } from "./standing.ts";

type Decided = readonly MotionEntry[] | MotionRefusal;

/** What a vote is opened with once more; undefined where it cannot be now, as its session is not open. */
export type Again = { readonly vote: VoteId; readonly committed: Committed } | undefined;

/**
 * Whoever may vote asks whoever moved it, where its rule has questions: the ballots so far are void, as they were cast without the answer,
 * and the vote and its time rest. One question after the other.
 */
export function askMover({ rulebook, motion, caller }: MotionStanding, question: StatementId): Decided {
  const rule = ruleOf(rulebook, motion);
  const { clause } = rule;
  if (rule.questions === undefined || motion.about !== undefined) return { refused: "nothing-here" };
  if (openQuestion(motion) !== undefined) return { refused: "mover-asked", clause };
  const open = voteNow(motion);
  if (open !== undefined && !open.electorate.includes(caller)) return { refused: "came-later", clause };
  const voided: readonly MotionEntry[] =
    open === undefined
      ? []
      : [{ kind: "vote-closed", vote: open.vote, result: { kind: "void", why: "question" }, published: undefined }];
  return [...voided, { kind: "mover-asked", question, person: caller, vote: open?.vote }];
}

/** Whoever moved it answers, or whoever leads it does; then everybody votes anew. */
export function answerQuestion(standing: MotionStanding, answer: StatementId, again: Again): Decided {
  const { rulebook, roster, motion, caller } = standing;
  const { clause } = ruleOf(rulebook, motion);
  const asked = openQuestion(motion);
  if (asked === undefined) return { refused: "nothing-here" };
  if (caller !== motion.mover && !chairsOfMotion(rulebook, roster, motion).includes(caller))
    return { refused: "not-your-task", clause };
  const { question } = asked;
  return [{ kind: "mover-answered", question, answer, person: caller }, ...openedAgain(standing, asked, again)];
}

/** Whoever leads it goes on without waiting for the answer. */
export function dropQuestion(standing: MotionStanding, again: Again): Decided {
  const { rulebook, roster, motion, caller } = standing;
  const asked = openQuestion(motion);
  if (asked === undefined) return { refused: "nothing-here" };
  if (!chairsOfMotion(rulebook, roster, motion).includes(caller))
    return notLeading(rulebook, roster, ledIn(rulebook, motion), ruleOf(rulebook, motion).clause);
  return [{ kind: "question-dropped", question: asked.question }, ...openedAgain(standing, asked, again)];
}

/**
 * The vote that became void, before those of its electorate who may still vote, and for as much longer as it rested. Nothing where none
 * did, and where it cannot be opened any more: then it is opened by hand, and that explains itself.
 */
function openedAgain(standing: MotionStanding, asked: MoverQuestion, again: Again): readonly MotionEntry[] {
  const { rulebook, motion, at } = standing;
  const before = motion.votes.find(({ vote }) => vote === asked.vote);
  if (before === undefined || again === undefined) return [];
  const answered = motion.questions.map((each) => ({ ...each, isOver: true }));
  const opened = openingOf(
    { ...standing, motion: { ...motion, questions: answered } },
    { ...again, lastDay: undefined, way: before.rule ?? motion.rule, among: before.electorate },
  );
  if (isMotionRefusal(opened)) return [];
  const closes = before.closes === undefined ? undefined : extendedBy(rulebook, before.closes, asked.asked, at);
  return opened.map((entry) => (entry.kind === "vote-opened" ? { ...entry, closes } : entry));
}
