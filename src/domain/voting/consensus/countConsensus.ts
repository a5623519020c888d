import type { ConsensusRule } from "../../../rulebook/rulebook.ts";
import { attendanceOf, findObstacle, readNumberOfPapers } from "../attendance.ts";
import type { TurnoutNotMet } from "../attendance.ts";
import type { Ballots, Elector, Question } from "../question.ts";
import type { Inquorate } from "../quorum.ts";

/** Where a member stands. */
export type Position = "agree" | "stand-aside" | "object";

/** What came of a consensus, in numbers: who objected or stood aside is told to nobody. */
export interface Agreement {
  readonly kind: "agreed" | "not-reached";
  readonly objections: number;
  /** So many prevent it. */
  readonly block: number;
  readonly standingAside: number;
  /** Members who said nothing. Where a consensus is called they agree; otherwise everybody has to say so. */
  readonly silent: number;
  readonly present: number;
  readonly recused: number;
}

/** How many objections prevent a consensus: one, unless the rule says otherwise. */
export const blockOf = ({ objections }: ConsensusRule): number => objections?.block ?? 1;

/** Whether there is a consensus of those who are left: too few objections to prevent it and, where nobody calls it, nobody who is silent. */
export function countConsensus(
  question: Question<ConsensusRule>,
  electorate: readonly Elector[],
  ballots: Ballots,
): Agreement | ({ readonly kind: "inquorate" } & Inquorate) | TurnoutNotMet {
  const attendance = attendanceOf(electorate, ballots);
  const obstacle = findObstacle(question, electorate, attendance);
  if (obstacle !== undefined) return obstacle;
  const { rule } = question;
  const { present, recused, members } = attendance;
  let [objections, standingAside, agreeing] = [0, 0, 0];
  for (const [position] of readNumberOfPapers(ballots.papers, attendance)) {
    if (position === "object") objections += 1;
    else if (position === "stand-aside" && rule.objections?.stand_aside === true) standingAside += 1;
    else if (position === "agree") agreeing += 1;
  }
  const silent = members - objections - standingAside - agreeing;
  const block = blockOf(rule);
  const hasAllSaid = rule.called_by !== undefined || silent === 0;
  const isAgreed = members > 0 && objections < block && hasAllSaid;
  return { kind: isAgreed ? "agreed" : "not-reached", objections, block, standingAside, silent, present, recused };
}
