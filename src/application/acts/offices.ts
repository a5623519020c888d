import type { Temporal } from "temporal-polyfill";

import { endOfDay, localDay } from "../../domain/deadlines/calendar.ts";
import type { OfficeId, PersonId } from "../../domain/identity.ts";
import { officersOf } from "../../domain/parties/receivers.ts";
import { appoint } from "../../domain/people/appoint.ts";
import type { AppointFault } from "../../domain/people/appoint.ts";
import { beginningOf, isRunning } from "../../domain/people/appointment.ts";
import type { Appointment, Term } from "../../domain/people/appointment.ts";
import { holdersOf } from "../../domain/roster.ts";
import type { Roster } from "../../domain/roster.ts";
import type { Effect } from "../effect.ts";
import { ensurePerson, findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import { learnSeats } from "../learnSeats.ts";
import type { Account, AccountRef } from "../person.ts";

/** Somebody in an office, with the first and the last day where these are known, as 2026-07-01. */
export interface HolderView {
  readonly person: PersonId;
  readonly name: string;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

export interface OfficeView {
  readonly office: OfficeId;
  readonly clause: string | undefined;
  readonly seats: number | undefined;
  /** Who holds it today; a sanction that keeps somebody from it meanwhile is not told of. */
  readonly holders: readonly HolderView[];
  /** Who will, and does not yet. */
  readonly coming: readonly HolderView[];
}

export interface BodyView {
  /** Undefined for the offices that are of no body. */
  readonly body: string | undefined;
  readonly clause: string | undefined;
  readonly offices: readonly OfficeView[];
  /** How many people it has. */
  readonly size: number;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
}

/** Every body of the rulebook in its order, and then the offices that are of none. */
export async function readBodies(house: House): Promise<readonly BodyView[]> {
  await house.seats.learn();
  const { rulebook } = house;
  const { roster } = house.seats;
  const bodies = Object.entries(rulebook.bodies).map(([body, rule]): BodyView => {
    const size = holdersOf(rulebook, roster, { kind: "body", id: body }).length;
    const common = { body, clause: rule.clause, size };
    if (!("offices" in rule)) return { ...common, offices: [], atLeast: undefined, atMost: undefined };
    const offices = rule.offices.map((office) => officeView(house, office));
    return { ...common, offices, atLeast: rule.at_least, atMost: rule.at_most };
  });
  const inBodies = new Set(Object.values(rulebook.bodies).flatMap((rule) => ("offices" in rule ? rule.offices : [])));
  const others = Object.keys(rulebook.offices).filter((office) => !inBodies.has(office));
  if (others.length === 0) return bodies;
  const offices = others.map((office) => officeView(house, office));
  const size = new Set(offices.flatMap(({ holders }) => holders.map(({ person }) => person))).size;
  return [...bodies, { body: undefined, clause: undefined, offices, size, atLeast: undefined, atMost: undefined }];
}

function officeView(house: House, office: OfficeId): OfficeView {
  const now = house.clock.now();
  const rule = house.rulebook.offices[office];
  const of = house.seats.terms.filter(({ key }) => key === office);
  const view = (term: Term): HolderView => ({
    person: term.person,
    name: nameOf(house, term.person),
    from: dayOf(house, beginningOf(term)),
    until: dayOf(house, term.until?.subtract({ nanoseconds: 1 })),
  });
  return {
    office,
    clause: rule?.clause,
    seats: rule?.seats,
    holders: of.filter((term) => isRunning(term, now)).map(view),
    coming: of.filter(({ from }) => from.epochNanoseconds > now.epochNanoseconds).map(view),
  };
}

const dayOf = (house: House, at: Temporal.Instant | undefined) =>
  at === undefined ? undefined : localDay(house.rulebook, at).toString();

/** Who is to hold which office. */
export interface Seating {
  readonly office: OfficeId;
  readonly account: Account;
  /** What members read where they learn who holds it; undefined where the name of the account will do. */
  readonly name: string | undefined;
  /** Undefined for today. */
  readonly from: Temporal.PlainDate | undefined;
  /** Undefined: as long as the rulebook says. */
  readonly until: Temporal.PlainDate | undefined;
}

export interface Seated {
  readonly kind: "seated";
  readonly office: OfficeId;
  readonly holder: HolderView;
  /** How many people are told of it. */
  readonly told: number;
}

/** Why nobody can be seated so, with the names of those who hold the seats. */
export type SeatingFault =
  | Exclude<AppointFault, { readonly fault: "full" }>
  | { readonly field: "office"; readonly fault: "full"; readonly seats: number; readonly holders: readonly string[] }
  /** More would read reports than fit into the form that asks whether it is about one of them. */
  | { readonly field: "office"; readonly fault: "crowd"; readonly most: number };

/**
 * Gives somebody an office. They are told of it, and so is everybody in the bodies of that office and, where it lets somebody read
 * reports, everybody who does: nobody comes to read cases without those knowing who read them.
 * @param most how many may read reports
 */
export async function seatPerson(
  house: House,
  caller: Account,
  { office, account, name, from, until }: Seating,
  delivery: string,
  most: number,
): Promise<Seated | SeatingFault> {
  await house.seats.learn();
  const now = house.clock.now();
  const by = await ensurePerson(house, caller);
  const person = await ensurePerson(house, account);
  const first = from ?? localDay(house.rulebook, now);
  const stretch = appoint(house.rulebook, house.seats.terms, { person, office, from: first, until }, now);
  if ("fault" in stretch) return named(house, stretch);
  const after = { ...house.seats.roster, [office]: [...(house.seats.roster[office] ?? []), person] };
  if (officersOf(house.rulebook, after).length > most) return { field: "office", fault: "crowd", most };
  await nameIt(house, person, name);
  const id = `${delivery}:${office}`;
  const entered: Appointment = {
    id,
    kind: "begins",
    person,
    key: office,
    from: stretch.from,
    until: stretch.until,
    by: { kind: "person", person: by },
    at: now,
  };
  const told = toldOf(house, after, office, person);
  await house.store.enterAppointments([entered], told.map(effectOf(id)));
  await follow(house);
  return {
    kind: "seated",
    office,
    holder: {
      person,
      name: nameOf(house, person),
      from: first.toString(),
      until: dayOf(house, stretch.until?.subtract({ nanoseconds: 1 })),
    },
    told: told.length,
  };
}

function named(house: House, fault: AppointFault): SeatingFault {
  return fault.fault === "full" ? { ...fault, holders: fault.holders.map((holder) => nameOf(house, holder)) } : fault;
}

async function nameIt(house: House, id: PersonId, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  const person = await house.store.person(id);
  if (person !== undefined && person.name !== name) await house.store.savePerson({ ...person, name });
}

/** Whose holding of which office ends; without a last day now. */
export interface Ending {
  readonly office: OfficeId;
  readonly whose: PersonId | AccountRef;
  readonly lastDay: Temporal.PlainDate | undefined;
}

export interface Unseated {
  readonly kind: "unseated";
  readonly office: OfficeId;
  readonly holder: HolderView;
  readonly told: number;
  /** Bodies that have fewer members from then on than they must, with how many. */
  readonly short: readonly {
    readonly body: string;
    readonly size: number;
    readonly atLeast: number;
    readonly clause: string;
  }[];
}

/**
 * Ends somebody's holding of an office: with a last day, or now.
 * @returns undefined where they hold it neither now nor later
 */
export async function unseatPerson(
  house: House,
  caller: Account,
  { office, whose, lastDay }: Ending,
  delivery: string,
): Promise<Unseated | undefined> {
  await house.seats.learn();
  const now = house.clock.now();
  const person = typeof whose === "string" ? whose : await findPerson(house, whose);
  if (person === undefined) return undefined;
  const isHeld = ({ key, person: holder, until }: Term) =>
    key === office && holder === person && (until === undefined || until.epochNanoseconds > now.epochNanoseconds);
  if (!house.seats.terms.some(isHeld)) return undefined;
  const by = await ensurePerson(house, caller);
  const end = lastDay === undefined ? now : endOfDay(house.rulebook, lastDay);
  const until = end.epochNanoseconds < now.epochNanoseconds ? now : end;
  const id = `${delivery}:${office}`;
  const told = toldOf(house, house.seats.roster, office, person);
  const entered: Appointment = {
    id,
    kind: "ends",
    person,
    key: office,
    until,
    by: { kind: "person", person: by },
    at: now,
  };
  const name = nameOf(house, person);
  await house.store.enterAppointments([entered], told.map(effectOf(id)));
  await follow(house);
  const holder = { person, name, from: undefined, until: dayOf(house, until.subtract({ nanoseconds: 1 })) };
  return { kind: "unseated", office, holder, told: told.length, short: shortOf(house, office, person) };
}

/** Which bodies of an office have too few members without somebody. */
function shortOf(house: House, office: OfficeId, person: PersonId): Unseated["short"] {
  const { rulebook } = house;
  const without = { ...house.seats.roster, [office]: (house.seats.roster[office] ?? []).filter((id) => id !== person) };
  return Object.entries(rulebook.bodies).flatMap(([body, rule]) => {
    if (!("offices" in rule) || rule.at_least === undefined || !rule.offices.includes(office)) return [];
    const size = holdersOf(rulebook, without, { kind: "body", id: body }).length;
    return size >= rule.at_least ? [] : [{ body, size, atLeast: rule.at_least, clause: rule.clause }];
  });
}

/** The person, everybody in a body of that office, and everybody who reads reports where whoever holds it does. */
export function toldOf(house: House, roster: Roster, office: OfficeId, person: PersonId): readonly PersonId[] {
  const { rulebook } = house;
  const bodies = Object.entries(rulebook.bodies).filter(
    ([, rule]) => "offices" in rule && rule.offices.includes(office),
  );
  const members = bodies.flatMap(([id]) => holdersOf(rulebook, roster, { kind: "body", id }));
  const officers = officersOf(rulebook, roster);
  return [...new Set([person, ...members, ...(officers.includes(person) ? officers : [])])];
}

/** Tells somebody of what was entered under this id. */
export const effectOf =
  (appointment: string) =>
  (person: PersonId): Effect => ({ kind: "appointment", appointment, person });

async function follow(house: House): Promise<void> {
  await learnSeats(house);
  house.wakeOutbox();
}
