import { Temporal } from "temporal-polyfill";

import type { Request } from "../application/actOnCase.ts";
import { openActs } from "../application/acts.ts";
import type { Acts } from "../application/acts.ts";
import type { StoredCase } from "../application/casePorts.ts";
import type { House } from "../application/house.ts";
import { runOutbox } from "../application/outbox/runOutbox.ts";
import type { Account, AccountRef, Person } from "../application/person.ts";
import { runDue } from "../application/runDue.ts";
import { openSeats } from "../application/seats.ts";
import type { Case } from "../domain/case/case.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { RoomPurpose } from "../domain/case/noticeSubject.ts";
import { deadlinesOf } from "../domain/deadlines/deadline.ts";
import { wakesOf } from "../domain/deadlines/due.ts";
import type { PersonId, SanctionId } from "../domain/identity.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { memoryStore } from "../storage/memory/memoryStore.ts";
import { acceptingPlatform } from "./acceptingPlatform.ts";
import { inventRoster } from "./inventRoster.ts";
import { playHouse } from "./playHouse.ts";

/** prompt: everybody acts at once. slow: whatever has a last moment is done in it. */
export type Pace = "prompt" | "slow";

export interface SceneOptions {
  readonly rulebook: Rulebook;
  /** Who holds the offices; people called after them when left out. */
  readonly roster: readonly RosterPerson[] | undefined;
  readonly start: Temporal.Instant;
  readonly pace: Pace;
  /** The sanction that is imposed where it can be; the most severe when left out. */
  readonly sanction: SanctionId | undefined;
}

/** People were brought into a room of the case. */
export interface Entered {
  readonly at: Temporal.Instant;
  readonly room: RoomPurpose;
  readonly people: readonly PersonId[];
}

/** Redress with no platform behind it, in which one case is played: its clock goes on when it is told to. */
export interface Scene {
  readonly rulebook: Rulebook;
  readonly house: House;
  readonly acts: Acts;
  readonly sanction: SanctionId | undefined;
  readonly entered: readonly Entered[];
  /** The numbers of the entries with which each act began. */
  readonly begins: ReadonlySet<number>;
  now(): Temporal.Instant;
  /** The case file as it stands. @throws Error before a report has been filed */
  readFile(): Promise<StoredCase>;
  read(): Promise<Case>;
  /** Names the case that is played. */
  follow(id: string): Promise<void>;
  /** Somebody acts on the case, and everything that follows from it at once is done. */
  act(person: PersonId, work: (request: Request) => Promise<object>): Promise<Refusal | undefined>;
  /** The same for somebody who holds no office, by an account of theirs. */
  actAs(caller: AccountRef, work: (request: Request) => Promise<object>): Promise<Refusal | undefined>;
  /** Lets time go on to a moment; what is due on the way is done when it is due. */
  waitUntil(at: Temporal.Instant): Promise<void>;
  /** At a slow pace: waits until the last minute of a deadline, where it has one that is still to come. */
  waitForLastMoment(deadline: string): Promise<void>;
}

const HASH = "rehearsed";

/** The platform on which the fictitious people have their accounts. */
const PLATFORM = "discord";

/** The account of somebody who holds no office. */
export const accountOf = (id: string, name: string): Account => ({ platform: PLATFORM, id, name, locale: "en" });

/** Opens it with everybody of the roster in office. */
export async function openScene({ rulebook, roster, start, pace, sanction }: SceneOptions): Promise<Scene> {
  let now = start;
  let last = 0;
  let id: string | undefined;
  const entered: Entered[] = [];
  const store = memoryStore();
  const chance = { id: () => `r${(last += 1)}`, codeName: () => "rehearsal" };
  const begins = new Set([1]);
  const seats = await openSeats(store, { now: () => now }, chance, roster ?? inventRoster(rulebook));
  const platforms = (["discord", "slack"] as const).map((name) =>
    acceptingPlatform(name, (room, accounts) =>
      entered.push({ at: now, room, people: accounts.flatMap((account) => holderOf(seats.people, account)) }),
    ),
  );
  const house = playHouse({
    rulebook,
    hash: HASH,
    start,
    now: () => now,
    store,
    chance,
    seats,
    platforms: () => platforms,
  });

  const readFile = async () => {
    const file = id === undefined ? undefined : await store.caseById(id);
    if (file === undefined) throw new Error("No case is played yet: a report was expected first.");
    return file;
  };
  const read = async () => foldCase(await readFile());
  const settle = () => runOutbox(house, "rehearsal");
  const ring = async (at: Temporal.Instant) => {
    now = at;
    begins.add((await readFile()).entries.length + 1);
    await runDue(house);
    await settle();
  };
  const waitUntil = async (wanted: Temporal.Instant) => {
    while (isAfter(wanted, now)) {
      // oxlint-disable-next-line no-await-in-loop -- one moment after the other
      const next = nextWake(rulebook, await read(), now);
      // oxlint-disable-next-line no-await-in-loop
      await ring(next === undefined || isAfter(next, wanted) ? wanted : next);
    }
  };
  const actAs: Scene["actAs"] = async (caller, work) => {
    const file = await readFile();
    begins.add(file.entries.length + 1);
    const answer = await work({ caller, case: { id: file.id }, delivery: chance.id() });
    await settle();
    return isRefusal(answer) ? answer : undefined;
  };
  return {
    rulebook,
    house,
    acts: openActs(house),
    sanction,
    entered,
    begins,
    now: () => now,
    readFile,
    read,
    async follow(filed) {
      id = filed;
      await settle();
    },
    async act(person, work) {
      const known = house.people.get(person) ?? (await store.person(person));
      const [caller] = known?.accounts ?? [];
      if (caller === undefined) throw new Error(`The person ${person} has no account to act with.`);
      return actAs(caller, work);
    },
    actAs,
    waitUntil,
    async waitForLastMoment(key) {
      if (pace === "prompt") return;
      const deadline = deadlinesOf(rulebook, await read()).find((each) => each.key === key);
      if (deadline !== undefined) await waitUntil(deadline.due.subtract({ minutes: 1 }));
    },
  };
}

/** The next moment after this one at which the clock has something to do. */
export function nextWake(rulebook: Rulebook, current: Case, now: Temporal.Instant): Temporal.Instant | undefined {
  return wakesOf(rulebook, current)
    .map(({ at }) => at)
    .filter((at) => Temporal.Instant.compare(at, now) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(a, b))[0];
}

const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;

function holderOf(people: ReadonlyMap<PersonId, Person>, { platform, id }: AccountRef): readonly PersonId[] {
  const found = [...people.values()].find(({ accounts }) =>
    accounts.some((account) => account.platform === platform && account.id === id),
  );
  return found === undefined ? [] : [found.id];
}
