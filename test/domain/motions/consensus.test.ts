import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { countPositions, countVote } from "../../../src/domain/motions/countVote.ts";
import { decideMotion } from "../../../src/domain/motions/decide.ts";
import type { MotionAct } from "../../../src/domain/motions/decide.ts";
import { dueInMotion, momentsOf } from "../../../src/domain/motions/due.ts";
import type { MotionEntry, MotionResult } from "../../../src/domain/motions/entry.ts";
import { foldMotion, isOver, voteNow } from "../../../src/domain/motions/motion.ts";
import type { Motion } from "../../../src/domain/motions/motion.ts";
import { ruleOf } from "../../../src/domain/motions/rules.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { hasEnded } from "../../../src/domain/voting/consensus/ending.ts";
import type { ConsensusRule, Rulebook } from "../../../src/rulebook/rulebook.ts";
import { rulebookOf } from "../../fakes/kth.ts";
import { london } from "../../fakes/union.ts";

const cope397Text = readFileSync("src/rulebooks/cope397.yaml", "utf8");
const council = rulebookOf(cope397Text);
const forChair = rulebookOf(cope397Text.replace("    tie: fails\n", "    tie: chair\n"));
const people = ["chair", "a", "b", "c", "d", "e", "f", "g"];
const roster: Roster = { chair: ["chair"], council_member: people.slice(1) };
const at = london("2026-09-10T10:00");
const until = at.add({ hours: 48 });

const motionOf = (rule: string, ...entries: readonly MotionEntry[]): Motion =>
  foldMotion({
    id: "m",
    codeName: "quiet-harbour-41",
    entries: [
      { kind: "moved" as const, origin: "discord", rule, mover: "a", text: "t", lastDay: undefined },
      ...entries,
    ].map((entry, i) => ({ version: i + 1, at, by: { kind: "person", person: "a" } as const, entry })),
  });
const opened: MotionEntry = {
  kind: "vote-opened",
  vote: "v",
  electorate: people,
  seats: people.length,
  bodies: {},
  closes: undefined,
  isSecret: true,
};
const called: MotionEntry = { kind: "consensus-called", vote: "v", until };
const ended = (result: MotionResult): MotionEntry => ({ kind: "vote-closed", vote: "v", result, published: undefined });
const came = { present: 8, voted: 8, recused: 0, count: undefined };
const notReached = ended({ kind: "not-reached", ...came });
const tied = ended({ kind: "tied", ...came });

const views = motionOf("council_consensus", opened);
const positions = motionOf("council_consensus", opened, called);
const before = motionOf("council_vote");

function decide(
  motion: Motion,
  caller: string,
  act: MotionAct,
  rulebook: Rulebook = council,
  moment = at,
  holders = roster,
) {
  const decided = decideMotion({ rulebook, roster: holders, motion, caller, at: moment }, act);
  return "refused" in decided ? decided.refused : decided.map(({ kind }) => kind).join();
}
const cast: MotionAct = { kind: "cast", vote: "v", hasVoted: false };
const agreed: MotionResult = { kind: "agreed", ...came };
const forIt: MotionAct = { kind: "decide-tie", casting: "in-favour" };

