import { describe, expect, test } from "vitest";

import { count } from "../../../src/domain/voting/count.ts";
import type { Entered } from "../../../src/domain/voting/question.ts";
import type { VoteRule } from "../../../src/rulebook/rulebook.ts";
import { union } from "../../fakes/union.ts";
import { electorsOf } from "./electors.ts";

function voteOf(id: string): VoteRule {
  const rule = union.votes[id];
  if (rule === undefined) throw new Error(`The union has no vote "${id}".`);
  return rule;
}

interface Meeting {
  readonly inFavour: number;
  readonly against: number;
  readonly abstaining?: number;
  readonly away?: number;
  readonly room?: readonly Entered[];
}

function outcome(rule: VoteRule, { inFavour, against, abstaining = 0, away = 0, room = [] }: Meeting) {
  const papers = [
    ...Array.from({ length: inFavour }, () => ["in-favour"]),
    ...Array.from({ length: against }, () => ["against"]),
    ...Array.from({ length: abstaining }, () => ["abstain"]),
  ];
  const question = { rule, options: [], membersOf: () => [], lot: [] };
  return count(question, electorsOf(papers.length, 0, away), { papers, entered: room });
}

describe("the votes of a students' union", () => {
  test.each([
    ["[F037] two of the executive are no quorum", "executive", { inFavour: 2, against: 0, away: 2 }, "inquorate"],
    ["[F038] three of the executive, two to one", "executive", { inFavour: 2, against: 1 }, "carried"],
    ["[F038] two to two falls", "executive", { inFavour: 2, against: 2 }, "lost"],
    ["[F067] fifty-six to forty-four in the forum", "position", { inFavour: 56, against: 44 }, "carried"],
    ["[F068] as many in favour as against: the position falls", "position", { inFavour: 26, against: 26 }, "lost"],
    [
      "[F077] four of nine for an emergency position, though two against",
      "emergency_position",
      { inFavour: 4, against: 2, away: 3 },
      "lost",
    ],
    ["[F077] five of nine", "emergency_position", { inFavour: 5, against: 1, away: 3 }, "carried"],
    ["[F128] 349 voted", "referendum", { inFavour: 300, against: 49 }, "turnout-not-met"],
    ["[F128] 350 voted, 176 to 174", "referendum", { inFavour: 176, against: 174, away: 5000 }, "carried"],
    ["[F127][F128] 350 voted, 175 to 175", "referendum", { inFavour: 175, against: 175 }, "lost"],
    ["[F267] two to two of a panel of five", "panel_of_five", { inFavour: 2, against: 2, away: 1 }, "lost"],
    [
      "[F259] three of five are no quorum of a panel",
      "panel_of_five",
      { inFavour: 3, against: 0, away: 2 },
      "inquorate",
    ],
  ] as const satisfies readonly (readonly [string, string, Meeting, string])[])(
    "%s: %s",
    (_, id, meeting, expected) => {
      expect(outcome(voteOf(id), meeting).kind).toBe(expected);
    },
  );

  test("[F067] what the chair counted in the room and what was voted online are one total", () => {
    const room = [
      { paper: ["in-favour"], count: 21 },
      { paper: ["against"], count: 14 },
    ];
    expect(outcome(voteOf("position"), { inFavour: 9, against: 12, room })).toMatchObject({
      kind: "carried",
      tally: { inFavour: 30, against: 26, abstaining: 0 },
      present: 56,
    });
  });
});

test("[E-26] a ballot too many, or one that is missing, is an error and no result", () => {
  const question = { rule: voteOf("position"), options: [], membersOf: () => [], lot: [] };
  const papers = [["in-favour"], ["in-favour"]];
  expect(() => count(question, electorsOf(1), { papers })).toThrow(
    "2 ballots were to be counted, but 1 electors voted",
  );
  expect(() => count(question, electorsOf(3), { papers })).toThrow("3 electors voted");
});
