import { describe, expect, test } from "vitest";

import { decideMotion } from "../../../src/domain/motions/decide.ts";
import type { MotionAct } from "../../../src/domain/motions/decide.ts";
import { momentsOf } from "../../../src/domain/motions/due.ts";
import type { MotionEntry } from "../../../src/domain/motions/entry.ts";
import { afterEntry, foldMotion } from "../../../src/domain/motions/motion.ts";
import type { Motion } from "../../../src/domain/motions/motion.ts";
import { isMotionRefusal } from "../../../src/domain/motions/refusal.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { rulebookOf } from "../../fakes/kth.ts";
import { london, union, unionText } from "../../fakes/union.ts";

const people = ["a", "b", "c", "d", "e"];
/** The Executive asks whoever moved something. */
const asking = rulebookOf(
  unionText.replace(/( {2}executive:\n {4}clause: "4.2"\n)/, '$1    questions: { clause: "4.2" }\n'),
);
const roster: Roster = { president_falmouth: ["a"], part_time_officer: people.slice(1) };
const seated = (...entries: readonly MotionEntry[]): Motion =>
  foldMotion({
    id: "m",
    codeName: "quiet-harbour-41",
    entries: [
      { kind: "moved" as const, origin: "discord", rule: "executive", mover: "b", text: "t", lastDay: undefined },
      ...entries,
    ].map((entry, i) => ({
      version: i + 1,
      at: london("2026-09-10T10:00"),
      by: { kind: "person", person: "b" } as const,
      entry,
    })),
  });
const opened: MotionEntry = {
  kind: "vote-opened",
  vote: "v",
  electorate: people,
  seats: 5,
  bodies: {},
  closes: london("2026-09-15T00:00"),
  isSecret: false,
};
const again = { vote: "v2", committed: { commitment: "c", seed: "s" } };
const ask: MotionAct = { kind: "ask-mover", question: "q" };
const answer = { kind: "answer-question", answer: "text", again } as const;
const drop: MotionAct = { kind: "drop-question", again };

/** What follows from an act, and the motion after it. */
function act(motion: Motion, caller: string, wanted: MotionAct, at = "2026-09-10T12:00", holders = roster) {
  const decided = decideMotion({ rulebook: asking, roster: holders, motion, caller, at: london(at) }, wanted);
  if (isMotionRefusal(decided)) return { refused: decided.refused, entries: [], after: motion };
  const by = { kind: "person", person: caller } as const;
  const after = decided.reduce<Motion>(
    (before, entry) => afterEntry(before, { version: before.version + 1, at: london(at), by, entry }),
    motion,
  );
  return { refused: undefined, entries: decided, after };
}

describe("[K45] a question to whoever moved it", () => {
  test("voids an open vote with all its ballots and stops its clock; until it is answered nothing is opened and nothing more is asked", () => {
    const { entries, after } = act(seated(opened), "c", ask);
    expect(entries).toMatchObject([
      { kind: "vote-closed", vote: "v", result: { kind: "void", why: "question" } },
      { kind: "mover-asked", vote: "v", person: "c" },
    ]);
    expect(momentsOf(asking, after)).toEqual([]);
    expect(act(after, "d", ask).refused).toBe("mover-asked");
    expect(act(after, "d", { kind: "open-vote", vote: "v9" }).refused).toBe("mover-asked");
    expect(act(after, "d", { kind: "cast", vote: "v", hasVoted: false }).refused).toBe("vote-closed");
  });

  test("with the answer the same people vote anew, for as much longer as it rested: nobody who came meanwhile, nobody who left or stepped aside", () => {
    const rests = act(seated(opened, { kind: "recused", person: "e" }), "c", ask).after;
    const later: Roster = { ...roster, part_time_officer: ["b", "c", "e", "f"] };
    const { entries, after } = act(rests, "b", answer, "2026-09-12T12:00", later);
    expect(entries).toMatchObject([
      { kind: "mover-answered", answer: "text" },
      { kind: "vote-opened", vote: "v2", electorate: ["a", "b", "c"], closes: london("2026-09-17T00:00") },
    ]);
    expect(momentsOf(asking, after).at(-1)?.at).toEqual(london("2026-09-17T00:00"));
    expect(act(after, "c", ask).refused).toBeUndefined();
  });

  test("is answered by whoever moved it or leads it; nobody but who leads it goes on without", () => {
    const led = (holders: Roster) => act(seated(opened), "c", ask, undefined, holders).after;
    const rests = led(roster);
    expect(act(rests, "nobody", answer).refused).toBe("nothing-here");
    expect(act(rests, "b", answer).refused).toBeUndefined();
    // Of the Executive every member leads: its rules name nobody.
    expect(act(rests, "d", drop).entries.map(({ kind }) => kind)).toEqual(["question-dropped", "vote-opened"]);
    expect(act(seated(), "b", answer).refused).toBe("nothing-here");
    expect(act(seated(), "b", drop).refused).toBe("nothing-here");
  });

  test("before the vote it only waits; where nobody could be quorate any more the vote is left to be opened by hand", () => {
    const before = act(seated(), "c", ask);
    expect(before.entries.map(({ kind }) => kind)).toEqual(["mover-asked"]);
    expect(act(before.after, "b", answer).entries.map(({ kind }) => kind)).toEqual(["mover-answered"]);
    const rests = act(seated(opened), "c", ask).after;
    const few: Roster = { part_time_officer: ["b", "c"] };
    expect(act(rests, "b", answer, undefined, few).entries.map(({ kind }) => kind)).toEqual(["mover-answered"]);
    expect(act(rests, "b", { ...answer, again: undefined }).entries).toHaveLength(1);
  });

  test("is for those who may vote in an open vote, and where the rules have no questions there are none", () => {
    const later: Roster = { ...roster, part_time_officer: [...people.slice(1), "f"] };
    expect(act(seated(opened), "f", ask, undefined, later).refused).toBe("came-later");
    const standing = { rulebook: union, roster, motion: seated(opened), caller: "c", at: london("2026-09-10T12:00") };
    expect(decideMotion(standing, ask)).toEqual({ refused: "nothing-here" });
  });
});
