import type { VoteRule } from "../../rulebook/rulebook.ts";
import type { Paper } from "./paper.ts";
import type { Ballots, Elector, Question } from "./question.ts";
import { findInquorate, rollOf } from "./quorum.ts";
import type { Inquorate } from "./quorum.ts";

/** How many came and voted, in a vote of any method. */
export interface Attendance {
  /** Those of them who came, and those who were counted by hand. */
  readonly present: number;
  /** All who may vote: those who stepped aside are not among them. */
  readonly members: number;
  readonly recused: number;
  /** Members of the electorate whose ballots count. */
  readonly voted: number;
  /** Papers that were counted by hand. */
  readonly entered: number;
}

/** Too few voted for the vote to decide anything. */
export interface TurnoutNotMet {
  readonly kind: "turnout-not-met";
  readonly voted: number;
  readonly needed: number;
  readonly present: number;
  readonly recused: number;
}

const hasCome = ({ isPresent, hasVoted }: Elector) => isPresent || hasVoted;

export function attendanceOf(electorate: readonly Elector[], ballots: Ballots): Attendance {
  const entitled = electorate.filter((elector) => !elector.isRecused);
  const entered = (ballots.entered ?? []).reduce((sum, { count }) => sum + count, 0);
  return {
    present: entitled.filter(hasCome).length + entered,
    members: entitled.length,
    recused: electorate.length - entitled.length,
    voted: entitled.filter(({ hasVoted }) => hasVoted).length,
    entered,
  };
}

/** What keeps a vote from deciding anything, whatever the ballots say: too few present, or too few who voted. */
export function findObstacle(
  { rule, membersOf, seats }: Question,
  electorate: readonly Elector[],
  attendance: Attendance,
): ({ readonly kind: "inquorate" } & Inquorate) | TurnoutNotMet | undefined {
  const counted = rule.quorum?.recused_count === true ? electorate : electorate.filter(({ isRecused }) => !isRecused);
  const present = counted.filter(hasCome).map(({ person }) => person);
  const roll = rollOf(rule, electorate, membersOf, seats);
  const inquorate = findInquorate(rule.quorum, present, membersOf, roll, attendance.entered);
  if (inquorate !== undefined) return { kind: "inquorate", ...inquorate };
  return findTurnoutNotMet(rule, attendance);
}

function findTurnoutNotMet(
  { turnout }: VoteRule,
  { voted, entered, present, recused }: Attendance,
): TurnoutNotMet | undefined {
  if (turnout === undefined || voted + entered >= turnout.at_least) return undefined;
  return { kind: "turnout-not-met", voted: voted + entered, needed: turnout.at_least, present, recused };
}

/**
 * Gives on the papers one by one.
 * @throws once there are more than electors who voted, or fewer at the end
 */
export function* readNumberOfPapers(papers: Iterable<Paper>, { voted }: Attendance): Iterable<Paper> {
  let read = 0;
  for (const paper of papers) {
    read += 1;
    yield paper;
  }
  if (read !== voted) throw new Error(`${read} ballots were to be counted, but ${voted} electors voted.`);
}
