import type { Temporal } from "temporal-polyfill";

import { openActs } from "../../../src/application/acts.ts";
import type { Acts } from "../../../src/application/acts.ts";
import type { StoredCase } from "../../../src/application/casePorts.ts";
import { emptyMemory } from "../../../src/application/house.ts";
import type { House } from "../../../src/application/house.ts";
import { runOutbox } from "../../../src/application/outbox/runOutbox.ts";
import type { Store } from "../../../src/application/ports.ts";
import { runDue } from "../../../src/application/runDue.ts";
import { openSeats } from "../../../src/application/seats.ts";
import { inventRoster } from "../../../src/rehearsal/inventRoster.ts";
import { playHouse } from "../../../src/rehearsal/playHouse.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { checkRound } from "./checkRound.ts";
import type { Dice } from "./dice.ts";
import { Killed, lifeOf, mortal } from "./life.ts";
import type { Life } from "./life.ts";
import { openPostbox } from "./postbox.ts";
import type { Postbox } from "./postbox.ts";

/** One run of the program, until it is killed. */
interface Instance {
  readonly house: House;
  readonly acts: Acts;
  readonly life: Life;
  readonly worker: string;
}

export interface WorldOptions {
  readonly rulebook: Rulebook;
  /** One for each instance that runs; all of them on the same data. */
  readonly stores: readonly [Store, ...Store[]];
  readonly dice: Dice;
  readonly start: Temporal.Instant;
  /** How many steps one runs before it is killed; Infinity for one that is not. */
  readonly lifetime: () => number;
  /** Time enough passes that whatever somebody held in the outbox is free again; nobody is at work meanwhile. */
  readonly endHolds: () => Promise<void>;
}

/** Redress with a clock of its own, killed and started again as the dice fall. */
export interface World {
  readonly rulebook: Rulebook;
  /** One that nobody kills, to look at things. */
  readonly house: House;
  readonly acts: Acts;
  readonly postbox: Postbox;
  readonly now: () => Temporal.Instant;
  kills(): number;
  /** Those that there still are: what is over is anonymised in its time. */
  cases(): Promise<readonly StoredCase[]>;
  /** How many were filed. */
  filed(): number;
  /** Keeps an eye on a case. */
  watch(id: string): void;
  /** Somebody does something: again, as the same delivery, where the program was killed over it. */
  act<T>(work: () => Promise<T>): Promise<T>;
  /** The clock shows this, and everything due is done. @throws where that is not what the wall calendar says */
  tick(at: Temporal.Instant): Promise<void>;
}

const HASH = "simulated";

export async function openWorld(options: WorldOptions): Promise<World> {
  const { rulebook, stores, dice, start } = options;
  const [store] = stores;
  let now = start;
  let codeNames = 0;
  let kills = 0;
  const watched: string[] = [];
  const postbox = openPostbox("discord");
  const chance = { id: () => dice.id(), codeName: () => `case-${(codeNames += 1)}` };
  const seats = await openSeats(store, { now: () => now }, chance, inventRoster(rulebook));
  const base = playHouse({
    rulebook,
    hash: HASH,
    start,
    now: () => now,
    store,
    chance,
    seats,
    platforms: () => [postbox],
  });

  const begin = (own: Store): Instance => {
    const life = lifeOf(options.lifetime(), dice);
    const platform = mortal(postbox, life, ["shown"]);
    const house: House = {
      ...base,
      store: mortal(own, life),
      platforms: () => [platform],
      ...emptyMemory(),
    };
    return { house, acts: openActs(house), life, worker: dice.id() };
  };
  const running = new Map(stores.map((own) => [own, begin(own)]));

  /** Whether it lived through it; one that was killed is followed by another. */
  async function survives(own: Store, work: (instance: Instance) => Promise<unknown>): Promise<boolean> {
    const instance = running.get(own) ?? begin(own);
    try {
      await work(instance);
    } catch (error) {
      if (!(error instanceof Killed) && !instance.life.isOver()) throw error;
    }
    if (!instance.life.isOver()) return true;
    await instance.life.still();
    kills += 1;
    running.set(own, begin(own));
    return false;
  }
  const allSurvive = (work: (instance: Instance) => Promise<unknown>) =>
    Promise.all(stores.map((own) => survives(own, work)));

  async function ring(): Promise<void> {
    for (;;) {
      // oxlint-disable no-await-in-loop -- until nobody was killed over it
      const before = await readCases();
      const lived = await allSurvive(({ house }) => runDue(house));
      const after = await readCases();
      checkRound(rulebook, before, after, now, lived.includes(true));
      if (!lived.includes(false)) return;
      // oxlint-enable no-await-in-loop
    }
  }
  async function deliver(): Promise<void> {
    for (let left = 50; left > 0; left -= 1) {
      // oxlint-disable-next-line no-await-in-loop
      await allSurvive(({ house, worker }) => runOutbox(house, worker));
      // oxlint-disable-next-line no-await-in-loop
      if ((await store.waiting()).rows === 0) return;
      // oxlint-disable-next-line no-await-in-loop
      await options.endHolds();
    }
    throw new Error("Something stays in the outbox.");
  }
  async function readCases(): Promise<readonly StoredCase[]> {
    const found = await Promise.all(watched.map((id) => store.caseById(id)));
    return found.flatMap((file) => file ?? []);
  }

  return {
    rulebook,
    house: base,
    acts: new Proxy(openActs(base), {
      get: (_, name) => Reflect.get((running.get(store) ?? begin(store)).acts, name) as unknown,
    }),
    postbox,
    now: () => now,
    kills: () => kills,
    cases: readCases,
    filed: () => watched.length,
    watch: (id) => watched.push(id),
    async act(work) {
      for (;;) {
        let answer: { readonly value: Awaited<ReturnType<typeof work>> } | undefined;
        // oxlint-disable-next-line no-await-in-loop
        const lived = await survives(store, async () => (answer = { value: await work() }));
        if (!lived || answer === undefined) continue;
        // oxlint-disable-next-line no-await-in-loop
        await deliver();
        return answer.value;
      }
    },
    async tick(at) {
      now = at;
      await ring();
      await deliver();
    },
  };
}
