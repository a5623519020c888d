import type { MotionRule } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { attendanceOf, findObstacle, readNumberOfPapers } from "./attendance.ts";
import type { TurnoutNotMet } from "./attendance.ts";
import type { Position } from "./consensus/countConsensus.ts";
import { baseOf, hasMajority, tallyPapers } from "./majority.ts";
import type { Tally, Turnout } from "./majority.ts";
import type { Choice } from "./paper.ts";
import type { Ballots, Elector, Question } from "./question.ts";
import type { Inquorate, MembersOf } from "./quorum.ts";

/** One member of the electorate as the vote stands. */
export interface Voter {
  readonly person: PersonId;
  readonly isPresent: boolean;
  readonly isRecused: boolean;
  /** The ballot that counts: the last one cast. */
  readonly choice: CaseChoice | undefined;
}

/** What a member of a body chooses in a case: of a motion, or of a consensus. */
export type CaseChoice = Choice | Position;

/** Whether a member has come: whoever votes is present. */
export const isThere = ({ isPresent, choice }: Voter): boolean => isPresent || choice !== undefined;

export type VoteResult =
  | ({ readonly kind: "inquorate" } & Inquorate)
  /** A vote that was closed as void because it could never be quorate; `present` are those who could still have come. */
  | ({ readonly kind: "cannot-be-quorate" } & Inquorate)
  | TurnoutNotMet
  /** Closed without a count: the case ended while it was open. */
  | { readonly kind: "void" }
  | Tallied;

/** A motion of which the votes were counted. */
export interface Tallied {
  readonly kind: "carried" | "lost" | "tied";
  readonly tally: Tally;
  readonly present: number;
  readonly recused: number;
  /** What the fraction was taken of. */
  readonly base: number;
  /** The further majorities of the rule, in its order; left out where it has none. */
  readonly further?: readonly { readonly base: number; readonly isReached: boolean }[] | undefined;
  /** How the chair decided a tie. */
  readonly casting?: "in-favour" | "against" | undefined;
}

/**
 * The result of a motion if the vote were closed now: the same function for a look and for the closing.
 * A member who stepped aside counts neither for quorum (unless the rule says so) nor among the votes.
 */
export function countMotion(
  question: Question<MotionRule>,
  electorate: readonly Elector[],
  ballots: Ballots,
): VoteResult {
  const attendance = attendanceOf(electorate, ballots);
  const obstacle = findObstacle(question, electorate, attendance);
  if (obstacle !== undefined) return obstacle;

  const { rule, casting } = question;
  const tally = tallyPapers({ ...ballots, papers: readNumberOfPapers(ballots.papers, attendance) });
  const { recused, ...turnout } = attendance;
  const numbers = {
    tally,
    present: turnout.present,
    recused,
    base: baseOf(rule.majority, tally, turnout),
    ...(rule.and_also.length > 0 && { further: furtherOf(rule, tally, turnout) }),
  };
  if (hasEveryMajority(rule, tally, turnout)) return { kind: "carried", ...numbers };
  if (!isForChair(rule, tally, turnout)) return { kind: "lost", ...numbers };
  if (casting === undefined) return { kind: "tied", ...numbers };
  return { kind: casting === "in-favour" ? "carried" : "lost", ...numbers, casting };
}

/** The result of a motion whose ballots are kept with their voters. */
export function resultOf(rule: MotionRule, voters: readonly Voter[], membersOf: MembersOf, seats?: number): VoteResult {
  const { electorate, papers } = ballotsOf(voters);
  return countMotion({ rule, options: [], membersOf, seats, lot: [] }, electorate, { papers });
}

/** Those who may vote and, apart from them, what they chose. */
export function ballotsOf(voters: readonly Voter[]) {
  const electorate = voters.map(({ choice, ...voter }): Elector => ({ ...voter, hasVoted: choice !== undefined }));
  const papers = voters.flatMap(({ isRecused, choice }) => (isRecused || choice === undefined ? [] : [[choice]]));
  return { electorate, papers };
}

function furtherOf(rule: MotionRule, tally: Tally, turnout: Turnout) {
  return rule.and_also.map((majority) => ({
    base: baseOf(majority, tally, turnout),
    isReached: hasMajority(majority, tally, turnout),
  }));
}

function hasEveryMajority(rule: MotionRule, tally: Tally, turnout: Turnout): boolean {
  return [rule.majority, ...rule.and_also].every((majority) => hasMajority(majority, tally, turnout));
}

/** Whether as many are in favour as against and one more in favour, that of the chair, would carry it. */
function isForChair(rule: MotionRule, tally: Tally, turnout: Turnout): boolean {
  const { inFavour, against } = tally;
  if (rule.tie !== "chair" || inFavour === 0 || inFavour !== against) return false;
  return hasEveryMajority(rule, { ...tally, inFavour: inFavour + 1 }, turnout);
}
