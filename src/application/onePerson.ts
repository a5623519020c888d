import type { PersonId } from "../domain/identity.ts";
import { oneVoterEach } from "./motions/oneVoterEach.ts";
import type { Store, StoredCase } from "./ports.ts";

/** Under such names is kept who turned out to be whom. */
const SAME = "same-person:";

/** Keeps that somebody known under one id is the person known under another: two accounts that have become one line of the roster. */
export function rememberSame(store: Store, was: PersonId, is: PersonId): Promise<void> {
  return store.remember(`${SAME}${was}`, `${was} ${is}`);
}

/** The ids under which people were known before, each with the one they have now. */
export async function readSame(store: Store): Promise<ReadonlyMap<PersonId, PersonId>> {
  const pairs = (await store.rememberedUnder(SAME)).map((text) => text.split(" "));
  return new Map(pairs.map(([was = "", is = ""]) => [was, is]));
}

/** The store as if those people had been one from the beginning: whoever is a party under one account is one under every other. */
export function asOnePerson(store: Store, same: ReadonlyMap<PersonId, PersonId>): Store {
  if (same.size === 0) return store;
  const now = (person: PersonId): PersonId => {
    const next = same.get(person);
    return next === undefined ? person : now(next);
  };
  const before = (person: PersonId) => [...same.keys()].filter((was) => now(was) === person);
  const read = (stored: StoredCase): StoredCase => ({
    ...stored,
    identities: stored.identities.map((identity) =>
      identity.person === undefined ? identity : { ...identity, person: now(identity.person) },
    ),
  });
  const readIfAny = (stored: StoredCase | undefined) => (stored === undefined ? undefined : read(stored));
  return {
    ...store,
    ...oneVoterEach(store, now),
    person: (id) => store.person(now(id)),
    caseById: async (id) => readIfAny(await store.caseById(id)),
    casesById: async (ids) => (await store.casesById(ids)).map(read),
    caseByCodeName: async (codeName) => readIfAny(await store.caseByCodeName(codeName)),
    async casesOfParty(person) {
      const lists = await Promise.all([person, ...before(person)].map((id) => store.casesOfParty(id)));
      return [...new Map(lists.flat().map((each) => [each.id, each])).values()];
    },
    async barred() {
      return (await store.barred()).map((each) => ({ ...each, whom: now(each.whom) }));
    },
    async saveBarred(barred) {
      for (const was of before(barred.whom))
        // oxlint-disable-next-line no-await-in-loop -- one or two
        await store.saveBarred({ ...barred, whom: was, bars: [] });
      await store.saveBarred(barred);
    },
    async accessOf(person) {
      const rows = await Promise.all([person, ...before(person)].map((id) => store.accessOf(id)));
      return rows.flat().map((each) => ({ ...each, whom: person }));
    },
    async accessById(id) {
      const row = await store.accessById(id);
      return row === undefined ? undefined : { ...row, whom: now(row.whom) };
    },
    async doorDelegates(at) {
      return (await store.doorDelegates(at)).map((each) => ({ ...each, person: now(each.person) }));
    },
    async draft(id) {
      const draft = await store.draft(id);
      return draft?.person === undefined ? draft : { ...draft, person: now(draft.person) };
    },
    draftsOf: async (person) => (await Promise.all([person, ...before(person)].map((id) => store.draftsOf(id)))).flat(),
    async countedReports() {
      return (await store.countedReports()).map((each) => ({ ...each, receivers: each.receivers.map(now) }));
    },
  };
}
