import type { RankedRule } from "../../../rulebook/rulebook.ts";
import { attendanceOf, findObstacle, readNumberOfPapers } from "../attendance.ts";
import type { TurnoutNotMet } from "../attendance.ts";
import { choicesOf } from "../paper.ts";
import type { Ballots, Elector, Question } from "../question.ts";
import type { Inquorate } from "../quorum.ts";
import type { Reopens } from "./counting.ts";
import { countRanked } from "./countRanked.ts";
import { foldPapers } from "./foldPapers.ts";
import type { RankedCount } from "./stage.ts";

/** A ranked vote that was counted. */
export type Elected = {
  readonly kind: "elected";
  readonly present: number;
  readonly recused: number;
} & RankedCount;

/** Counts a ranked vote: single transferable vote, or with one seat the alternative vote. */
export function countElection(
  question: Question<RankedRule>,
  electorate: readonly Elector[],
  ballots: Ballots,
): Elected | ({ readonly kind: "inquorate" } & Inquorate) | TurnoutNotMet {
  const attendance = attendanceOf(electorate, ballots);
  const obstacle = findObstacle(question, electorate, attendance);
  if (obstacle !== undefined) return obstacle;
  const { rule, options, lot } = question;
  const candidates = choicesOf(rule, options);
  const folded = foldPapers(candidates, { ...ballots, papers: readNumberOfPapers(ballots.papers, attendance) });
  const count = countRanked({ seats: rule.seats, reopens: reopensOf(rule) }, candidates, lot, folded);
  return { kind: "elected", present: attendance.present, recused: attendance.recused, ...count };
}

function reopensOf({ reopen_nominations: isOffered, reopened }: RankedRule): Reopens {
  if (!isOffered) return "no";
  return reopened === "again_and_kept" ? "again-and-kept" : (reopened ?? "once");
}
