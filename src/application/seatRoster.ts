import type { PersonId } from "../domain/identity.ts";
import { classKey } from "../domain/roster.ts";
import type { Roster } from "../domain/roster.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import { rememberSame } from "./onePerson.ts";
import type { Account, Chance, Person, Store } from "./ports.ts";

/** The offices and who holds them, with the people known by the accounts they have. */
export interface Seated {
  readonly roster: Roster;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** What those were called who once held an office and are no longer in the roster: case files go on saying who did what. */
  readonly formerNames: ReadonlyMap<PersonId, string>;
}

/** Under such names is kept who has ever held an office. */
const OFFICIAL = "official:";

/**
 * Makes the people of a roster known: somebody who already has one of the accounts stays the same person. Accounts that were taken for
 * two people belong to one from now on: to the one who has held an office before.
 */
export async function seatRoster(store: Store, chance: Chance, listed: readonly RosterPerson[]): Promise<Seated> {
  const people = new Map<PersonId, Person>();
  const officials = await store.rememberedUnder(OFFICIAL);
  const roster: Record<string, PersonId[]> = {};
  for (const each of listed) {
    // oxlint-disable-next-line no-await-in-loop -- two entries with one account are one person
    const person = await seat(store, chance, each, officials);
    people.set(person.id, person);
    for (const key of [...each.offices, ...(each.classes ?? []).map(classKey)]) (roster[key] ??= []).push(person.id);
  }
  const former = await Promise.all(officials.filter((id) => !people.has(id)).map((id) => store.person(id)));
  const formerNames = new Map(former.flatMap((person) => (person === undefined ? [] : [[person.id, person.name]])));
  return { roster, people, formerNames };
}

async function seat(
  store: Store,
  chance: Chance,
  listed: RosterPerson,
  officials: readonly PersonId[],
): Promise<Person> {
  const { name, locale } = listed;
  const accounts: Account[] = [
    ...(listed.discord === undefined ? [] : [{ platform: "discord", id: listed.discord, name, locale } as const]),
    ...(listed.slack === undefined ? [] : [{ platform: "slack", id: listed.slack, name, locale } as const]),
  ];
  const found = await Promise.all(accounts.map((account) => store.personOf(account)));
  const known = [...new Set(found.flatMap((each) => each ?? []))];
  const id = known.find((each) => officials.includes(each)) ?? known[0] ?? chance.id();
  const person: Person = { id, name, accounts };
  // Before the accounts are moved: whoever is a party under the other id must not be forgotten in between.
  for (const other of known) {
    // oxlint-disable-next-line no-await-in-loop -- two at most
    if (other !== id) await rememberSame(store, other, id);
  }
  await store.savePerson(person);
  if (!officials.includes(id)) await store.remember(`${OFFICIAL}${id}`, id);
  return person;
}
