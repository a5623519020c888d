import type { Reopens } from "../../../src/domain/voting/ranked/counting.ts";
import { countRanked } from "../../../src/domain/voting/ranked/countRanked.ts";
import { foldPapers } from "../../../src/domain/voting/ranked/foldPapers.ts";
import type { RankedCount } from "../../../src/domain/voting/ranked/stage.ts";
import elections from "../../vectors/ers97-synthetic.json" with { type: "json" };

type Bundle = readonly [count: number, paper: readonly string[]];

export function countOf(
  seats: number,
  candidates: readonly string[],
  bundles: readonly Bundle[],
  reopens: Reopens = "no",
  lot: readonly string[] = candidates,
): RankedCount {
  const entered = bundles.map(([count, paper]) => ({ count, paper }));
  return countRanked({ seats, reopens }, candidates, lot, foldPapers(candidates, { papers: [], entered }));
}

/** The elections of the vectors, counted. */
export const counted: readonly (readonly [string, RankedCount])[] = elections.map(
  ({ id, seats, candidates, lotOrder, ballots }) => {
    const bundles = ballots.flatMap(([count, paper]): readonly Bundle[] =>
      typeof count === "number" && typeof paper === "object" ? [[count, paper]] : [],
    );
    return [id, countOf(seats, candidates, bundles, "no", lotOrder)] as const;
  },
);
