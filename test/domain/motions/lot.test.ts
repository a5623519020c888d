import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { countVote } from "../../../src/domain/motions/countVote.ts";
import { needsLot, revealLot } from "../../../src/domain/motions/lot.ts";
import type { BodyRule } from "../../../src/domain/motions/rules.ts";
import { union } from "../../fakes/union.ts";
import { electorsOf } from "../voting/electors.ts";
import { openVote } from "./openVote.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function voteOf(id: string): BodyRule {
  const rule = union.votes[id];
  if (rule === undefined || rule.method === "consensus") throw new Error(`There is no vote "${id}" on motions.`);
  return rule;
}

const [topics, election] = [voteOf("topics"), voteOf("officer_election")];
const byLot: BodyRule = topics.method === "choose" ? { ...topics, tie: "lot", take: 1 } : topics;
const motion = { codeName: "quiet-harbour-41", options: { ids: ["o1", "o2", "o3"], words: "w" } };
const seed = "00".repeat(32);
const committed = { commitment: sha256(seed), seed: "s" };

describe("[F085] the lot of a vote is committed to before anybody votes and revealed once the votes are counted", () => {
  test.each([
    ["a motion", voteOf("executive"), false],
    ["a choice in which what was handed in first is taken", topics, false],
    ["a choice with a lot", byLot, true],
    ["an election", election, true],
  ])("%s: a lot is needed: %s", (_, rule, isNeeded) => {
    expect(needsLot(rule)).toBe(isNeeded);
  });

  test("it gives everything that can stand on a ballot a place, re-open nominations among it", () => {
    const revealed = revealLot(election, motion, committed, seed, sha256);
    expect(revealed.order.toSorted()).toEqual(["RON", "o1", "o2", "o3"]);
    expect(revealLot(byLot, motion, committed, seed, sha256).order.toSorted()).toEqual(["o1", "o2", "o3"]);
  });

  test("another seed than the one that was committed to counts nothing", () => {
    expect(() => revealLot(election, motion, committed, "11".repeat(32), sha256)).toThrow("committed");
  });

  test("of equal options the one that the lot puts first is taken, also in a vote that drew it when it was opened", () => {
    const { order } = revealLot(byLot, motion, committed, seed, sha256);
    const papers = order.map((option) => [option]);
    const electors = electorsOf(papers.length);
    for (const lot of [order, order.toReversed()]) {
      const result = countVote(byLot, openVote, motion.options.ids, electors, papers, { lot });
      expect(result).toMatchObject({ taken: [lot[0]], count: { tie: { by: "lot", taken: [lot[0]] } } });
    }
  });
});
