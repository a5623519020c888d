import { describe, expect, test } from "vitest";

import type { Reopens } from "../../../../src/domain/voting/ranked/counting.ts";
import { countRanked } from "../../../../src/domain/voting/ranked/countRanked.ts";
import { foldPapers } from "../../../../src/domain/voting/ranked/foldPapers.ts";
import { RON } from "../../../../src/domain/voting/ranked/ron.ts";
import type { RankedCount, RankedStage, RankedTie } from "../../../../src/domain/voting/ranked/stage.ts";
import elections from "../../../vectors/ers97-synthetic.json" with { type: "json" };
import reopened from "../../../vectors/ron-vectors.json" with { type: "json" };

const decimals = (votes: number) => (votes / 100).toFixed(2);

const KINDS = { first: "first", surplus: "surplus", exclusion: "exclude", filled: "fill" } as const;

function whoOf(stage: RankedStage): readonly string[] {
  if (stage.kind === "first") return [];
  return stage.kind === "surplus" ? [stage.of] : stage.of;
}

function detailOf(stage: RankedStage) {
  if (stage.kind !== "surplus") return {};
  const { papers, transferable, value, surplus } = stage;
  return {
    papers,
    transferable,
    value: decimals(value),
    surplus: decimals(surplus),
    nontransferable: decimals(surplus - value * transferable),
  };
}

/** Our stages as the vectors write them. */
function stagesOf({ stages }: RankedCount) {
  return stages.map((stage) => ({
    kind: KINDS[stage.kind],
    who: whoOf(stage),
    quota: decimals(stage.quota),
    votes: Object.fromEntries(Object.entries(stage.votes).map(([name, votes]) => [name, decimals(votes)])),
    nonTransferable: decimals(stage.nonTransferable),
    elected: stage.elected,
    detail: detailOf(stage),
  }));
}

const WHAT = { exclusion: "exclusion", surplus: "surplus to transfer", "last-places": "deem elected 5.6.2" } as const;

function tieOf({ of, tied, by, chosen }: RankedTie) {
  const [first] = chosen;
  return {
    what: WHAT[of],
    tied: tied.toSorted(),
    by: by === "lot" ? "lot" : "earlier stage",
    chosen: of === "last-places" ? chosen : first,
  };
}

const tiesOf = ({ stages }: RankedCount) => stages.flatMap((stage) => stage.ties.map(tieOf));

/** JSON has no pairs: a paper and how often it was handed in. */
const bundlesOf = (ballots: readonly (readonly (number | readonly string[])[])[]) =>
  ballots.map(([count, paper]) => {
    if (typeof count !== "number" || typeof paper !== "object") throw new Error("A number and a paper were expected.");
    return { count, paper };
  });

describe("[F085] elections under the ERS97 rules: every stage, every hundredth of a vote, every tie", () => {
  test.each(elections.map((election) => [election.id, election.features.join(", "), election] as const))(
    "%s (%s)",
    (_id, _features, { seats, candidates, lotOrder, ballots, ...expected }) => {
      const folded = foldPapers(candidates, { papers: [], entered: bundlesOf(ballots) });
      const count = countRanked({ seats, reopens: "no" }, candidates, lotOrder, folded);
      expect(stagesOf(count)).toEqual(expected.stages);
      expect(tiesOf(count)).toEqual(expected.ties.map((tie) => ({ ...tie, tied: tie.tied.toSorted() })));
      expect({ elected: count.elected, valid: count.valid, withoutVotes: count.withoutVotes }).toEqual({
        elected: expected.elected,
        valid: expected.valid,
        withoutVotes: expected.electedWithZeroVotes,
      });
    },
  );
});

const READINGS = {
  ordinary: "once",
  further: "again",
  "further+protected": "again-and-kept",
} as const satisfies Record<string, Reopens>;

describe("[F093] re-open nominations under three readings", () => {
  const cases = reopened.flatMap(({ expect: expected, ...election }) =>
    (["ordinary", "further", "further+protected"] as const).map(
      (reading) => [election.id, reading, election.description, election, expected[reading]] as const,
    ),
  );
  test.each(cases)("%s, %s: %s", (_id, reading, _description, { seats, candidates, ballots }, expected) => {
    const folded = foldPapers(candidates, { papers: [], entered: bundlesOf(ballots) });
    const count = countRanked({ seats, reopens: READINGS[reading] }, candidates, [], folded);
    expect(stagesOf(count)).toEqual(expected.stages);
    expect(tiesOf(count)).toEqual(expected.ties.map((tie) => ({ ...tie, tied: tie.tied.toSorted() })));
    expect({ elected: count.elected, vacant: count.vacant }).toEqual({
      elected: expected.elected,
      vacant: expected.vacant,
    });
  });

  test("all of them stand on the ballot under its one name", () => {
    expect(reopened.every(({ candidates }) => candidates.includes(RON))).toBe(true);
  });
});
