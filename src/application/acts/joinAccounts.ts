import { Temporal } from "temporal-polyfill";

import { localDay } from "../../domain/deadlines/calendar.ts";
import { beginningOf, isRunning } from "../../domain/people/appointment.ts";
import type { Effect } from "../effect.ts";
import { ensurePerson, findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { learnSeats } from "../learnSeats.ts";
import { rememberLinked, rememberSame } from "../onePerson.ts";
import type { Account, AccountRef, PlatformName } from "../person.ts";

/** So long somebody can type a code that was made on the other platform. */
const MINUTES = 10;
/** So often somebody can type a code that there is not, in an hour. */
const TRIES = 5;
/** Of so many hexadecimal digits a code is made: nobody guesses one in ten minutes. */
const DIGITS = 12;

/** A code with which somebody shows on the other platform that both accounts are theirs. */
export interface JoinCode {
  /** As 3f7a-91c2-0b44. */
  readonly code: string;
  readonly minutes: number;
  /** Where it is to be typed. */
  readonly on: PlatformName;
}

const other = (platform: PlatformName): PlatformName => (platform === "discord" ? "slack" : "discord");

const plain = (typed: string) => typed.toLowerCase().replaceAll(/[^0-9a-f]/g, "");

/** A code for whoever asks, known to nobody else. */
export async function makeJoinCode(house: House, caller: Account): Promise<JoinCode> {
  const person = await ensurePerson(house, caller);
  const code = house.chance.id().replaceAll("-", "").slice(0, DIGITS);
  const until = house.clock.now().add({ minutes: MINUTES });
  await house.store.keepJoinCode(code, { person, platform: caller.platform, until });
  return { code: (code.match(/.{4}/g) ?? []).join("-"), minutes: MINUTES, on: other(caller.platform) };
}

/** What a code would join, for whoever typed it to look at first. */
export interface Joinable {
  readonly kind: "joinable";
  /** The name of the other account, and where it is. */
  readonly name: string;
  readonly platform: PlatformName;
}

export type NotJoined = {
  readonly kind: "not-joined";
  readonly why: "unknown" | "same-platform" | "already" | "tries";
};

/** Looks at what a code stands for, and changes nothing. */
export async function lookAtCode(house: House, caller: Account, typed: string): Promise<Joinable | NotJoined> {
  const found = await findCode(house, caller, typed);
  if (found.kind === "not-joined") return found;
  const person = await house.store.person(found.person);
  const account = person?.accounts.find(({ platform }) => platform === found.platform);
  return { kind: "joinable", name: account?.name ?? person?.name ?? "?", platform: found.platform };
}

interface FoundCode {
  readonly kind: "found";
  readonly person: string;
  readonly platform: PlatformName;
}

async function findCode(house: House, caller: Account, typed: string): Promise<FoundCode | NotJoined> {
  const own = await ensurePerson(house, caller);
  if (await isTiring(house, own)) return { kind: "not-joined", why: "tries" };
  const code = await house.store.joinCode(plain(typed));
  if (code === undefined || Temporal.Instant.compare(code.until, house.clock.now()) <= 0) {
    await countTry(house, own);
    return { kind: "not-joined", why: "unknown" };
  }
  if (code.person === own)
    return { kind: "not-joined", why: code.platform === caller.platform ? "same-platform" : "already" };
  if (code.platform === caller.platform) return { kind: "not-joined", why: "same-platform" };
  return { kind: "found", person: code.person, platform: code.platform };
}

const triesOf = (person: string) => `join-tries:${person}`;

async function readTries(house: House, person: string): Promise<number> {
  const [hour, count] = ((await house.store.remembered(triesOf(person))) ?? "").split(" ");
  return hour === hourOf(house) ? Number(count) : 0;
}

const hourOf = (house: House) => house.clock.now().toString().slice(0, 13);
const isTiring = async (house: House, person: string) => (await readTries(house, person)) >= TRIES;

async function countTry(house: House, person: string): Promise<void> {
  const count = (await readTries(house, person)) + 1;
  await house.store.remember(triesOf(person), `${hourOf(house)} ${count}`);
}

/** Two accounts are one person's from now on. */
export interface Joined {
  readonly kind: "joined";
}

/**
 * Joins the account of whoever typed a code with those of whoever made it: one person from now on, in every case, vote and office, also of
 * before. Every account is told, so that nobody is talked into it unawares. A code is good once.
 */
export async function joinAccounts(
  house: House,
  caller: Account,
  typed: string,
  delivery: string,
): Promise<Joined | NotJoined> {
  const found = await findCode(house, caller, typed);
  if (found.kind === "not-joined") return found;
  const { store } = house;
  const [maker, taker] = await Promise.all([
    store.person(found.person),
    store.person(await ensurePerson(house, caller)),
  ]);
  if (maker === undefined || taker === undefined) return { kind: "not-joined", why: "unknown" };
  const isKnown = ({ id }: { readonly id: string }) => house.people.has(id) || house.formerNames.has(id);
  const [stays, goes] = isKnown(taker) && !isKnown(maker) ? [taker, maker] : [maker, taker];
  const accounts = [...stays.accounts, ...goes.accounts];
  const platforms = [...new Set(accounts.map(({ platform }) => platform))];
  await store.request(
    platforms.map((platform): Effect => ({ kind: "joined", person: stays.id, platform, joining: delivery })),
  );
  await Promise.all(platforms.map((platform) => rememberLinked(store, stays.id, platform)));
  // Before the accounts are moved: whoever is a party under the other id must not be forgotten in between.
  await rememberSame(store, goes.id, stays.id);
  await store.savePerson({ ...stays, accounts });
  await store.dropJoinCode(plain(typed));
  await learnSeats(house);
  house.wakeOutbox();
  return { kind: "joined" };
}

/** What Redress knows of somebody who asks. */
export interface OwnView {
  readonly name: string;
  readonly accounts: readonly { readonly platform: PlatformName; readonly name: string }[];
  readonly offices: readonly {
    readonly key: string;
    readonly from: string | undefined;
    readonly until: string | undefined;
  }[];
}

/** Undefined for somebody of whom it knows nothing. */
export async function readOwn(house: House, caller: AccountRef): Promise<OwnView | undefined> {
  await house.seats.learn();
  const id = await findPerson(house, caller);
  const person = id === undefined ? undefined : await house.store.person(id);
  if (person === undefined) return undefined;
  const now = house.clock.now();
  const dayOf = (at: Temporal.Instant | undefined) =>
    at === undefined ? undefined : localDay(house.rulebook, at).toString();
  return {
    name: person.name,
    accounts: person.accounts.map(({ platform, name }) => ({ platform, name })),
    offices: house.seats.terms
      .filter((term) => term.person === id && isRunning(term, now))
      .map((term) => ({
        key: term.key,
        from: dayOf(beginningOf(term)),
        until: dayOf(term.until?.subtract({ nanoseconds: 1 })),
      })),
  };
}
