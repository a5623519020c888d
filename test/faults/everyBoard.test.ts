import { describe, expect, test } from "vitest";

import type { MotionRule } from "../../src/rulebook/rulebook.ts";
import { compareOn, conducts, everyKindOfBoard } from "../domain/voting/oracle.ts";
import { kth, motionRule } from "../fakes/kth.ts";

type Quorum = MotionRule["quorum"];

const sanction = motionRule(kth, "sanction");
const presidency = sanction.quorum?.including ?? [];
const common = { including: presidency, recused_count: false, check: ["open", "close"] } as const;
const moreThanHalf = { fraction: { numerator: 1, denominator: 2 }, strict: true };

const quorums: readonly (readonly [string, Quorum])[] = [
  ["no quorum", undefined],
  ["five, one of the presidency", { ...common, present: 5, including: [...presidency], check: ["open", "close"] }],
  ["five, those who stepped aside too", { present: 5, including: [], recused_count: true, check: ["close"] }],
  [
    "more than half of the seats, four once somebody has stepped aside, both of the presidency",
    {
      present: 1,
      share: moreThanHalf,
      when_conflicted: 4,
      including: presidency.map((part) => ({ ...part, at_least: 2 })),
      recused_count: false,
      check: ["close"],
    },
  ],
];

const majorities: readonly (readonly [string, Pick<MotionRule, "majority" | "and_also">])[] = [
  ["two thirds of the votes cast", { majority: sanction.majority, and_also: [] }],
  ["more than half of the votes cast", { majority: { ...moreThanHalf, of: "votes_cast" }, and_also: [] }],
  ["more than half of all members", { majority: { ...moreThanHalf, of: "all_members" }, and_also: [] }],
  [
    "more than half of those present and two thirds of the votes cast",
    { majority: { ...moreThanHalf, of: "present" }, and_also: [sanction.majority] },
  ],
];

/** Each majority with two of the quorums, and each quorum with two of the majorities. */
const boards = majorities.flatMap(([majority, rule], row) =>
  quorums.flatMap(([quorum, asked], i) => {
    if ((Math.floor(row / 2) + i) % 2 > 0) return [];
    const tie = row % 2 === 0 ? ("chair" as const) : ("fails" as const);
    const turnout = i === 0 ? { turnout: { clause: "7.4", at_least: 3 } } : {};
    return [[majority, quorum, { ...sanction, ...rule, quorum: asked, tie, ...turnout }] as const];
  }),
);

describe("[E-27][K21][K22][K23][F037][F077] boards of up to nine seats, whatever each member does, are counted as by hand", () => {
  test.each(boards)("%s; %s", (_majority, _quorum, rule) => {
    const kinds = new Set<string>();
    let compared = 0;
    for (let size = 1; size <= 9; size += 1) {
      const found = compareOn(rule, everyKindOfBoard(size, conducts));
      expect(found.disagreements).toEqual([]);
      compared += found.compared;
      for (const kind of found.kinds) kinds.add(kind);
    }
    expect(compared).toBe(8 + 64 * 6435);
    expect([...kinds]).toEqual(expect.arrayContaining(["carried", "lost"]));
  });
});
