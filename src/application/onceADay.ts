import { localTime, timeOnDay } from "../domain/deadlines/calendar.ts";
import type { House } from "./house.ts";
import type { Store } from "./ports.ts";

/** On which day each of these was done last, kept so that a wake asks the database once a day. */
const known = new WeakMap<Store, Map<string, string>>();

/**
 * Does something once a day, at the time of day at which people are reminded; after an outage once, not for each day that was missed. What
 * broke off is done again from the beginning.
 * @param name under which it is kept that it was done
 */
export async function onceADay(house: House, name: string, work: () => Promise<void>): Promise<void> {
  const { rulebook, store } = house;
  const now = house.clock.now();
  const day = localTime(rulebook, now).toPlainDate();
  const today = day.toString();
  const done = known.get(store) ?? new Map<string, string>();
  known.set(store, done);
  const opens = timeOnDay(rulebook, day, rulebook.calendar.reminders.at);
  if (now.epochMilliseconds < opens.epochMilliseconds || done.get(name) === today) return;
  if ((await store.remembered(name)) !== today) {
    await work();
    await store.remember(name, today);
  }
  done.set(name, today);
}
