import { describe, expect, test } from "vitest";

import { countVote } from "../../../src/domain/motions/countVote.ts";
import { decideMotion } from "../../../src/domain/motions/decide.ts";
import type { MotionEntry } from "../../../src/domain/motions/entry.ts";
import { foldMotion } from "../../../src/domain/motions/motion.ts";
import type { BodyRule } from "../../../src/domain/motions/rules.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { rulebookOf } from "../../fakes/kth.ts";
import { london, union, unionText } from "../../fakes/union.ts";
import { electorsOf } from "../voting/electors.ts";
import { openVote } from "./openVote.ts";

const people = ["a", "b", "c", "d", "e"];
const at = london("2026-09-10T10:00");
/** The Executive counts hands, too; whoever of it is president leads. */
const counting = rulebookOf(
  unionText.replace(/( {2}executive:\n {4}clause: "4.2"\n)/, '$1    hands: { clause: "4.2" }\n'),
);
const roster: Roster = { president_falmouth: ["a"], part_time_officer: people.slice(1) };
const opened: MotionEntry = {
  kind: "vote-opened",
  vote: "v",
  electorate: people,
  seats: people.length,
  bodies: {},
  closes: undefined,
  isSecret: false,
};
const motionOf = (...entries: readonly MotionEntry[]) =>
  foldMotion({
    id: "m",
    codeName: "quiet-harbour-41",
    entries: [
      { kind: "moved" as const, origin: "discord", rule: "executive", mover: "b", text: "t", lastDay: undefined },
      ...entries,
    ].map((entry, i) => ({ version: i + 1, at, by: { kind: "person", person: "b" } as const, entry })),
  });

function enter(motion: ReturnType<typeof motionOf>, caller: string, hands: readonly number[], rulebook = counting) {
  const [inFavour = 0, against = 0, abstaining = 0] = hands;
  const standing = { rulebook, roster, motion, caller, at };
  return decideMotion(standing, { kind: "count-hands", inFavour, against, abstaining });
}

describe("[F067] a count by hand", () => {
  test("is entered by whoever leads the vote, while it is open, and takes the place of the one before", () => {
    const entered = enter(motionOf(opened), "a", [2, 1, 1]);
    expect(entered).toEqual([{ kind: "hands-counted", vote: "v", inFavour: 2, against: 1, abstaining: 1 }]);
    const first: MotionEntry = { kind: "hands-counted", vote: "v", inFavour: 2, against: 1, abstaining: 1 };
    const motion = motionOf(opened, first, { ...first, inFavour: 3, against: 0 });
    expect(motion.votes[0]?.hands).toEqual({ inFavour: 3, against: 0, abstaining: 1 });
  });

  test.each([
    ["before the vote is open", "a", [1, 0, 0], motionOf(), counting, "no-vote-open"],
    ["of more than may vote", "a", [3, 2, 1], motionOf(opened), counting, "counted-twice"],
    ["in parts of people", "a", [0.5, 0, 0], motionOf(opened), counting, "nothing-here"],
    ["of fewer than nobody", "a", [-1, 0, 0], motionOf(opened), counting, "nothing-here"],
    ["where the rules know of none", "a", [1, 0, 0], motionOf(opened), union, "nothing-here"],
  ])("is refused %s", (_, caller, hands, motion, rulebook, refused) => {
    expect(enter(motion, caller, hands, rulebook)).toMatchObject({ refused });
  });

  test("together with the ballots of those online is never of more than may vote, whichever comes first", () => {
    const standing = { rulebook: counting, roster, caller: "a", at };
    const hands = { inFavour: 3, against: 0, abstaining: 0 };
    const late = decideMotion({ ...standing, motion: motionOf(opened) }, { kind: "count-hands", ...hands, ballots: 3 });
    expect(late).toMatchObject({ refused: "counted-twice", counted: 6, mayVote: 5 });
    const held = motionOf(opened, { kind: "hands-counted", vote: "v", ...hands });
    const carried = { kind: "carried", present: 5, voted: 6, recused: 0, count: undefined } as const;
    const close = (motion: typeof held, ballots: number) =>
      decideMotion({ ...standing, motion }, { kind: "close-vote", result: carried, ballots });
    expect(close(held, 3)).toMatchObject({ refused: "counted-twice", counted: 6, mayVote: 5 });
    expect(close(held, 2)).toMatchObject([{ kind: "vote-closed" }]);
    // Whoever stepped aside is none of them.
    const aside = motionOf(opened, { kind: "hands-counted", vote: "v", ...hands }, { kind: "recused", person: "e" });
    expect(close(aside, 2)).toMatchObject({ refused: "counted-twice", counted: 5, mayVote: 4 });
  });

  test("21 to 14 in the room and 9 to 12 online are 30 to 26: carried, and those in the room were there", () => {
    const found = union.votes["position"];
    if (found?.method !== "motion") throw new Error("A position is voted on.");
    const rule: BodyRule = found;
    const papers = [
      ...Array.from({ length: 9 }, () => ["in-favour"]),
      ...Array.from({ length: 12 }, () => ["against"]),
    ];
    const vote = { ...openVote, hands: { inFavour: 21, against: 14, abstaining: 0 } };
    expect(countVote(rule, vote, [], electorsOf(21, 0, 60), papers)).toMatchObject({
      kind: "carried",
      voted: 56,
      present: 56,
      count: { tally: { inFavour: 30, against: 26, abstaining: 0 }, base: 56 },
    });
    expect(countVote(rule, openVote, [], electorsOf(21, 0, 60), papers)).toMatchObject({ kind: "lost", voted: 21 });
  });
});