test.each<[string, Motion, string, MotionAct, string, Rulebook?, typeof at?]>([
  ["[P12] nobody takes a position before it is called", views, "b", cast, "not-called"],
  ["members say that they have stated a view, or pass", views, "b", { kind: "be-present", vote: "v" }, ""],
  ["[P12] the chair calls it", views, "chair", { kind: "call-consensus", result: undefined }, "consensus-called"],
  ["nobody else does", views, "a", { kind: "call-consensus", result: undefined }, "not-the-chair"],
  ["it is called once", positions, "chair", { kind: "call-consensus", result: undefined }, "already-done"],
  ["then everybody says where they stand", positions, "b", cast, ""],
  ["again until the time to object is over", positions, "b", { ...cast, hasVoted: true }, ""],
  ["and not afterwards", positions, "b", cast, "vote-closed", council, until],
  [
    "[P12] it ends without a decision before it is called",
    views,
    "chair",
    { kind: "close-vote", result: agreed, silent: 8 },
    "vote-closed",
  ],
  [
    "it is not ended while somebody may still object",
    positions,
    "chair",
    { kind: "close-vote", result: agreed, silent: 1 },
    "objections-open",
  ],
  [
    "it is once everybody has said something",
    positions,
    "chair",
    { kind: "close-vote", result: agreed, silent: 0 },
    "vote-closed",
  ],
  [
    "[P09] it is opened by the other way of the same body",
    before,
    "chair",
    { kind: "open-vote", vote: "v", rule: "council_consensus" },
    "vote-opened",
  ],
  [
    "[P09] which way stands once it is open",
    views,
    "chair",
    { kind: "open-vote", vote: "w", rule: "council_vote" },
    "vote-running",
  ],
  [
    "[P09] until it has ended",
    motionOf("council_consensus", opened, notReached),
    "chair",
    { kind: "open-vote", vote: "w", rule: "council_vote" },
    "vote-opened",
  ],
  [
    "a vote is not called",
    motionOf("council_vote", opened),
    "chair",
    { kind: "call-consensus", result: undefined },
    "not-a-consensus",
  ],
  ["the mover puts other words before it is voted on", before, "a", { kind: "amend", text: "u" }, "amended"],
  ["the chair does too", before, "chair", { kind: "amend", text: "u" }, "amended"],
  ["others do not", before, "b", { kind: "amend", text: "u" }, "not-the-chair"],
  ["nobody does while it is voted on", views, "a", { kind: "amend", text: "u" }, "vote-running"],
  [
    "nobody does once it is decided",
    motionOf("council_consensus", opened, ended(agreed)),
    "a",
    { kind: "amend", text: "u" },
    "vote-closed",
  ],
  ["a tie is for the chair", motionOf("council_vote", opened, tied), "chair", forIt, "tie-decided", forChair],
  ["for nobody else", motionOf("council_vote", opened, tied), "b", forIt, "not-the-chair", forChair],
  [
    "and before that nothing is voted on anew",
    motionOf("council_vote", opened, tied),
    "chair",
    { kind: "open-vote", vote: "w" },
    "tie-open",
    forChair,
  ],
  ["there is none where nothing is tied", before, "chair", forIt, "no-tie", forChair],
  [
    "where the chair has stepped aside nobody has it",
    motionOf("council_vote", { kind: "recused", person: "chair" }, opened, tied),
    "b",
    forIt,
    "no-tie",
    forChair,
  ],
  [
    "and it is voted on anew",
    motionOf("council_vote", { kind: "recused", person: "chair" }, opened, tied),
    "b",
    { kind: "open-vote", vote: "w" },
    "vote-opened",
    forChair,
  ],
])("%s", (_, motion, caller, act, expected, rulebook = council, moment = at) => {
  expect(decide(motion, caller, act, rulebook, moment)).toBe(expected);
});

test("agreement that nobody has called counts for nothing", () => {
  const decided = decideMotion(
    { rulebook: council, roster, motion: views, caller: "chair", at },
    { kind: "close-vote", result: agreed, silent: 8 },
  );
  expect(decided).toMatchObject([{ kind: "vote-closed", result: { kind: "not-reached" } }]);
});

test("it ends by itself with the time to object, and by nothing else before", () => {
  expect(momentsOf(council, views)).toEqual([]);
  expect(momentsOf(council, positions)).toEqual([{ key: "close:v", at: until }]);
  expect(dueInMotion(council, positions, until.subtract({ seconds: 1 }))).toBeUndefined();
  expect(dueInMotion(council, positions, until)).toMatchObject({ isClosing: true });
});

