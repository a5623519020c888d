import type { CaseId, PersonId, VoteId } from "../domain/identity.ts";
import type { Roster } from "../domain/roster.ts";
import type { Withheld } from "../domain/sanctions/rights.ts";
import type { CaseResult, CaseRule } from "../domain/voting/inCase.ts";
import type { Voter } from "../domain/voting/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { AccessRules } from "../rulebook/schema/access.ts";
import type { Account, AccountRef, Person, PlatformName } from "./person.ts";
import type { Platform } from "./platform.ts";
import type { Chance, Clock, Log, Store } from "./ports.ts";
import type { Seats } from "./seats.ts";
import type { Versions } from "./versions.ts";

/** What an instance keeps in mind while it runs; nothing of it is missed when it is forgotten. */
export interface Memory {
  /** Persons by account, kept so that a press needs no look-up. */
  readonly knownAccounts: Map<string, PersonId>;
  /** Votes by id, kept so that a ballot needs no reading of its case: what stands here never changes. */
  readonly knownVotes: Map<VoteId, KnownVote>;
  /** Cases whose board room shows a number that is no longer right; brought up to date by and by. */
  readonly stale: Set<CaseId>;
  /** Motions whose room shows such a number. */
  readonly staleMotions: Set<string>;
}

/** What an instance has in mind when it starts: nothing. */
export const emptyMemory = (): Memory => ({
  knownAccounts: new Map(),
  knownVotes: new Map(),
  stale: new Set(),
  staleMotions: new Set(),
});

/** Everything an act needs: the organisation's rules and people, and the ports. */
export interface House extends Memory {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly versions: Versions;
  /** The rulebook in force now: new cases are filed under it. */
  readonly rulebook: Rulebook;
  readonly rulebookHash: string;
  /** The rulebook of a hash: a case stays on the one of its filing. Throws for one that was never adopted. */
  readonly rulebookOf: (hash: string) => Rulebook;
  /** Whether members are served only once administrators have confirmed what the document does not say, and whether that has been done. */
  readonly goingLive: { readonly isNeeded: boolean; isLive: boolean };
  /** Who holds which office and is of which class now: whoever a sanction takes it from meanwhile does not. */
  readonly roster: Roster;
  /** From whom sanctions keep what, as it was read last. */
  readonly withheld?: Withholding;
  /** Who holds which office since when, and until when. */
  readonly seats: Seats;
  /** The people of the roster. */
  readonly people: ReadonlyMap<PersonId, Person>;
  /** What those were called who once held an office and are no longer in the roster. */
  readonly formerNames: ReadonlyMap<PersonId, string>;
  /** Which roles and channels a sanction keeps somebody from, by the names of the rulebook. */
  readonly access: AccessRules;
  /** Every platform that is connected. */
  readonly platforms: () => readonly Platform[];
  /** Called when there is something in the outbox. */
  readonly wakeOutbox: () => void;
  /** How long such a number may be behind, in milliseconds, so that many changes become one edit. */
  readonly settleMs: number;
  /** How long after the first failed attempt something is tried again, in milliseconds; then twice as long each time. */
  readonly retryMs: number;
}

/** The house with the rulebook in force at this moment: whatever an act decides, it decides by one. */
export async function atThisMoment(house: House): Promise<House> {
  await house.versions.learn();
  const { rulebook, hash } = house.versions.inForce();
  return { ...house, rulebook, rulebookHash: hash };
}

/** What a vote is held by. */
export interface KnownVote {
  readonly case: CaseId;
  readonly rule: CaseRule;
  /** Whether somebody is of the body that votes: whoever has left it since the motion was put, or may not vote by a sanction, is not. */
  readonly isOfBody: (person: PersonId) => boolean;
  readonly resultOf: (voters: readonly Voter[]) => CaseResult;
}

/** From whom sanctions keep what. */
export interface Withholding {
  people: readonly Withheld[];
}

/** Reads from whom sanctions keep what: it may have been settled by another instance. */
export async function learnWithheld({ store, withheld, versions }: House): Promise<void> {
  const takes = versions
    .all()
    .some(({ rulebook }) => Object.values(rulebook.sanctions).some(({ takes_away: rights }) => rights !== undefined));
  if (withheld === undefined || !takes) return;
  const rows = await store.barred();
  withheld.people = rows.filter(({ isKnown }) => isKnown).map(({ whom: person, bars }) => ({ person, bars }));
}

const keyOf = (account: AccountRef) => `${account.platform}:${account.id}`;

/** Whoever acts: by an account, or by holding the code of an anonymous report. */
export type Caller = AccountRef | { readonly holder: PersonId };

/** The person with this account, if the organisation knows one. */
export async function findPerson(house: House, account: Caller): Promise<PersonId | undefined> {
  if (account.holder !== undefined) return account.holder;
  if (!("id" in account)) return undefined;
  const known = house.knownAccounts.get(keyOf(account));
  if (known !== undefined) return known;
  const person = await house.store.personOf(account);
  if (person !== undefined) house.knownAccounts.set(keyOf(account), person);
  return person;
}

/** The person with this account; from now on one that the organisation knows. */
export async function ensurePerson(house: House, account: Account): Promise<PersonId> {
  const known = await findPerson(house, account);
  if (known !== undefined) return known;
  const person = await house.store.ensurePerson(account, house.chance.id());
  house.knownAccounts.set(keyOf(account), person);
  return person;
}

/** A person's accounts on connected platforms, those on the given platform first. */
export function reachableAccounts(house: House, person: Person, first: string): readonly Account[] {
  const connected = house.platforms().map((platform) => platform.name);
  const reachable = person.accounts.filter((account) => connected.includes(account.platform));
  return [
    ...reachable.filter((account) => account.platform === first),
    ...reachable.filter((account) => account.platform !== first),
  ];
}

/** On which platform somebody of the roster takes part in a room of a case that was filed on a platform. */
export function platformOf(house: House, person: PersonId, origin: string): PlatformName | undefined {
  const known = house.people.get(person);
  return known === undefined ? undefined : reachableAccounts(house, known, origin)[0]?.platform;
}

/** What somebody is called who holds an office, or once did. */
export function nameOf(house: House, person: PersonId): string {
  return house.people.get(person)?.name ?? house.formerNames.get(person) ?? "?";
}
