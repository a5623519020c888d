import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { kth } from "../fakes/kth.ts";
import { rollFrom } from "./simulation/dice.ts";
import { openWorld } from "./simulation/world.ts";

const CASES = 500;
const BEFORE = Temporal.Instant.from("2026-03-02T09:00:00Z");
const AFTER = Temporal.Instant.from("2026-05-02T09:00:00Z");

/** A world in which nobody is killed. */
const worldOf = () =>
  openWorld({
    rulebook: kth,
    stores: [memoryStore()],
    dice: rollFrom(1),
    start: BEFORE,
    lifetime: () => Infinity,
    endHolds: async () => {},
  });

test("[E-23] after an outage everybody gets one message of what is late in 500 cases, however many they have to see to", async () => {
  const world = await worldOf();
  const answers = {
    relation: "affected",
    about: [],
    aboutReceiver: undefined,
    aboutOthers: "",
    rules: [],
    texts: {},
  } as const;
  const filer = { platform: "discord", id: "filer", name: "A member", locale: "en" } as const;
  for (let i = 0; i < CASES; i += 1)
    // oxlint-disable-next-line no-await-in-loop -- one report after the other
    await world.acts.fileReport(filer, `draft-${i}`, answers, undefined, `delivery-${i}`);
  await world.tick(BEFORE.add({ seconds: 1 }));
  const before = world.postbox.posts.length;
  await world.tick(AFTER);

  const told = world.postbox.posts.slice(before).filter(({ isDirect }) => isDirect);
  const officers = new Set(told.map(({ to }) => to));
  expect(officers.size).toBeGreaterThan(1);
  // A message of what is late, and where the first case alone was reminded of in its room one more.
  for (const officer of officers) expect(told.filter(({ to }) => to === officer).length).toBeLessThanOrEqual(2);
  const inRooms = world.postbox.posts.slice(before).filter(({ isDirect }) => !isDirect);
  expect(inRooms.length).toBeLessThan(10);

  await world.tick(AFTER.add({ minutes: 1 }));
  const more = world.postbox.posts.slice(before).filter(({ isDirect }) => isDirect);
  expect(more.length).toBe(told.length);
  expect(await world.house.store.dueCases(AFTER, 1)).toEqual([]);
});
