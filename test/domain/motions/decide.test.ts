import type { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { countVote } from "../../../src/domain/motions/countVote.ts";
import { decideMotion, moveMotion } from "../../../src/domain/motions/decide.ts";
import type { MotionAct } from "../../../src/domain/motions/decide.ts";
import { dueInMotion, extendedBy, momentsOf } from "../../../src/domain/motions/due.ts";
import type { MotionEntry } from "../../../src/domain/motions/entry.ts";
import { foldMotion, voteNow } from "../../../src/domain/motions/motion.ts";
import type { Motion } from "../../../src/domain/motions/motion.ts";
import { keptBallots } from "../../../src/domain/motions/published.ts";
import { motionRules, ruleOf } from "../../../src/domain/motions/rules.ts";
import { mayTell } from "../../../src/domain/motions/withheld.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth, rulebookOf } from "../../fakes/kth.ts";
import { london, union, unionText } from "../../fakes/union.ts";

const people = ["a", "b", "c", "d", "e", "f", "g"];
const roster: Roster = { president_falmouth: ["a"], part_time_officer: people.slice(1), clerk: ["clerk"] };
const at = london("2026-09-10T10:00");
const strict = rulebookOf(
  unionText.replace(
    /( {2}executive:\n {4}clause: "4.2"\n(?: {4}.*\n)*? {4}closed: )false\n/,
    '$1true\n    secret: true\n    seconder: true\n    observers: ["office:clerk"]\n',
  ),
);

const motionOf = (lastDay: string | undefined, ...entries: readonly MotionEntry[]): Motion =>
  foldMotion({
    id: "m",
    codeName: "quiet-harbour-41",
    entries: [
      { kind: "moved" as const, origin: "discord", rule: "executive", mover: "a", text: "t", lastDay },
      ...entries,
    ].map((entry, i) => ({ version: i + 1, at, by: { kind: "person", person: "a" } as const, entry })),
  });

const opened = (closes?: Temporal.Instant, electorate = people): MotionEntry => ({
  kind: "vote-opened",
  vote: "v",
  electorate,
  seats: people.length,
  bodies: {},
  closes,
  isSecret: false,
});
const closed = (kind: "carried" | "inquorate"): MotionEntry => ({
  kind: "vote-closed",
  vote: "v",
  result:
    kind === "carried"
      ? { kind, present: 3, voted: 3, recused: 0, count: undefined }
      : { kind, present: 1, needed: 3, missing: [] },
  published: undefined,
});

function decide(motion: Motion, caller: string, act: MotionAct, rulebook: Rulebook = union, holders = roster) {
  const decided = decideMotion({ rulebook, roster: holders, motion, caller, at }, act);
  return "refused" in decided ? decided.refused : decided.map(({ kind }) => kind).join();
}

const open: MotionAct = { kind: "open-vote", vote: "v" };
const cast: MotionAct = { kind: "cast", vote: "v", hasVoted: false };
const moved = motionOf(undefined);
const running = motionOf(undefined, opened());

const cases: readonly (readonly [string, string, Parameters<typeof decide>])[] = [
  ["whoever is not of the body knows of nothing", "nothing-here", [moved, "clerk", open]],
  ["an observer opens nothing", "observers-do-not-vote", [moved, "clerk", open, strict]],
  ["whoever moved it cannot second it", "own-motion", [moved, "a", { kind: "second" }, strict]],
  ["somebody else does", "seconded", [moved, "b", { kind: "second" }, strict]],
  ["once", "already-done", [motionOf(undefined, { kind: "seconded", person: "b" }), "c", { kind: "second" }, strict]],
  ["what nobody seconded is not voted on", "not-seconded", [moved, "b", open, strict]],
  ["where the rules do not ask for it, it is", "vote-opened", [moved, "b", open]],
  ["one vote at a time", "vote-running", [running, "b", open]],
  [
    "of three voters none is secret",
    "too-few-for-secrecy",
    [motionOf(undefined, { kind: "seconded", person: "b" }), "b", open, strict, { part_time_officer: ["b", "c", "d"] }],
  ],
  [
    "of two no quorum of three can come",
    "cannot-be-quorate",
    [moved, "b", open, union, { part_time_officer: ["b", "c"] }],
  ],
  ["its last day may be the day on which it is opened", "vote-opened", [motionOf("2026-09-10"), "b", open]],
  ["not one that is over", "day-is-over", [motionOf("2026-09-09"), "b", open]],
  ["whoever moved it withdraws it", "withdrawn", [moved, "a", { kind: "withdraw" }]],
  ["with an open vote, which ends as void", "vote-closed,withdrawn", [running, "a", { kind: "withdraw" }]],
  ["nobody else does", "not-your-task", [running, "b", { kind: "withdraw" }]],
  ["a member votes", "", [running, "b", cast]],
  ["whoever came later does not", "came-later", [motionOf(undefined, opened(undefined, ["b", "c", "d"])), "g", cast]],
  [
    "whoever has left knows of it no more",
    "nothing-here",
    [running, "g", cast, union, { ...roster, part_time_officer: ["b", "c"] }],
  ],
  [
    "whoever stepped aside neither",
    "nothing-here",
    [motionOf(undefined, opened(), { kind: "recused", person: "b" }), "b", cast],
  ],
  ["once it is over nobody votes", "vote-closed", [motionOf(undefined, opened(), closed("carried")), "b", cast]],
  [
    "after a vote without a quorum another is opened",
    "vote-opened",
    [motionOf(undefined, opened(), closed("inquorate")), "b", open],
  ],
];

describe("what can be done in a motion that is no case", () => {
  test.each(cases)("%s: %s", (_, expected, given) => {
    expect(decide(...given)).toBe(expected);
  });

  test("it is moved by a member of the body that votes on it, and not until a day that is over", () => {
    const words = { rule: "executive", origin: "slack", text: "t", lastDay: undefined };
    expect(moveMotion(union, roster, "b", words, at)).toMatchObject({ kind: "moved", mover: "b" });
    expect(moveMotion(union, roster, "clerk", words, at)).toEqual({ refused: "nothing-here" });
    expect(moveMotion(union, roster, "b", { ...words, lastDay: "2026-09-09" }, at)).toMatchObject({
      refused: "day-is-over",
    });
  });

  test("the votes of cases are not for motions that are no case, unless the rules name them elsewhere", () => {
    expect(motionRules(kth).map(([id]) => id)).toEqual(["memo_revision"]);
    expect(motionRules(union).map(([id]) => id)).toContain("referendum");
  });
});

describe("time", () => {
  const closes = london("2026-09-15T00:00");
  const motion = motionOf("2026-09-14", opened(closes));

  test("a vote with a last day ends with that day; whoever has not voted is reminded before it and on it, of what was missed once", () => {
    expect(momentsOf(union, motion).at(-1)).toEqual({ key: "close:v", at: closes });
    const days = momentsOf(union, motion).length - 1;
    expect(days).toBeGreaterThan(0);
    expect(dueInMotion(union, motion, london("2026-09-10T12:00"))).toBeUndefined();
    expect(dueInMotion(union, motion, london("2026-09-14T23:59"))?.occasions).toHaveLength(days);
    expect(dueInMotion(union, motion, closes)).toMatchObject({ isClosing: true, occasions: [] });
  });

  test("an outage of so many hours moves the end by as many, to the end of that day", () => {
    const ends = [1, 24, 25].map((hours) => extendedBy(union, closes, at, at.add({ hours })).toString());
    expect(ends).toEqual(
      ["2026-09-16T00:00", "2026-09-16T00:00", "2026-09-17T00:00"].map((local) => london(local).toString()),
    );
  });
});

describe("what is told of a secret vote", () => {
  test.each([
    [4, 3, 0, false],
    [4, 3, 1, true],
    [7, 1, 0, false],
    [8, 0, 0, false],
    [6, 2, 0, true],
    [1, 7, 5, false],
    [2, 2, 4, true],
  ])("%i in favour, %i against, %i abstained: numbers %s", (inFavour, against, abstaining, isTold) => {
    const came = { present: 20, recused: 0, base: inFavour + against };
    const counted = { kind: "carried", tally: { inFavour, against, abstaining }, ...came } as const;
    expect(mayTell(counted, inFavour + against + abstaining)).toBe(isTold);
  });

  test.each([
    ["one option on all but one ballot shows how nearly everybody chose", { a: 9, b: 3 }, false],
    ["on all but two it does not", { a: 8, b: 3 }, true],
  ])("of a choice of ten ballots %s", (_, counts, isTold) => {
    const came = { present: 10, recused: 0, taken: ["a"], ballots: 10, blank: 0, spoilt: 0 };
    expect(mayTell({ kind: "chosen", counts, ...came }, 10)).toBe(isTold);
  });

  test.each([
    [[10], 11, false],
    [[10], 14, false],
    [[10], 15, true],
    [[10], 10, true],
    [[15, 10], 12, false],
    [[], 11, true],
  ])(
    "[E-28] where earlier votes on the same motion were told of %j ballots, one of %i: numbers %s",
    (told, ballots, isTold) => {
      const tally = { inFavour: 5, against: ballots - 5, abstaining: 0 };
      expect(mayTell({ kind: "lost", tally, present: 20, recused: 0, base: ballots }, ballots, told)).toBe(isTold);
    },
  );

  test("where the numbers are withheld nothing of the choices is kept; where the rules say so, never", () => {
    const vote = voteNow(motionOf(undefined, { ...opened(), isSecret: true } as MotionEntry));
    if (vote === undefined) throw new Error("No vote is open.");
    const rule = ruleOf(strict, moved);
    const ballots = ["in-favour", "in-favour", "in-favour", "against", "against"].map((choice, i) => ({
      receipt: `r${i}`,
      paper: [choice],
    }));
    const electors = people.map((person, i) => ({ person, isPresent: false, isRecused: false, hasVoted: i < 5 }));
    const papers = ballots.map(({ paper }) => paper);
    const few = countVote(rule, vote, [], electors, papers);
    expect(few).toMatchObject({ kind: "carried", voted: 5, count: undefined });
    expect(keptBallots(few, rule, ballots).ballots.every(({ paper }) => paper === undefined)).toBe(true);
    const told = countVote(rule, { ...vote, isSecret: false }, [], electors, papers);
    expect(told).toMatchObject({ count: { tally: { inFavour: 3, against: 2 }, base: 5 } });
    expect(keptBallots(told, rule, ballots)).toMatchObject({ hasChoices: true });
    expect(keptBallots(told, { ...rule, receipt: "counted" }, ballots)).toMatchObject({ hasChoices: false });
  });
});
