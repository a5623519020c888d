import { describe, expect, test } from "vitest";

import { countVote } from "../../../src/domain/motions/countVote.ts";
import { decideMotion } from "../../../src/domain/motions/decide.ts";
import type { MotionEntry } from "../../../src/domain/motions/entry.ts";
import { foldMotion } from "../../../src/domain/motions/motion.ts";
import type { Motion } from "../../../src/domain/motions/motion.ts";
import { ruleOf } from "../../../src/domain/motions/rules.ts";
import { classKey } from "../../../src/domain/roster.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { RON } from "../../../src/domain/voting/ranked/ron.ts";
import { london, union } from "../../fakes/union.ts";
import { electorsOf } from "../voting/electors.ts";
import { openVote } from "./openVote.ts";

const students = Array.from({ length: 10 }, (_, i) => `s${i}`);
const roster: Roster = { [classKey("full_member")]: students };
const at = london("2026-09-10T10:00");

const motionOf = (rule: string, ...entries: readonly MotionEntry[]): Motion =>
  foldMotion({
    id: "m",
    codeName: "quiet-harbour-41",
    entries: [
      {
        kind: "moved" as const,
        origin: "discord",
        rule,
        mover: "s1",
        text: "t",
        lastDay: undefined,
        options: { ids: ["o1", "o2", "o3"], words: "w" },
      },
      ...entries,
    ].map((entry, i) => ({ version: i + 1, at, by: { kind: "person", person: "s1" } as const, entry })),
  });
const opened: MotionEntry = {
  kind: "vote-opened",
  vote: "v",
  electorate: students,
  seats: 10,
  bodies: {},
  closes: undefined,
  isSecret: true,
};
const gone = (option: string): MotionEntry => ({ kind: "option-withdrawn", option, person: "s1" });
const withdraw = (motion: Motion, caller: string, option: string) =>
  decideMotion({ rulebook: union, roster, motion, caller, at }, { kind: "withdraw-option", option });

describe("[F085] a candidate who withdraws", () => {
  test("is entered by whoever leads the vote, before it or while it is open, once; not once it is over", () => {
    const election = motionOf("officer_election", opened);
    expect(withdraw(election, "s1", "o2")).toEqual([gone("o2")]);
    expect(withdraw(motionOf("officer_election"), "s1", "o2")).toEqual([gone("o2")]);
    expect(withdraw(election, "s2", "o2")).toMatchObject({ refused: "mover-leads" });
    expect(withdraw(election, "s1", RON)).toEqual({ refused: "nothing-here" });
    expect(withdraw(motionOf("officer_election", opened, gone("o2")), "s1", "o2")).toEqual({ refused: "already-done" });
    const result = { kind: "elected", present: 9, voted: 9, recused: 0, elected: ["o1"], vacant: 0, count: undefined };
    const closed = { kind: "vote-closed", vote: "v", result, published: undefined } as MotionEntry;
    expect(withdraw(motionOf("officer_election", opened, closed), "s1", "o2")).toMatchObject({
      refused: "vote-closed",
    });
  });

  const papers = [
    ...Array.from({ length: 4 }, () => ["o2", "o1"]),
    ...Array.from({ length: 3 }, () => ["o1"]),
    ...Array.from({ length: 2 }, () => ["o3", "o2"]),
    ["o2"],
  ];

  test("is counted as if never named, at every stage: whatever follows moves up, and who named nobody else is blank", () => {
    const rule = ruleOf(union, motionOf("officer_election"));
    const [counted, never] = [
      countVote(rule, openVote, ["o1", "o2", "o3"], electorsOf(10), papers, { gone: ["o2"] }),
      countVote(
        rule,
        openVote,
        ["o1", "o3"],
        electorsOf(10),
        papers.map((paper) => paper.filter((id) => id !== "o2")),
      ),
    ];
    expect(counted).toEqual(never);
    expect(counted).toMatchObject({ kind: "elected", elected: ["o1"], count: { valid: 9, blank: 1 } });
    expect(JSON.stringify(counted)).not.toContain("o2");
  });

  test("[F061] so it is with topics; and where all are withdrawn nothing is taken, or nominations are opened again", () => {
    const all = ["o1", "o2", "o3"];
    const topics = ruleOf(union, motionOf("topics"));
    const chosen = countVote(topics, openVote, all, electorsOf(10), papers, { gone: ["o1"] });
    expect(chosen).toMatchObject({ kind: "chosen", taken: ["o2", "o3"], count: { counts: { o2: 7, o3: 2 } } });
    expect(countVote(topics, openVote, all, electorsOf(10), papers, { gone: all })).toMatchObject({ taken: [] });
    const rule = ruleOf(union, motionOf("officer_election"));
    const nobody = countVote(rule, openVote, all, electorsOf(10), [...papers.slice(1), [RON]], {
      gone: all,
      lot: [RON],
    });
    expect(nobody).toMatchObject({ kind: "elected", elected: [], vacant: 1, isReopened: true });
  });
});

describe("who leads what many vote on", () => {
  test("where nobody is named for a class whoever moved it does, and the others are told why; once they have left, everybody may", () => {
    const election = motionOf("officer_election");
    const open = { kind: "open-vote", vote: "v" } as const;
    const by = (caller: string, holders: Roster) =>
      decideMotion({ rulebook: union, roster: holders, motion: election, caller, at }, open);
    expect(by("s1", roster)).toMatchObject([{ kind: "vote-opened" }]);
    expect(by("s2", roster)).toMatchObject({ refused: "mover-leads", clause: "6.1" });
    expect(by("s2", { [classKey("full_member")]: students.filter((each) => each !== "s1") })).toMatchObject([
      { kind: "vote-opened" },
    ]);
  });

  test("where an office leads it, its holder does, and whoever moved it does not", () => {
    const motion = motionOf("topics");
    const chaired: Roster = { ...roster, forum_chair: ["s3"] };
    const open = { kind: "open-vote", vote: "v" } as const;
    const by = (caller: string) => decideMotion({ rulebook: union, roster: chaired, motion, caller, at }, open);
    expect(by("s3")).toMatchObject([{ kind: "vote-opened" }]);
    expect(by("s1")).toMatchObject({ refused: "not-the-chair", offices: ["forum_chair", "forum_vice_chair"] });
  });
});
