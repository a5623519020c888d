import { describe, expect, test } from "vitest";

import type { MotionRule } from "../../../src/rulebook/rulebook.ts";
import { kth, motionRule } from "../../fakes/kth.ts";
import { compareOn, conducts, everyBoard, everyKindOfBoard } from "./oracle.ts";

const sanction = motionRule(kth, "sanction");
const small: MotionRule = { ...sanction, quorum: sanction.quorum && { ...sanction.quorum, present: 3 } };
const half: MotionRule = { ...small, majority: { ...motionRule(kth, "dismissal").majority } };
const withQuorum = (rule: MotionRule, quorum: Partial<NonNullable<MotionRule["quorum"]>>): MotionRule => ({
  ...rule,
  quorum: rule.quorum && { ...rule.quorum, ...quorum },
});
const moreThanHalf = { fraction: { numerator: 1, denominator: 2 }, strict: true };

describe("[E-27][K21][K22][K23] every way in which a board can vote gives what counting by hand gives", () => {
  test.each([
    ["the rule of sanctions of the board at KTH", sanction],
    ["two thirds of the votes cast", small],
    ["two thirds of those present", { ...small, majority: { ...small.majority, of: "present" } }],
    ["two thirds of all members", { ...small, majority: { ...small.majority, of: "all_members" } }],
    ["more than two thirds", { ...small, majority: { ...small.majority, strict: true } }],
    ["more than half, the chair breaks ties", { ...half, tie: "chair" }],
    [
      "more than half of those present, the chair breaks ties",
      { ...half, majority: { ...half.majority, of: "present" }, tie: "chair" },
    ],
    ["more than half, who stepped aside counts as present", withQuorum(half, { recused_count: true })],
    ["no quorum at all", { ...half, quorum: undefined }],
    ["more than half of the members are a quorum", withQuorum(half, { present: 1, share: moreThanHalf })],
    [
      "half of the members are a quorum, two once somebody has stepped aside",
      withQuorum(half, { present: 1, share: { ...moreThanHalf, strict: false }, when_conflicted: 2 }),
    ],
    [
      "more than half of those present and two thirds of the votes cast",
      { ...small, and_also: [{ ...half.majority, of: "present" }] },
    ],
    ["at least two must have voted", { ...half, quorum: undefined, turnout: { clause: "7.4", at_least: 2 } }],
  ] as const satisfies readonly (readonly [string, MotionRule])[])("%s: boards of one to five", (_, rule) => {
    for (const size of [1, 2, 3, 4, 5])
      expect(compareOn(rule, everyKindOfBoard(size, conducts)).disagreements).toEqual([]);
    // Which of the others it is makes no difference.
    expect(compareOn(rule, everyBoard(4, conducts)).disagreements).toEqual([]);
  });
});
