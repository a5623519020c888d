import { Temporal } from "temporal-polyfill";

import { endOfDay, localDay } from "../../domain/deadlines/calendar.ts";
import type { OfficeId, PersonId } from "../../domain/identity.ts";
import type { Appointment } from "../../domain/people/appointment.ts";
import { awayKey, deputiesOf } from "../../domain/roster.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { checkCasesLeft } from "../checkOpenCases.ts";
import { findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import { learnSeats } from "../learnSeats.ts";
import type { Account, AccountRef } from "../person.ts";
import { effectOf, toldOf } from "./offices.ts";

/** An office of somebody for which the rulebook names who stands in, and whether they are away from it. */
export interface LeavableOffice {
  readonly office: OfficeId;
  readonly isAway: boolean;
}

/** The offices that somebody holds and whose holder can be away; none for anybody else. */
export async function officesToLeave(house: House, caller: AccountRef): Promise<readonly LeavableOffice[]> {
  const { rulebook, roster } = house;
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  return Object.entries(rulebook.offices).flatMap(([office, { deputy }]) =>
    deputy !== undefined && roster[office]?.includes(person) === true
      ? [{ office, isAway: roster[awayKey(office)]?.includes(person) === true }]
      : [],
  );
}

/** From which office somebody is away, and until which last day; back again at once where none is given. */
export interface Leaving {
  readonly office: OfficeId;
  readonly until: Temporal.PlainDate | undefined;
}

export type Left =
  | {
      readonly kind: "left";
      readonly office: OfficeId;
      /** The last day, as 2026-03-15; undefined for whoever is back. */
      readonly until: string | undefined;
      readonly deputies: readonly string[];
      /** How many people are told of it. */
      readonly told: number;
      /** So many open cases they were the last to handle who was there: somebody is asked to take them over. */
      readonly left: number;
    }
  /** "past": a day that is over. "nobody": nobody could stand in. */
  | { readonly kind: "cannot-leave"; readonly why: "past" | "nobody" };

/**
 * Somebody is away from an office until the end of a day, and whoever stands in by the rulebook gets what is the office's; or is back again.
 * Both are told, and so is everybody who is told who holds that office. To whoever does not hold it there is nothing.
 */
export async function leaveOffice(
  house: House,
  caller: Account,
  { office, until }: Leaving,
  delivery: string,
): Promise<Left | Blocked> {
  await house.seats.learn();
  const { rulebook, roster } = house;
  const person = await findPerson(house, caller);
  const own = (await officesToLeave(house, caller)).find((each) => each.office === office);
  if (person === undefined || own === undefined) return nothingHere;
  const now = house.clock.now();
  if (until === undefined && !own.isAway) return nothingHere;
  if (until !== undefined && Temporal.PlainDate.compare(until, localDay(rulebook, now)) < 0)
    return { kind: "cannot-leave", why: "past" };
  const deputies = deputiesOf(rulebook, roster, { kind: "office", id: office }).filter((each) => each !== person);
  if (until !== undefined && deputies.length === 0) return { kind: "cannot-leave", why: "nobody" };
  const told = [...new Set([...toldOf(house, roster, office, person), ...deputies])];
  const id = `${delivery}:${awayKey(office)}`;
  await house.store.enterAppointments([entryOf(house, id, person, office, until)], told.map(effectOf(id)));
  await learnSeats(house);
  const left = until === undefined ? 0 : await checkCasesLeft(house, person);
  house.wakeOutbox();
  return {
    kind: "left",
    office,
    until: until?.toString(),
    deputies: deputies.map((each) => nameOf(house, each)),
    told: told.length,
    left,
  };
}

function entryOf(
  house: House,
  id: string,
  person: PersonId,
  office: OfficeId,
  until: Temporal.PlainDate | undefined,
): Appointment {
  const now = house.clock.now();
  const entry = { id, person, key: awayKey(office), by: { kind: "person", person }, at: now } as const;
  return until === undefined
    ? { ...entry, kind: "ends", until: now }
    : { ...entry, kind: "begins", from: now, until: endOfDay(house.rulebook, until) };
}
