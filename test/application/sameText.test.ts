import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { toldOfSameText } from "../../src/application/motions/toldOfSameText.ts";
import type { MotionEntry, MotionRecorded } from "../../src/domain/motions/entry.ts";
import { foldMotion } from "../../src/domain/motions/motion.ts";
import { isSameText, mayTell } from "../../src/domain/motions/withheld.ts";
import { union } from "../fakes/union.ts";
import { testStore } from "../servers/testStore.ts";

const at = Temporal.Instant.from("2026-03-01T10:00:00Z");
const TEXT = "That we buy a coffee machine.";
const tally = { inFavour: 6, against: 4, abstaining: 0, spoilt: 0 };
const count = { kind: "carried", tally, present: 10, recused: 0, base: 10 } as const;

interface Past {
  readonly text?: string;
  readonly rule?: string;
  readonly isSecret?: boolean;
  readonly isTold?: boolean;
}

/** A motion that was voted on by ten, of ten. */
async function voted(id: string, { text = TEXT, rule = "executive", isSecret = true, isTold = true }: Past) {
  const { store } = await testStore("memory");
  const electorate = Array.from({ length: 10 }, (_, i) => `m${i}`);
  const entries: readonly MotionEntry[] = [
    { kind: "moved", origin: "discord", rule, mover: "m0", text: `text-${id}`, lastDay: undefined },
    { kind: "vote-opened", vote: `vote-${id}`, electorate, seats: 10, bodies: {}, closes: undefined, isSecret },
    {
      kind: "vote-closed",
      vote: `vote-${id}`,
      result: { kind: "carried", present: 10, voted: 10, recused: 0, count: isTold ? count : undefined },
      published: undefined,
    },
  ];
  const recorded = entries.map((entry, i): MotionRecorded => ({ version: i + 1, at, by: { kind: "clock" }, entry }));
  await store.commitMotion({
    delivery: undefined,
    motion: id,
    opens: { codeName: `name-${id}`, rulebook: "hash" },
    expected: 0,
    entries: recorded,
    words: [{ id: `text-${id}`, text }],
    isClosed: true,
    wakes: [],
    recuses: [],
    effects: [],
  });
  const moved: MotionEntry = {
    kind: "moved",
    origin: "discord",
    rule: "executive",
    mover: "m1",
    text: "own",
    lastDay: undefined,
  };
  await store.commitMotion({
    delivery: undefined,
    motion: "anew",
    opens: { codeName: "anew", rulebook: "hash" },
    expected: 0,
    entries: [{ version: 1, at, by: { kind: "clock" }, entry: moved }],
    words: [{ id: "own", text: "that we buy  a COFFEE machine" }],
    isClosed: false,
    wakes: [],
    recuses: [],
    effects: [],
  });
  const anew = await store.motionById("anew");
  if (anew === undefined) throw new Error("The motion was not kept.");
  const house = { store, rulebookOf: () => union };
  return (secret: boolean) =>
    toldOfSameText(house, { rulebook: union, motion: foldMotion(anew) }, { isSecret: secret });
}

describe("[E-28] a motion that is moved anew with the same words", () => {
  test("is guarded against what was told of the secret vote on the first: one voter more or fewer shows nobody's choice", async () => {
    const told = await (await voted("first", {}))(true);
    expect(told).toEqual([10]);
    const lost = { kind: "lost", tally, present: 12, recused: 0, base: 9 } as const;
    expect(mayTell(lost, 9, told)).toBe(false);
    expect(mayTell({ ...lost, tally: { ...tally, inFavour: 5 } }, 11, told)).toBe(false);
    expect(mayTell({ ...lost, tally: { ...tally, inFavour: 11 } }, 15, told)).toBe(true);
  });

  test.each<readonly [string, Past]>([
    ["other words", { text: "That we buy a tea machine." }],
    ["another electorate", { rule: "finance" }],
    ["a vote that was not secret", { isSecret: false }],
    ["a vote of which nothing was told", { isTold: false }],
  ])("is not kept from its numbers by %s", async (_, past) => {
    expect(await (await voted("first", past))(true)).toEqual([]);
  });

  test("needs no guard where its own vote is not secret", async () => {
    expect(await (await voted("first", {}))(false)).toEqual([]);
  });

  test.each([
    ["That we buy it.", "that we  buy it", true],
    ["Att vi köper en ﬁn maskin", "Att vi köper en fin maskin!", true],
    ["That we buy two.", "That we buy 2.", false],
  ])("says the same: %j and %j: %s", (one, other, isSame) => {
    expect(isSameText(one, other)).toBe(isSame);
  });
});
