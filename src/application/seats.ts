import { Temporal } from "temporal-polyfill";

import type { PersonId } from "../domain/identity.ts";
import { changesOfFile, nextChange, rosterAt, termsOf } from "../domain/people/appointment.ts";
import type { Appointment, Listed, Term } from "../domain/people/appointment.ts";
import { classKey } from "../domain/roster.ts";
import type { Roster } from "../domain/roster.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import { rememberSame } from "./onePerson.ts";
import type { Account, Chance, Clock, Person, Store } from "./ports.ts";

/** Who holds which office and is of which class, by the roster file and by what was entered since; people by the accounts they have. */
export interface Seats {
  /** Now. */
  readonly roster: Roster;
  /** Everybody who holds something, or will, and everybody in the file. */
  readonly people: ReadonlyMap<PersonId, Person>;
  /** What those were called who once held something and no longer do: case files go on saying who did what. */
  readonly formerNames: ReadonlyMap<PersonId, string>;
  readonly terms: readonly Term[];
  /** Everything that was entered, in that order. */
  readonly entered: readonly Appointment[];
  /** Reads what was entered meanwhile, also by another instance. */
  learn(): Promise<void>;
}

/** Under such names was kept who held an office before terms were. */
const OFFICIAL = "official:";

interface Known {
  readonly entered: readonly Appointment[];
  readonly terms: readonly Term[];
  /** Everybody who ever held something, and everybody in the file. */
  readonly everybody: ReadonlyMap<PersonId, Person>;
}

/** What holds from one change to the next. */
interface Held extends Pick<Seats, "roster" | "people" | "formerNames"> {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | undefined;
}

const { compare } = Temporal.Instant;

/**
 * Makes the people of a roster file known and enters what is new in it. Somebody who already has one of the accounts stays the same
 * person; accounts that were taken for two people belong to one from now on: to the one who has held an office before.
 */
export async function openSeats(
  store: Store,
  clock: Clock,
  chance: Chance,
  listed: readonly RosterPerson[],
): Promise<Seats> {
  const before = await store.appointments();
  const officials = [...(await store.rememberedUnder(OFFICIAL)), ...before.map(({ person }) => person)];
  const inFile = await seatAll(store, chance, listed, new Set(officials));
  const changes = changesOfFile(before, keysOf(listed, inFile), clock.now(), () => chance.id());
  if (changes.length > 0) await store.enterAppointments(changes, []);
  const idle = listed.flatMap(({ offices, classes = [] }, i) =>
    offices.length + classes.length > 0 ? [] : (inFile[i]?.id ?? []),
  );
  const readKnown = () => read(store, inFile, officials);
  let known = await readKnown();
  let held: Held | undefined;
  const now = () => {
    const at = clock.now();
    if (held === undefined || !isWithin(held, at)) held = heldAt(known, idle, at);
    return held;
  };
  return {
    get roster() {
      return now().roster;
    },
    get people() {
      return now().people;
    },
    get formerNames() {
      return now().formerNames;
    },
    get terms() {
      return known.terms;
    },
    get entered() {
      return known.entered;
    },
    async learn() {
      if ((await store.countAppointments()) === known.entered.length) return;
      known = await readKnown();
      held = undefined;
    },
  };
}

/** What the file says that each holds. */
function keysOf(listed: readonly RosterPerson[], inFile: readonly Person[]): readonly Listed[] {
  return listed.flatMap(({ offices, classes = [] }, i) => {
    const person = inFile[i]?.id;
    return person === undefined ? [] : [...offices, ...classes.map(classKey)].map((key) => ({ person, key }));
  });
}

function isWithin({ from, until }: Held, at: Temporal.Instant): boolean {
  return compare(from, at) <= 0 && (until === undefined || compare(at, until) < 0);
}

/** @param idle people of the file who hold nothing */
function heldAt({ terms, everybody }: Known, idle: readonly PersonId[], at: Temporal.Instant): Held {
  const isOver = ({ until }: Term) => until !== undefined && compare(until, at) <= 0;
  const seated = new Set([...idle, ...terms.filter((term) => !isOver(term)).map(({ person }) => person)]);
  const [people, former] = [new Map<PersonId, Person>(), new Map<PersonId, string>()];
  for (const person of everybody.values())
    if (seated.has(person.id)) people.set(person.id, person);
    else former.set(person.id, person.name);
  return { roster: rosterAt(terms, at), people, formerNames: former, from: at, until: nextChange(terms, at) };
}

async function read(store: Store, inFile: readonly Person[], officials: readonly PersonId[]): Promise<Known> {
  const entered = await store.appointments();
  const everybody = new Map(inFile.map((person) => [person.id, person]));
  const others = new Set([...officials, ...entered.map(({ person }) => person)]);
  const found = await Promise.all([...others].filter((id) => !everybody.has(id)).map((id) => store.person(id)));
  for (const person of found) if (person !== undefined) everybody.set(person.id, person);
  return { entered, terms: termsOf(entered), everybody };
}

/** The people of the file, in its order. */
async function seatAll(
  store: Store,
  chance: Chance,
  listed: readonly RosterPerson[],
  officials: ReadonlySet<PersonId>,
): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (const each of listed)
    // oxlint-disable-next-line no-await-in-loop -- two entries with one account are one person
    people.push(await seat(store, chance, each, officials));
  return people;
}

async function seat(
  store: Store,
  chance: Chance,
  listed: RosterPerson,
  officials: ReadonlySet<PersonId>,
): Promise<Person> {
  const { name, locale } = listed;
  const accounts: Account[] = [
    ...(listed.discord === undefined ? [] : [{ platform: "discord", id: listed.discord, name, locale } as const]),
    ...(listed.slack === undefined ? [] : [{ platform: "slack", id: listed.slack, name, locale } as const]),
  ];
  const found = await Promise.all(accounts.map((account) => store.personOf(account)));
  const known = [...new Set(found.flatMap((each) => each ?? []))];
  const id = known.find((each) => officials.has(each)) ?? known[0] ?? chance.id();
  // Before the accounts are moved: whoever is a party under the other id must not be forgotten in between.
  for (const other of known) {
    // oxlint-disable-next-line no-await-in-loop -- two at most
    if (other !== id) await rememberSame(store, other, id);
  }
  const person: Person = { id, name, accounts };
  await store.savePerson(person);
  return person;
}
