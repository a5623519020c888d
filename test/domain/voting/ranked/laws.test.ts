import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Reopens } from "../../../../src/domain/voting/ranked/counting.ts";
import { countRanked } from "../../../../src/domain/voting/ranked/countRanked.ts";
import { foldPapers } from "../../../../src/domain/voting/ranked/foldPapers.ts";
import { isRon, RON } from "../../../../src/domain/voting/ranked/ron.ts";
import elections97 from "../../../vectors/ers97-synthetic.json" with { type: "json" };
import { countByHand } from "./byHand.ts";
import { elections } from "./elections.ts";
import type { Election } from "./elections.ts";
import { sheetByHand, sheetOf } from "./sheets.ts";

const RUNS = { numRuns: 400 };

const count = ({ seats, candidates, lot, ballots }: Election, reopens: Reopens = "no") =>
  countRanked({ seats, reopens }, candidates, lot, foldPapers(candidates, { papers: ballots }));

const sumOf = (votes: Readonly<Record<string, number>>) => Object.values(votes).reduce((sum, each) => sum + each, 0);
const reopenings: fc.Arbitrary<Reopens> = fc.constantFrom("once", "again", "again-and-kept");

describe("[F085] a ranked count under the ERS97 rules", () => {
  test("agrees at every stage with a count by hand that was written from the printed rules", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        expect(sheetOf(election)).toEqual(sheetByHand(election));
      }),
      RUNS,
    );
  });

  test.each(elections97.map((election) => [election.id, election] as const))(
    "the count by hand gives what the published stages of %s say",
    (_id, { seats, candidates, lotOrder, ballots, elected, stages }) => {
      const papers = ballots.flatMap(([times, paper]) =>
        typeof times === "number" && typeof paper === "object" ? Array.from({ length: times }, () => paper) : [],
      );
      const byHand = countByHand(seats, candidates, lotOrder, papers);
      expect(byHand.elected).toEqual(elected);
      const last = stages.at(-1);
      const decimals = Object.entries(byHand.stages.at(-1)?.votes ?? {}).map(([name, votes]) => [
        name,
        (votes / 100).toFixed(2),
      ]);
      expect(Object.fromEntries(decimals)).toEqual(last?.votes);
    },
  );
});

describe("laws of every ranked count", () => {
  test("[F085][E-26] at every stage and after every batch the votes and what is non-transferable are all papers: nothing is lost or made", () => {
    fc.assert(
      fc.property(elections([RON]), reopenings, (election, reopens) => {
        const { stages, valid } = count(election, reopens);
        for (const stage of stages) {
          expect(sumOf(stage.votes) + stage.nonTransferable).toBe(valid * 100);
          expect(Object.values(stage.votes).every((votes) => votes >= 0)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test("[E-26] every ballot is counted once: as valid, blank or spoilt, however equal ones are put together", () => {
    fc.assert(
      fc.property(elections(["unknown"]), ({ candidates, ballots, ...election }) => {
        const known = candidates.filter((name) => name !== "unknown");
        const { valid, blank, spoilt } = count({ ...election, candidates: known, ballots });
        expect(blank).toBe(ballots.filter((paper) => paper.length === 0).length);
        expect(spoilt).toBe(ballots.filter(([first]) => first === "unknown").length);
        expect(valid + blank + spoilt).toBe(ballots.length);
      }),
      RUNS,
    );
  });

  test("[F085][F093] never more than the seats are elected; every seat is taken or vacant; nobody is elected twice", () => {
    fc.assert(
      fc.property(elections([RON]), reopenings, (election, reopens) => {
        const { elected, vacant, stages } = count(election, reopens);
        expect(elected.length + vacant).toBe(election.seats);
        expect(new Set(elected).size).toBe(elected.length);
        const all = stages.flatMap((stage) => stage.elected);
        expect(all.length).toBeLessThanOrEqual(election.seats);
        expect(all.filter((name) => !isRon(name))).toEqual(elected);
      }),
      RUNS,
    );
  });

  test("[F085] the order in which ballots are read changes nothing", () => {
    fc.assert(
      fc.property(elections([RON]), reopenings, fc.nat(), (election, reopens, turn) => {
        const { ballots } = election;
        const at = ballots.length === 0 ? 0 : turn % ballots.length;
        const turned = [...ballots.slice(at), ...ballots.slice(0, at)].toReversed();
        expect(count({ ...election, ballots: turned }, reopens)).toEqual(count(election, reopens));
      }),
      RUNS,
    );
  });

  test("[F093] whoever is elected has beaten re-open nominations: it never has more votes at the end than somebody elected to the only seat", () => {
    fc.assert(
      fc.property(elections([RON]), fc.constantFrom("once" as const, "again" as const), (election, reopens) => {
        const { elected, stages } = count({ ...election, seats: 1 }, reopens);
        const [winner] = elected;
        const last = stages.at(-1);
        fc.pre(winner !== undefined && last !== undefined);
        expect(last?.votes[winner ?? ""] ?? 0).toBeGreaterThanOrEqual(last?.votes[RON] ?? 0);
      }),
      RUNS,
    );
  });

  test("[F093] where re-open nominations has more than so many quotas of first preferences, at least so many seats stay vacant", () => {
    fc.assert(
      fc.property(elections([RON]), fc.integer({ min: 0, max: 60 }), (election, more) => {
        const ballots = [...election.ballots, ...Array.from({ length: more }, () => [RON])];
        const { stages, vacant, seats } = count({ ...election, ballots }, "again");
        const [first] = stages;
        fc.pre(first !== undefined && first.quota > 0 && (first.votes[RON] ?? 0) > 0);
        const votes = first?.votes[RON] ?? 0;
        // Each time it stands once more each of its papers loses less than a hundredth.
        const lost = (seats - 1) * (votes / 100);
        // With exactly so many quotas it can be tied with a candidate, and the lot decides.
        const quotas = Math.ceil((votes - lost) / (first?.quota ?? 1)) - 1;
        expect(vacant).toBeGreaterThanOrEqual(Math.min(seats, quotas));
      }),
      RUNS,
    );
  });

  test("[F085] a candidate whom more than half put first takes the only seat, and a quota of first preferences takes one of several", () => {
    fc.assert(
      fc.property(elections(), (election) => {
        const { elected, stages } = count(election);
        const [first] = stages;
        const sure = Object.entries(first?.votes ?? {}).filter(([, votes]) => votes > (first?.quota ?? 0));
        for (const [name] of sure) expect(elected).toContain(name);
      }),
      RUNS,
    );
  });

  test("[F093] re-open nominations that can take one seat is counted like any other candidate", () => {
    fc.assert(
      fc.property(elections([RON]), (election) => {
        expect(count(election, "once").stages).toEqual(count(election, "no").stages);
      }),
      RUNS,
    );
  });

  test("[F085] papers handed in together and one by one are counted alike", () => {
    fc.assert(
      fc.property(elections(), ({ seats, candidates, lot, ballots }) => {
        const bundles = Map.groupBy(ballots, (paper) => paper.join());
        const entered = [...bundles.values()].map((all) => ({ paper: all[0] ?? [], count: all.length }));
        const folded = foldPapers(candidates, { papers: [], entered });
        expect(countRanked({ seats, reopens: "no" }, candidates, lot, folded)).toEqual(
          count({ seats, candidates, lot, ballots }),
        );
      }),
      RUNS,
    );
  });
});
