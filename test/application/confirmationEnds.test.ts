import type { Temporal } from "temporal-polyfill";
import { beforeEach, expect, test } from "vitest";

import { recordInCase } from "../../src/application/actOnCase.ts";
import type { House } from "../../src/application/house.ts";
import { runOutbox } from "../../src/application/outbox/runOutbox.ts";
import type { Store } from "../../src/application/ports.ts";
import type { Entry } from "../../src/domain/case/entry.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import { foldMotion } from "../../src/domain/motions/motion.ts";
import { fixedSeats, playHouse } from "../../src/rehearsal/playHouse.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { appealed, ended, rulebook } from "../domain/sanctions/everyKind.ts";
import { impose, nils, noon } from "../fakes/imposing.ts";
import { roster } from "../fakes/kth.ts";

let store: Store;
let house: House;
let now: Temporal.Instant;

const MOTION = "motion-1";
const asks: Entry = {
  kind: "confirmation-put",
  decision: "vote-first",
  motion: MOTION,
  rule: "sanction",
  lastDay: "2026-03-20",
  mover: "president",
  statement: "words-1",
};

/** Stores what happens in the case, and does everything that follows from it. */
async function happens(...entries: readonly Entry[]): Promise<void> {
  await recordInCase(house, "first", { kind: "clock" }, () => entries);
  await runOutbox(house, "worker");
}
const motion = async () => {
  const stored = await store.motionById(MOTION);
  if (stored === undefined) throw new Error("There is no vote.");
  return foldMotion(stored);
};
const put = async () => {
  const stored = await store.caseById("first");
  return stored === undefined ? undefined : foldCase(stored).consents.votes[0];
};

beforeEach(async () => {
  store = memoryStore();
  now = noon("2026-03-04");
  let ids = 0;
  house = playHouse({
    rulebook,
    hash: "kth",
    start: now,
    now: () => now,
    store: { ...store, words: async (of, id) => (id === "words-1" ? "Person B." : store.words(of, id)) },
    chance: { id: () => `id-${(ids += 1)}`, codeName: () => `name-${(ids += 1)}` },
    seats: fixedSeats(roster),
  });
  await impose(store, rulebook, "first", "approved", "2026-03-01", nils("party-b", "2026-03-04"));
  await happens(asks);
});

test("a vote by which another body confirms a sanction is open as long as the decision stands", async () => {
  expect((await motion()).votes.at(-1)?.result).toBeUndefined();
  expect(await put()).toMatchObject({ isOver: false });
  await happens(appealed("1", "vote-first"), ended("1", "confirm"));
  expect((await motion()).votes.at(-1)?.result).toBeUndefined();
});

test("it ends as void when an appeal annuls the decision: those who vote read that it was withdrawn, and the case that nothing came of it", async () => {
  await happens(appealed("1", "vote-first"), ended("1", "annul"));
  const { votes, isWithdrawn } = await motion();
  expect([votes.at(-1)?.result?.kind, isWithdrawn]).toEqual(["void", true]);
  expect(await put()).toMatchObject({ isOver: true });
  const file = await store.caseById("first");
  const voted = file?.entries.flatMap(({ entry }) => (entry.kind === "confirmation-voted" ? [entry.isConfirmed] : []));
  expect(voted).toEqual([undefined]);
});

test("it ends as void when something else is decided in its place, and once only", async () => {
  await happens({ kind: "decisions-replaced", decisions: ["vote-first"] });
  await happens({ kind: "recused", person: "b9" });
  const stored = await store.motionById(MOTION);
  expect(stored?.entries.filter(({ entry }) => entry.kind === "withdrawn")).toHaveLength(1);
  expect(await put()).toMatchObject({ isOver: true });
});
