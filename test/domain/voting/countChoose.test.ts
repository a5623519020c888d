import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { countChoose } from "../../../src/domain/voting/countChoose.ts";
import type { Chosen } from "../../../src/domain/voting/countChoose.ts";
import type { Paper } from "../../../src/domain/voting/paper.ts";
import { union } from "../../fakes/union.ts";
import vectors from "../../vectors/prioritisation-vectors.json" with { type: "json" };
import { castBy, electorsOf } from "./electors.ts";

const { topics } = union.votes;
if (topics?.method !== "choose") throw new Error("The vote on topics is a choice.");
const rule = topics;

function countOf(
  options: readonly string[],
  papers: readonly Paper[],
  by: Partial<typeof rule> = {},
  lot: readonly string[] = [],
): Chosen {
  const question = { rule: { ...rule, ...by }, options, membersOf: () => [], lot };
  const result = countChoose(question, ...castBy(papers));
  if (result.kind !== "chosen") throw new Error(`Counted as ${result.kind}.`);
  return result;
}

const times = (howMany: number, paper: Paper) => Array.from({ length: howMany }, () => paper);

describe("[F061][F072] choosing up to N, of which the K chosen most often are taken", () => {
  test.each(vectors.map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
    const { options, ballots, maxChoices: choose, places, counts, chosen, tiedForLastPlaces } = vector;
    const result = countOf(options, ballots, { choose, take: places });
    const tied = result.tie?.tied ?? [];
    expect(result.counts).toEqual(counts);
    expect(result.taken.filter((option) => !tied.includes(option))).toEqual(chosen);
    expect(tied).toEqual(tiedForLastPlaces);
  });

  test("[F061] of 40, 30, 25, 25, 10 and 5 the first two are taken and of the equal two the one that was submitted earlier", () => {
    const votes = { p1: 40, p2: 30, p3: 25, p4: 25, p5: 10, p6: 5 };
    const papers = Object.entries(votes).flatMap(([option, howMany]) => times(howMany, [option]));
    expect(countOf(Object.keys(votes), papers)).toMatchObject({
      counts: votes,
      taken: ["p1", "p2", "p3"],
      tie: { tied: ["p3", "p4"], taken: ["p3"], by: "earliest_submitted" },
    });
    const submitted = ["p1", "p2", "p4", "p3", "p5", "p6"];
    expect(countOf(submitted, papers).taken).toEqual(["p1", "p2", "p4"]);
  });

  test("where the lot decides, the one drawn first is taken", () => {
    const papers = [...times(2, ["a"]), ...times(1, ["b"]), ...times(1, ["c"])];
    const drawn = countOf(["a", "b", "c"], papers, { take: 2, tie: "lot" }, ["c", "b", "a"]);
    expect(drawn).toMatchObject({ taken: ["a", "c"], tie: { tied: ["c", "b"], taken: ["c"], by: "lot" } });
  });

  test("options chosen equally often that are all taken are no tie", () => {
    expect(countOf(["a", "b"], [["a", "b"]], { take: 2 }).tie).toBeUndefined();
  });

  test("what nobody chose is not taken, even where places are left", () => {
    expect(countOf(["a", "b", "c"], [["b"]]).taken).toEqual(["b"]);
    expect(countOf(["a"], []).taken).toEqual([]);
  });

  test("a blank ballot is a ballot; one with too many, with one twice or with something unknown is spoilt as a whole", () => {
    const papers = [[], ["a"], ["a", "b", "c", "d"], ["b", "b"], ["a", "x"]];
    expect(countOf(["a", "b", "c", "d"], papers)).toMatchObject({
      counts: { a: 1, b: 0, c: 0, d: 0 },
      ballots: 5,
      blank: 1,
      spoilt: 3,
    });
  });

  test("[F067] what was counted in the room is added, and those who were there are present", () => {
    const question = { rule, options: ["a", "b"], membersOf: () => [], lot: [] };
    const entered = [
      { paper: ["a"], count: 21 },
      { paper: ["b"], count: 14 },
    ];
    const result = countChoose(question, electorsOf(2), { papers: [["a"], ["b"]], entered });
    expect(result).toMatchObject({ counts: { a: 22, b: 15 }, ballots: 37, present: 37 });
  });

  test("a ballot too many or too few is an error, not a result", () => {
    const question = { rule, options: ["a"], membersOf: () => [], lot: [] };
    expect(() => countChoose(question, electorsOf(1), { papers: [["a"], ["a"]] })).toThrow("2 ballots");
    expect(() => countChoose(question, electorsOf(2), { papers: [["a"]] })).toThrow("2 electors voted");
  });
});

const OPTIONS = ["a", "b", "c", "d", "e", "f"];
const papersOf = fc.array(fc.shuffledSubarray(OPTIONS, { maxLength: 3 }), { maxLength: 30 });
const lots = fc.shuffledSubarray(OPTIONS, { minLength: OPTIONS.length });
const ties = fc.constantFrom("earliest_submitted" as const, "lot" as const);

describe("laws of a choice", () => {
  test("[E-26][F061] every choice on every ballot is counted once, and whoever is taken has at least as many as whoever is not", () => {
    fc.assert(
      fc.property(papersOf, ties, lots, (papers, tie, lot) => {
        const { counts, taken } = countOf(OPTIONS, papers, { tie }, lot);
        const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
        expect(all).toBe(papers.flat().length);
        const left = OPTIONS.filter((option) => !taken.includes(option));
        const fewest = Math.min(...taken.map((option) => counts[option] ?? 0));
        expect(left.every((option) => (counts[option] ?? 0) <= fewest)).toBe(true);
        expect(taken.length).toBe(Math.min(rule.take, OPTIONS.filter((option) => (counts[option] ?? 0) > 0).length));
      }),
    );
  });

  test("[F061] neither the order of the ballots nor that of the choices on one changes anything", () => {
    fc.assert(
      fc.property(papersOf, ties, lots, (papers, tie, lot) => {
        const turned = papers.map((paper) => paper.toReversed()).toReversed();
        expect(countOf(OPTIONS, turned, { tie }, lot)).toEqual(countOf(OPTIONS, papers, { tie }, lot));
      }),
    );
  });

  test("[F061] one more ballot for what is taken never loses it its place", () => {
    fc.assert(
      fc.property(papersOf, ties, lots, (papers, tie, lot) => {
        for (const option of countOf(OPTIONS, papers, { tie }, lot).taken)
          expect(countOf(OPTIONS, [...papers, [option]], { tie }, lot).taken).toContain(option);
      }),
    );
  });
});
