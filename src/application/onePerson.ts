import type { PersonId } from "../domain/identity.ts";
import type { Question } from "../domain/questions/question.ts";
import type { StoredCase } from "./casePorts.ts";
import { oneVoterEach } from "./motions/oneVoterEach.ts";
import type { Account, AccountRef, PlatformName } from "./person.ts";
import type { Store } from "./ports.ts";

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

/** How many ids people were known under before. */
export const countSame = async (store: Store): Promise<number> => (await readSame(store)).size;

/** Under which id somebody is known now who was known under another before. */
export function nowIn(same: ReadonlyMap<PersonId, PersonId>): (person: PersonId) => PersonId {
  const now = (person: PersonId): PersonId => {
    const next = same.get(person);
    return next === undefined ? person : now(next);
  };
  return now;
}

/** Under such names is kept whose accounts on which platform were joined by themselves, and not by a roster. */
const LINKED = "linked:";

/** Keeps that somebody has joined an account on a platform to their others. */
export function rememberLinked(store: Store, person: PersonId, platform: PlatformName): Promise<void> {
  return store.remember(`${LINKED}${person}:${platform}`, `${person} ${platform}`);
}

/** Accounts of people that they have joined themselves, and that are not among others. */
export async function linkedAccounts(
  store: Store,
  people: readonly PersonId[],
  others: readonly AccountRef[],
): Promise<readonly Account[]> {
  const linked = new Set(await store.rememberedUnder(LINKED));
  const found = await Promise.all(people.map((id) => store.person(id)));
  const isOther = ({ platform, id }: AccountRef) => others.some((each) => each.platform === platform && each.id === id);
  return found.flatMap((person) =>
    (person?.accounts ?? []).filter(
      (account) => linked.has(`${person?.id ?? ""} ${account.platform}`) && !isOther(account),
    ),
  );
}

/** The store as if those people had been one from the beginning: whoever is a party under one account is one under every other. */
export function asOnePerson(store: Store, same: ReadonlyMap<PersonId, PersonId>): Store {
  if (same.size === 0) return store;
  const now = nowIn(same);
  const ofOne = (question: Question): Question => ({
    ...question,
    asker: now(question.asker),
    to: [...new Set(question.to.map(now))],
    written: question.written.map((each) => ({ ...each, by: now(each.by) })),
  });
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
    async personOf(account) {
      const person = await store.personOf(account);
      return person === undefined ? undefined : now(person);
    },
    ensurePerson: async (account, fresh) => now(await store.ensurePerson(account, fresh)),
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
    async questionById(id) {
      const question = await store.questionById(id);
      return question === undefined ? undefined : ofOne(question);
    },
    questionsOf: async (person) =>
      (await Promise.all([person, ...before(person)].map((id) => store.questionsOf(id)))).flat().map(ofOne),
    waitingQuestions: async () => (await store.waitingQuestions()).map(ofOne),
    async countedReports() {
      return (await store.countedReports()).map((each) => ({ ...each, receivers: each.receivers.map(now) }));
    },
  };
}
