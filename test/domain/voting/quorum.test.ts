import { describe, expect, test } from "vitest";

import { findUnreachableQuorum } from "../../../src/domain/voting/motion.ts";
import { findInquorate } from "../../../src/domain/voting/quorum.ts";
import { board, kth, members, motionRule } from "../../fakes/kth.ts";

const rule = motionRule(kth, "sanction");
const ofNine = { seats: 9, entitled: 9 };
const presidencyMissing = { body: "presidency", present: 0, needed: 1 };

describe("five members must be present, one of them of the presidency", () => {
  test.each([
    ["[K22] four present with the president is inquorate", ["president", "b3", "b4", "b5"], 4, []],
    [
      "[K22][K23] five present without the presidency is inquorate",
      ["b3", "b4", "b5", "b6", "b7"],
      5,
      [presidencyMissing],
    ],
    ["[K22][K23] four present without the presidency lacks both", ["b3", "b4", "b5", "b6"], 4, [presidencyMissing]],
    ["[K22] nobody present is inquorate", [], 0, [presidencyMissing]],
    [
      "[K23] six present without the presidency is inquorate",
      ["b3", "b4", "b5", "b6", "b7", "b8"],
      6,
      [presidencyMissing],
    ],
  ] as const)("%s", (_, present, count, missing) => {
    expect(findInquorate(rule.quorum, present, members, ofNine)).toEqual({ present: count, needed: 5, missing });
  });

  test.each([
    ["[K22][K23] five with the president are quorate", ["president", "b3", "b4", "b5", "b6"]],
    ["[K23] the vice-president is enough when the president is away", ["vice", "b3", "b4", "b5", "b6"]],
    ["[K22] all nine are quorate", board],
  ] as const)("%s", (_, present) => {
    expect(findInquorate(rule.quorum, present, members, ofNine)).toBeUndefined();
  });

  test("[K25] a safety officer who sits in does not count: the caller leaves observers out, and they are of no body named", () => {
    const withObserver = ["president", "b3", "b4", "b5"];
    expect(findInquorate(rule.quorum, withObserver, members, ofNine)).toMatchObject({ present: 4, needed: 5 });
  });
});

test("a vote without a quorum in the rulebook is always quorate", () => {
  expect(findInquorate(undefined, [], members, ofNine)).toBeUndefined();
});

describe("whether there can be a quorum at all is found when the motion is put", () => {
  test.each([
    ["[K23] with both of the presidency recused there never will be", ["b3", "b4", "b5", "b6", "b7", "b8", "b9"], 7],
    ["[K22] with four left there never will be", ["president", "vice", "b3", "b4"], 4],
  ] as const)("%s, and the way out is named", (_, electorate, present) => {
    expect(findUnreachableQuorum(rule, electorate, members)).toMatchObject({
      refused: "cannot-be-quorate",
      present,
      needed: 5,
      exit: "refer_seo",
      clause: "4.1",
    });
  });

  test("[K16][K23] three of nine recused, one of them the president: it can still be quorate", () => {
    expect(findUnreachableQuorum(rule, ["vice", "b5", "b6", "b7", "b8", "b9"], members)).toBeUndefined();
  });
});
