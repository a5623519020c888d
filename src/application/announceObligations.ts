import { Temporal } from "temporal-polyfill";

import { localDay } from "../domain/deadlines/calendar.ts";
import type { PersonId } from "../domain/identity.ts";
import { exportObligations } from "../domain/obligations/exports.ts";
import { announcementsOf } from "../domain/obligations/standing.ts";
import type { Announcement } from "../domain/obligations/standing.ts";
import { fewAnnouncements } from "../domain/people/fewMembers.ts";
import { chairsOf, holdersOf } from "../domain/roster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Effect } from "./effect.ts";
import type { House } from "./house.ts";
import { onceADay } from "./onceADay.ts";

/**
 * Tells those who owe it what has to be done again and again, and handed out regularly, and those who lead a body that it has too few
 * members: each thing once.
 */
export function announceObligations(house: House): Promise<void> {
  return onceADay(house, "obligations-announced", async () => {
    const { rulebook, roster } = house;
    const today = localDay(rulebook, house.clock.now());
    const owed = Object.entries({ ...rulebook.obligations, ...(await exportsOwed(house)) });
    const [done, since] = await Promise.all([owed.length === 0 ? noDays : daysDone(house), beganOn(house)]);
    for (const [id, rule] of owed) {
      const told = announcementsOf(rulebook, id, rule, done.get(id) ?? [], since, today);
      // oxlint-disable-next-line no-await-in-loop -- a few, once a day
      await announce(house, id, holdersOf(rulebook, roster, rule.owner), told);
    }
    for (const body of Object.keys(rulebook.bodies)) {
      const told = fewAnnouncements(rulebook, house.seats.terms, body, house.clock.now());
      const people = chairsOf(rulebook, roster, { kind: "body", id: body }, []);
      // oxlint-disable-next-line no-await-in-loop -- a few, once a day
      await announce(house, bodyId(body), people, told);
    }
  });
}

const noDays: ReadonlyMap<string, readonly Temporal.PlainDate[]> = new Map();

const BODY = "body:";
const bodyId = (body: string) => `${BODY}${body}`;

/** The body of which something is announced under this id; undefined where it is something that somebody owes. */
export const bodyAnnounced = (id: string): string | undefined =>
  id.startsWith(BODY) ? id.slice(BODY.length) : undefined;

/** What is handed out regularly, once there is anything that could be. */
export async function exportsOwed(house: House): Promise<Rulebook["obligations"]> {
  const owed = exportObligations(house.rulebook);
  if (Object.keys(owed).length === 0) return {};
  return (await house.store.keptRecords("facts")).length === 0 ? {} : owed;
}

async function announce(
  house: House,
  id: string,
  people: readonly PersonId[],
  told: readonly Announcement[],
): Promise<void> {
  // Whoever comes into office later is told then.
  for (const { key, kind, dueBy, done } of people.length === 0 ? [] : told) {
    const effects = people.map((person): Effect => ({
      kind: "obligation",
      announcement: key,
      person,
      obligation: id,
      about: kind,
      dueBy: dueBy.toString(),
      done,
    }));
    // oxlint-disable-next-line no-await-in-loop -- a few, once a day
    if (await house.store.announceObligation(key, house.clock.now(), effects)) house.wakeOutbox();
  }
}

/** The days on which each obligation was met, as far as that is recorded; what was handed out was so by itself. */
export async function daysDone(house: House): Promise<ReadonlyMap<string, readonly Temporal.PlainDate[]>> {
  const done = Map.groupBy(await house.store.obligationsDone(), ({ obligation }) => obligation);
  const days = new Map([...done].map(([id, all]) => [id, all.map(({ on }) => Temporal.PlainDate.from(on))]));
  const given = (await house.store.keptRecords("given")).filter(({ value }) => value.what === "cases");
  for (const id of Object.keys(exportObligations(house.rulebook)))
    days.set(
      id,
      given.map(({ value }) => Temporal.PlainDate.from(value.on)),
    );
  return days;
}

/** The day on which the organisation began with Redress. */
export async function beganOn(house: House): Promise<Temporal.PlainDate> {
  const [first] = await house.store.rulebookVersions();
  return localDay(house.rulebook, first?.at ?? house.clock.now());
}
