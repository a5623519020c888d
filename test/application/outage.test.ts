import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import { noteAwake, settleOutage } from "../../src/application/motions/runDueMotions.ts";
import { foldMotion } from "../../src/domain/motions/motion.ts";
import { unionText } from "../fakes/union.ts";
import { openForum } from "../faults/secretStory.ts";
import { testStore } from "../servers/testStore.ts";

/** A forum whose vote is open until the end of the 5th, and the house of another instance on the same store. */
async function openTwo() {
  const { store } = await testStore("memory");
  const { redress, motion } = await openForum(store, 9, unionText, "2026-09-05");
  const at = (moment: string) => {
    const now = Temporal.Instant.from(moment);
    return { ...redress.house, clock: { now: () => now } };
  };
  const away = async () => {
    const stored = await store.motionById(motion);
    return stored === undefined ? [] : foldMotion(stored).votes.flatMap((vote) => vote.away);
  };
  return { at, away, close: () => redress.close() };
}

test("[E-26] two instances that come back at once extend a vote once, whichever is faster", async () => {
  const { at, away, close } = await openTwo();
  await noteAwake(at("2026-09-03T10:00:00Z"));
  await Promise.all([settleOutage(at("2026-09-03T18:00:00Z")), settleOutage(at("2026-09-03T18:00:03Z"))]);
  await settleOutage(at("2026-09-03T18:20:00Z"));
  expect(await away()).toHaveLength(1);
  await settleOutage(at("2026-09-03T19:30:00Z"));
  expect(await away()).toHaveLength(2);
  await close();
});

test("[E-26] an instance that comes back while another was awake changes nothing", async () => {
  const { at, away, close } = await openTwo();
  await noteAwake(at("2026-09-03T10:00:00Z"));
  await noteAwake(at("2026-09-03T17:59:00Z"));
  await settleOutage(at("2026-09-03T18:00:00Z"));
  expect(await away()).toEqual([]);
  await close();
});
