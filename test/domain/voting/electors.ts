import type { Paper } from "../../../src/domain/voting/paper.ts";
import type { Elector } from "../../../src/domain/voting/question.ts";

/** An electorate in which so many voted, so many more are present, and so many more are away. */
export function electorsOf(voted: number, present = 0, away = 0): readonly Elector[] {
  return Array.from({ length: voted + present + away }, (_, i) => ({
    person: `m${i}`,
    isPresent: i >= voted && i < voted + present,
    isRecused: false,
    hasVoted: i < voted,
  }));
}

/** Ballots and whoever cast them. */
export const castBy = (papers: readonly Paper[]) => [electorsOf(papers.length), { papers }] as const;
