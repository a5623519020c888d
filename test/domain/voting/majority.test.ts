import { describe, expect, test } from "vitest";

import { baseOf, hasMajority, tallyPapers } from "../../../src/domain/voting/majority.ts";
import type { Tally, Turnout } from "../../../src/domain/voting/majority.ts";
import type { MotionRule } from "../../../src/rulebook/rulebook.ts";
import { kth, motionRule } from "../../fakes/kth.ts";

type Majority = MotionRule["majority"];

const sanction = motionRule(kth, "sanction").majority;
const dismissal = motionRule(kth, "dismissal").majority;
const tally = (inFavour: number, against: number, abstaining = 0): Tally => ({ inFavour, against, abstaining });
const everybodyVoted = ({ inFavour, against, abstaining }: Tally, members = 9): Turnout => ({
  present: inFavour + against + abstaining,
  members,
});
const has = (rule: Majority, votes: Tally) => hasMajority(rule, votes, everybodyVoted(votes));

describe("a sanction needs two thirds of the votes cast", () => {
  test.each([
    ["[K21] three of five is not enough", 3, 2, 0, false],
    ["[K21] four of five is enough", 4, 1, 0, true],
    ["[K21] four of six is exactly two thirds and enough", 4, 2, 0, true],
    ["[K21] three to one with an abstention is enough: abstentions are not votes cast", 3, 1, 1, true],
    ["[K21] six of nine is enough", 6, 3, 0, true],
    ["[K21] five of nine is not", 5, 4, 0, false],
    ["[K21] two of three is enough", 2, 1, 0, true],
    ["[K21] nobody in favour carries nothing, even when nobody is against", 0, 0, 5, false],
    ["[K21] one in favour and eight abstentions is all of the votes cast", 1, 0, 8, true],
  ] as const)("%s", (_, inFavour, against, abstaining, expected) => {
    expect(has(sanction, tally(inFavour, against, abstaining))).toBe(expected);
  });

  test("[K21] three to one with an abstention is not enough where the fraction is taken of those present", () => {
    expect(has({ ...sanction, of: "present" }, tally(3, 1, 1))).toBe(false);
  });

  test("[K21] five in favour of nine members can never be two thirds of all members", () => {
    expect(has({ ...sanction, of: "all_members" }, tally(5, 0))).toBe(false);
    expect(has({ ...sanction, of: "all_members" }, tally(6, 0))).toBe(true);
  });
});

test.each([
  ["[K47] three to two dismisses", 3, 2, true],
  ["[K47] two to two does not dismiss: more than half is needed", 2, 2, false],
  ["[K47] two to one with two abstentions dismisses", 2, 1, true],
] as const)("%s", (_, inFavour, against, expected) => {
  expect(has(dismissal, tally(inFavour, against))).toBe(expected);
});

test.each([
  [38, 20, false],
  [40, 18, true],
  [201, 101, false],
  [202, 100, true],
] as const)("[K04][K21] %i to %i: nothing is rounded", (inFavour, against, expected) => {
  expect(has(sanction, tally(inFavour, against))).toBe(expected);
});

test("[K21] numbers beyond any meeting are compared exactly", () => {
  const million = 1_000_000;
  expect(has(sanction, tally(2 * million, million))).toBe(true);
  expect(has(sanction, tally(2 * million - 1, million))).toBe(false);
  expect(has({ ...sanction, strict: true }, tally(2 * million, million))).toBe(false);
  expect(has({ ...sanction, strict: true }, tally(2 * million + 1, million))).toBe(true);
});

test("[E-27] the base is the one the rule names, and no other", () => {
  const votes = tally(3, 2, 1);
  const turnout = { present: 7, members: 9 };
  expect(baseOf({ ...sanction, of: "votes_cast" }, votes, turnout)).toBe(5);
  expect(baseOf({ ...sanction, of: "present" }, votes, turnout)).toBe(7);
  expect(baseOf({ ...sanction, of: "all_members" }, votes, turnout)).toBe(9);
});

test("every ballot is in the tally under its own choice", () => {
  expect(tallyPapers({ papers: [["against"], ["in-favour"], ["abstain"], ["in-favour"]] })).toEqual(tally(2, 1, 1));
  expect(tallyPapers({ papers: [] })).toEqual(tally(0, 0, 0));
});
