import { Temporal } from "temporal-polyfill";

import type { PersonId } from "../domain/identity.ts";
import { changesOfFile, nextChange, rosterAt, termsOf } from "../domain/people/appointment.ts";
import type { Appointment, Listed, Term } from "../domain/people/appointment.ts";
import { attributeKey, classKey, relationKey } from "../domain/roster.ts";
import type { Roster } from "../domain/roster.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import { countSame, linkedAccounts, nowIn, readSame, rememberLinked, rememberSame } from "./onePerson.ts";
import type { Account, Person } from "./person.ts";
import type { Chance, Clock, Store } from "./ports.ts";

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
  /** The ids under which people were known before their accounts were joined, each with the one they have now. */
  readonly same: ReadonlyMap<PersonId, PersonId>;
  /** Reads what was entered meanwhile, also by another instance. */
  learn(): Promise<void>;
}

/** Under such names was kept who held an office before terms were. */
const OFFICIAL = "official:";

interface Known {
  readonly same: ReadonlyMap<PersonId, PersonId>;
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

const compare = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other);

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
  const appointed = (await store.appointments()).map(({ person }) => person);
  const officials = [...(await store.rememberedUnder(OFFICIAL)), ...appointed];
  const inFile = await seatAll(store, chance, listed, new Set(officials));
  const { entered } = await read(store, inFile, officials);
  const changes = changesOfFile(entered, keysOf(listed, inFile), clock.now(), () => chance.id());
  if (changes.length > 0) await store.enterAppointments(changes, []);
  const standing = new Set(listed.flatMap(({ relations: others = {} }) => Object.values(others)));
  const idle = listed.flatMap(({ name, offices, classes = [] }, i) =>
    offices.length + classes.length > 0 && !standing.has(name) ? [] : (inFile[i]?.id ?? []),
  );
  const relations = () => {
    const now = nowIn(known.same);
    return relationsOf(
      listed,
      inFile.map(({ id }) => now(id)),
    );
  };
  const readKnown = () => read(store, inFile, officials);
  let known = await readKnown();
  let held: Held | undefined;
  const now = () => {
    const at = clock.now();
    if (held === undefined || !isWithin(held, at)) held = heldAt(known, idle, relations(), at);
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
    get same() {
      return known.same;
    },
    async learn() {
      const [count, joined] = await Promise.all([store.countAppointments(), countSame(store)]);
      if (count === known.entered.length && joined === known.same.size) return;
      known = await readKnown();
      held = undefined;
    },
  };
}

/** What the file says that each holds. */
function keysOf(listed: readonly RosterPerson[], inFile: readonly Person[]): readonly Listed[] {
  return listed.flatMap(({ offices, classes = [], attributes = {} }, i) => {
    const person = inFile[i]?.id;
    const so = Object.entries(attributes).map(([attribute, value]) => attributeKey(attribute, value));
    return person === undefined ? [] : [...offices, ...classes.map(classKey), ...so].map((key) => ({ person, key }));
  });
}

function isWithin({ from, until }: Held, at: Temporal.Instant): boolean {
  return compare(from, at) <= 0 && (until === undefined || compare(at, until) < 0);
}

/** Who stands to whom in a way of the rulebook, as the file says it by their names. */
function relationsOf(listed: readonly RosterPerson[], ids: readonly PersonId[]): Roster {
  const idOf = (name: string) => ids[listed.findIndex((each) => each.name === name)];
  return Object.fromEntries(
    listed.flatMap(({ relations = {} }, i) =>
      Object.entries(relations).flatMap(([relation, name]) => {
        const [person, other] = [ids[i], idOf(name)];
        return person === undefined || other === undefined ? [] : [[relationKey(relation, person), [other]]];
      }),
    ),
  );
}

/**
 * @param idle people of the file who hold nothing, or to whom somebody of it stands in some way whatever they hold
 * @param relations who stands to whom
 */
function heldAt({ terms, everybody }: Known, idle: readonly PersonId[], relations: Roster, at: Temporal.Instant): Held {
  const isOver = ({ until }: Term) => until !== undefined && compare(until, at) <= 0;
  const seated = new Set([...idle, ...terms.filter((term) => !isOver(term)).map(({ person }) => person)]);
  const [people, former] = [new Map<PersonId, Person>(), new Map<PersonId, string>()];
  for (const person of everybody.values())
    if (seated.has(person.id)) people.set(person.id, person);
    else former.set(person.id, person.name);
  return {
    roster: { ...rosterAt(terms, at), ...relations },
    people,
    formerNames: former,
    from: at,
    until: nextChange(terms, at),
  };
}

async function read(store: Store, inFile: readonly Person[], officials: readonly PersonId[]): Promise<Known> {
  const same = await readSame(store);
  const now = nowIn(same);
  const entered = (await store.appointments()).map((each) => ({ ...each, person: now(each.person) }));
  const ids = new Set([...inFile.map(({ id }) => id), ...officials, ...entered.map(({ person }) => person)].map(now));
  // Whoever has joined an account since is read again; the others are as the file says.
  const joined = new Set(same.values());
  const asListed = new Map(inFile.filter(({ id }) => !joined.has(id)).map((person) => [person.id, person]));
  const found = await Promise.all([...ids].map(async (id) => asListed.get(id) ?? (await store.person(id))));
  const everybody = new Map(found.flatMap((person) => (person === undefined ? [] : [[person.id, person] as const])));
  return { same, entered, terms: termsOf(entered), everybody };
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
  const linked = await linkedAccounts(store, known, accounts);
  const person: Person = { id, name, accounts: [...accounts, ...linked] };
  await store.savePerson(person);
  for (const { platform } of linked)
    // oxlint-disable-next-line no-await-in-loop -- one or two
    await rememberLinked(store, id, platform);
  return person;
}
