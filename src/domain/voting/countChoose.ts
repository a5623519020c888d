import type { ChooseRule } from "../../rulebook/rulebook.ts";
import { attendanceOf, findObstacle, readNumberOfPapers } from "./attendance.ts";
import type { TurnoutNotMet } from "./attendance.ts";
import { findPaperFault } from "./paper.ts";
import type { OptionId } from "./paper.ts";
import type { Ballots, Elector, Entered, Question } from "./question.ts";
import type { Inquorate } from "./quorum.ts";

/** A choice that was counted. */
export interface Chosen {
  readonly kind: "chosen";
  /** How many chose each option, those that nobody chose among them. */
  readonly counts: Readonly<Record<OptionId, number>>;
  /** What is taken, the one chosen most first. What nobody chose is never taken, even where places are left. */
  readonly taken: readonly OptionId[];
  /** Options chosen equally often, of which not all could be taken. */
  readonly tie?: ChosenTie | undefined;
  readonly ballots: number;
  readonly blank: number;
  readonly spoilt: number;
  readonly present: number;
  readonly recused: number;
}

interface ChosenTie {
  readonly tied: readonly OptionId[];
  /** What of them is taken. */
  readonly taken: readonly OptionId[];
  readonly by: ChooseRule["tie"];
}

/** Counts a choice of up to N of several options, of which the K chosen most often are taken. */
export function countChoose(
  question: Question<ChooseRule>,
  electorate: readonly Elector[],
  ballots: Ballots,
): Chosen | ({ readonly kind: "inquorate" } & Inquorate) | TurnoutNotMet {
  const attendance = attendanceOf(electorate, ballots);
  const obstacle = findObstacle(question, electorate, attendance);
  if (obstacle !== undefined) return obstacle;
  const { present, recused } = attendance;
  const counted = countPapers(question, { ...ballots, papers: readNumberOfPapers(ballots.papers, attendance) });
  return { kind: "chosen", ...counted, ...take(question, counted.counts), present, recused };
}

function countPapers({ rule, options }: Question<ChooseRule>, { papers, entered = [] }: Ballots) {
  const counts = new Map(options.map((option) => [option, 0]));
  const seen = { ballots: 0, blank: 0, spoilt: 0 };
  const add = ({ paper, count }: Entered) => {
    seen.ballots += count;
    if (paper.length === 0) seen.blank += count;
    else if (findPaperFault(rule, options, paper) !== undefined) seen.spoilt += count;
    else for (const option of paper) counts.set(option, (counts.get(option) ?? 0) + count);
  };
  for (const paper of papers) add({ paper, count: 1 });
  for (const each of entered) add(each);
  return { ...seen, counts: Object.fromEntries(counts) };
}

function take(
  { rule, options, lot }: Question<ChooseRule>,
  counts: Readonly<Record<OptionId, number>>,
): Pick<Chosen, "taken" | "tie"> {
  const votesOf = (option: OptionId) => counts[option] ?? 0;
  const order = rule.tie === "lot" ? orderOf(lot, options) : options;
  const ranked = order.filter((option) => votesOf(option) > 0).toSorted((a, b) => votesOf(b) - votesOf(a));
  const taken = ranked.slice(0, rule.take);
  const last = taken.at(-1);
  const tied = last === undefined ? [] : ranked.filter((option) => votesOf(option) === votesOf(last));
  const ofTied = tied.filter((option) => taken.includes(option));
  return ofTied.length === tied.length ? { taken } : { taken, tie: { tied, taken: ofTied, by: rule.tie } };
}

/** The options in the order of the lot; those that are not in it come last, as submitted. */
function orderOf(lot: readonly OptionId[], options: readonly OptionId[]): readonly OptionId[] {
  const drawn = lot.filter((option) => options.includes(option));
  return [...drawn, ...options.filter((option) => !drawn.includes(option))];
}