test("it goes on after no consensus, and is over once it was adopted; a tie once the chair has decided it", () => {
  expect(isOver(motionOf("council_consensus", opened, notReached))).toBe(false);
  expect(isOver(motionOf("council_consensus", opened, ended(agreed)))).toBe(true);
  const waiting = motionOf("council_vote", opened, tied);
  expect(isOver(waiting)).toBe(false);
  const decided = motionOf("council_vote", opened, tied, { kind: "tie-decided", vote: "v", casting: "against" });
  expect(decided.votes[0]?.result).toEqual({ kind: "lost", casting: "against", ...came });
  expect(isOver(decided)).toBe(true);
});

test("other words are seconded anew", () => {
  const motion = motionOf("council_vote", { kind: "seconded", person: "b" }, { kind: "amended", text: "u" });
  expect(motion).toMatchObject({ text: "u", seconder: undefined, amended: 1 });
});

describe("for every council and whatever is said", () => {
  const vote = voteNow(positions);
  const rule = ruleOf(council, positions);
  if (vote === undefined || rule.method !== "consensus") throw new Error("No consensus is open.");
  const position = fc.constantFrom("agree", "stand-aside", "object", undefined);
  const member = fc.record({ position, isRecused: fc.boolean(), isPresent: fc.boolean() });
  const members = fc.array(member, { minLength: 1, maxLength: 9 });
  type Member = { readonly position: string | undefined; readonly isRecused: boolean; readonly isPresent: boolean };
  const counted = (all: readonly Member[], own: ConsensusRule) =>
    countPositions(
      own,
      vote,
      all.map((each, i) => ({ ...each, person: `p${i}`, hasVoted: each.position !== undefined })),
      all.flatMap((each) => (each.isRecused || each.position === undefined ? [] : [[each.position]])),
    );
  const withBlock = (block: number): ConsensusRule => ({
    ...rule,
    objections: { within: { amount: 48, unit: "hours" }, block, stand_aside: true },
  });

  test("the order in which it is said never matters", () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 3 }), (all, block) => {
        expect(counted(all.toReversed(), withBlock(block))).toEqual(counted(all, withBlock(block)));
      }),
    );
  });

  test("one who agrees in place of objecting never prevents what was agreed, and nobody who objects ever helps", () => {
    fc.assert(
      fc.property(members, fc.nat(8), fc.integer({ min: 1, max: 3 }), (all, who, block) => {
        const own = withBlock(block);
        const says = (said: string) =>
          all.map((each, i) => (i === who % all.length ? { ...each, position: said } : each));
        const [agreeing, objecting] = [counted(says("agree"), own), counted(says("object"), own)];
        expect(objecting.kind !== "agreed" || agreeing.kind === "agreed").toBe(true);
      }),
    );
  });

  test("whoever stepped aside is as if they had said nothing", () => {
    fc.assert(
      fc.property(members, (all) => {
        const silent = all.map((each) => (each.isRecused ? { ...each, position: undefined, isPresent: false } : each));
        expect(counted(silent, rule)).toEqual(counted(all, rule));
      }),
    );
  });

  test("with so many objections as prevent it, it ends at once and is not adopted; before it was called nothing ends it", () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 3 }), (all, block) => {
        const own = withBlock(block);
        const result = counted(all, own);
        const objections = all.filter((each) => !each.isRecused && each.position === "object").length;
        expect(objections < block || result.kind === "not-reached").toBe(true);
        expect(hasEnded(own, { until }, result, at)).toBe(objections >= block);
        expect(hasEnded(own, undefined, result, until)).toBe(false);
      }),
    );
  });

  test("[P19] where the rules seal it no number is kept", () => {
    const electors = people.map((person) => ({ person, isPresent: true, isRecused: false, hasVoted: true }));
    const papers = people.map(() => ["object"]);
    expect(countVote(rule, vote, [], electors, papers)).toEqual({ kind: "not-reached", ...came });
  });
});
