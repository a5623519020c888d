import { Temporal } from "temporal-polyfill";

import { localDay } from "../domain/deadlines/calendar.ts";
import { announcementsOf } from "../domain/obligations/standing.ts";
import { holdersOf } from "../domain/roster.ts";
import type { House } from "./house.ts";
import { onceADay } from "./onceADay.ts";
import type { Effect } from "./ports.ts";

/** Tells those who owe what has to be done again and again, each thing once. */
export function announceObligations(house: House): Promise<void> {
  return onceADay(house, "obligations-announced", async () => {
    const { rulebook, store, roster } = house;
    const obligations = Object.entries(rulebook.obligations);
    if (obligations.length === 0) return;
    const at = house.clock.now();
    const [done, since] = await Promise.all([daysDone(house), beganOn(house)]);
    for (const [id, rule] of obligations) {
      const people = holdersOf(rulebook, roster, rule.owner);
      const told = announcementsOf(rulebook, id, rule, done.get(id) ?? [], since, localDay(rulebook, at));
      // Whoever comes into office later is told then.
      for (const { key, kind, dueBy, done: count } of people.length === 0 ? [] : told) {
        const effects = people.map((person): Effect => ({
          kind: "obligation",
          announcement: key,
          person,
          obligation: id,
          about: kind,
          dueBy: dueBy.toString(),
          done: count,
        }));
        // oxlint-disable-next-line no-await-in-loop -- a few, once a day
        if (await store.announceObligation(key, at, effects)) house.wakeOutbox();
      }
    }
  });
}

/** The days on which each obligation was met, as far as that is recorded. */
export async function daysDone(house: House): Promise<ReadonlyMap<string, readonly Temporal.PlainDate[]>> {
  const done = Map.groupBy(await house.store.obligationsDone(), ({ obligation }) => obligation);
  return new Map([...done].map(([id, all]) => [id, all.map(({ on }) => Temporal.PlainDate.from(on))]));
}

/** The day on which the organisation began with Redress. */
export async function beganOn(house: House): Promise<Temporal.PlainDate> {
  const [first] = await house.store.rulebookVersions();
  return localDay(house.rulebook, first?.at ?? house.clock.now());
}
