import { countRanked } from "../../../../src/domain/voting/ranked/countRanked.ts";
import { foldPapers } from "../../../../src/domain/voting/ranked/foldPapers.ts";
import { countByHand } from "./byHand.ts";
import type { Election } from "./elections.ts";

/** What is written down of every stage of a count without re-open nominations, as the program counts. */
export function sheetOf({ seats, candidates, lot, ballots }: Election) {
  const folded = foldPapers(candidates, { papers: ballots });
  const { stages, elected } = countRanked({ seats, reopens: "no" }, candidates, lot, folded);
  return {
    stages: stages.map((stage) => ({
      votes: stage.votes,
      nonTransferable: stage.nonTransferable,
      quota: stage.quota,
      elected: stage.elected,
    })),
    elected,
  };
}

/** The same as counted by hand. */
export const sheetByHand = ({ seats, candidates, lot, ballots }: Election) =>
  countByHand(seats, candidates, lot, ballots);
