import type { PersonId } from "../domain/identity.ts";
import type { Roster } from "../domain/roster.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { Account, Chance, Person, Store } from "./ports.ts";

/** The offices and who holds them, with the people known by the accounts they have. */
export interface Seated {
  readonly roster: Roster;
  readonly people: ReadonlyMap<PersonId, Person>;
}

/** Makes the people of a roster known: somebody who already has one of the accounts stays the same person. */
export async function seatRoster(store: Store, chance: Chance, listed: readonly RosterPerson[]): Promise<Seated> {
  const people = new Map<PersonId, Person>();
  const roster: Record<string, PersonId[]> = {};
  for (const each of listed) {
    // oxlint-disable-next-line no-await-in-loop -- two entries with one account are one person
    const person = await seat(store, chance, each);
    people.set(person.id, person);
    for (const office of each.offices) (roster[office] ??= []).push(person.id);
  }
  return { roster, people };
}

async function seat(store: Store, chance: Chance, listed: RosterPerson): Promise<Person> {
  const { name, locale } = listed;
  const accounts: Account[] = [
    ...(listed.discord === undefined ? [] : [{ platform: "discord", id: listed.discord, name, locale } as const]),
    ...(listed.slack === undefined ? [] : [{ platform: "slack", id: listed.slack, name, locale } as const]),
  ];
  const known = await Promise.all(accounts.map((account) => store.personOf(account)));
  const id = known.find((each) => each !== undefined) ?? chance.id();
  const person: Person = { id, name, accounts };
  await store.savePerson(person);
  return person;
}
