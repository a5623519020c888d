import { Temporal } from "temporal-polyfill";
import { expect, inject } from "vitest";

import { commands } from "../../commands/index.ts";
import type { Log, Store } from "../../src/application/ports.ts";
import { chance } from "../../src/chance.ts";
import { connectPatiently } from "../../src/connectPatiently.ts";
import { connectDiscord } from "../../src/discord/connectDiscord.ts";
import { channelsIn, rolesIn } from "../../src/local/localHouse.ts";
import { openRedress } from "../../src/redress.ts";
import type { Redress } from "../../src/redress.ts";
import { Actor } from "../../src/sandbox/actor.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import type { MovableClock } from "../../src/sandbox/clock.ts";
import type { LocalDiscord } from "../../src/sandbox/discord/localDiscord.ts";
import { localTokens, openChapterDiscord, openChapterSlack } from "../../src/sandbox/localChapter.ts";
import type { LocalSlack } from "../../src/sandbox/slack/localSlack.ts";
import { connectSlack } from "../../src/slack/connectSlack.ts";
import { botScopes, slackManifest } from "../../src/slack/manifest.ts";
import type { Database } from "../../src/storage/openDatabase.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { testKeys, testStore } from "../servers/testStore.ts";
import type { StoreKind } from "../servers/testStore.ts";
import { chapter, owner } from "./people.ts";
import type { Organisation } from "./people.ts";
import { openScreens } from "./screens.ts";
import type { Screens } from "./screens.ts";

export type PlatformKind = "discord" | "slack";

/** A play: a local platform, Redress connected to it, people, and a clock that moves only when told. */
export interface Stage {
  readonly kind: PlatformKind;
  readonly local: LocalDiscord | LocalSlack;
  readonly store: Store;
  /** The clock of the local platform and of Redress. */
  readonly clock: MovableClock;
  readonly redress: Redress;
  /** The database under the store; none for one in memory. */
  readonly database: Database | undefined;
  /** Everything that was logged. */
  readonly logged: readonly string[];
  /** Everything that was asked of the database or put into it: the call and all that was given with it. */
  readonly asked: readonly string[];
  /**
   * Of what is asked of the database from now on this call fails, and nothing of it is done; none when left out.
   * @param isForGood whether every call after it fails as well
   * @returns whether the one before has failed
   */
  readonly breakStore: (nth?: number, isForGood?: boolean) => boolean;
  readonly person: (name: string) => Actor;
  /** Everybody of the organisation, and the owner of its server or workspace. */
  readonly everybody: readonly Actor[];
  /** What stood on everybody's screen so far; of whoever acts after each act, of all whenever the play has settled. */
  readonly screens: Screens;
  /** Waits until everything that follows from what was done has been done. */
  readonly settle: () => Promise<void>;
  /** The machine sleeps until a local moment, and wakes. */
  readonly sleepUntil: (local: string) => Promise<void>;
  /** Moves the clock to a local moment such as "2026-03-15T09:00" and does what is due. */
  readonly moveTo: (local: string) => Promise<void>;
  readonly now: () => Temporal.Instant;
  /** Starts Redress anew on the same database, as after a crash; with another text of the rulebook, or another roster, where one is given. */
  readonly restart: (
    rulebookText?: string,
    reseat?: (roster: Organisation["officials"]) => Organisation["officials"],
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  readonly platform: PlatformKind;
  /** Where everything is kept; the store of this run's plays when left out. */
  readonly store?: StoreKind;
  /** The text of the rulebook at the beginning; the chapter's when left out. */
  readonly rulebookText?: string;
  /** Local time of the chapter at the beginning. */
  readonly start?: string;
  /** How Slack brings deliveries; by sockets when left out. */
  readonly delivery?: "socket" | "http";
  /** Whether members are served only once administrators have confirmed what the memo leaves open: asked at every start. */
  readonly mustBeConfirmed?: () => boolean;
  /** Whose rules these are, and who holds its offices; the student chapter at KTH when left out. */
  readonly organisation?: Organisation;
  /** Whether what everybody can read is noted after each act; not when left out. */
  readonly isWatched?: boolean;
  /** How many instances of Redress do what is to be done, on the database of a server; one when left out. */
  readonly instances?: 2;
}

/** The same store; every call of it is told, and the one that is to break does. */
function watched(store: Store, calls: string[], breaks: { next: number | undefined; isForGood: boolean }): Store {
  return new Proxy(store, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== "function") return found;
      return (...given: readonly unknown[]): unknown => {
        calls.push(`${String(name)} ${JSON.stringify(given)}`);
        if (breaks.next !== undefined) breaks.next -= 1;
        if (breaks.next === 0) {
          breaks.next = breaks.isForGood ? 1 : undefined;
          return Promise.reject(new Error("The database was away for a moment."));
        }
        return Reflect.apply(found, target, given);
      };
    },
  });
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const organisation = options.organisation ?? chapter;
  const atLocal = (local: string) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(organisation.timezone).toInstant();
  const start = atLocal(options.start ?? "2026-03-01T10:00");
  const sandboxClock = movableClock(start.epochMilliseconds, false);
  const local = await openLocal(options, sandboxClock, organisation);
  const { store: unwatched, database } = await testStore(options.store ?? usualStore(options.platform));
  const asked: string[] = [];
  const breaks: { next: number | undefined; isForGood: boolean } = { next: undefined, isForGood: false };
  const store = watched(unwatched, asked, breaks);
  const logged: string[] = [];
  const log: Log = {
    info: (event, facts) => logged.push(JSON.stringify({ event, ...facts })),
    warn: (event, facts) => logged.push(JSON.stringify({ event, ...facts })),
  };
  let { officials } = organisation;
  let sleptMs = 0;
  let text = options.rulebookText ?? organisation.rulebookText;
  const open = (on: Store) =>
    openRedress({
      store: on,
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(sandboxClock.now()) },
      chance,
      log,
      rulebookText: text,
      roster: officials,
      access: organisation.access ?? {},
      mustBeConfirmed: options.mustBeConfirmed?.() ?? false,
      wall: () => Date.now() + sleptMs,
      settleMs: 0,
      retryMs: 20,
      connect: async (desk, citation, locale) => {
        const common = { apiUrl: local.apiUrl, desk, commands, locale, citation, log };
        const connect =
          local.kind === "discord"
            ? () =>
                connectDiscord({
                  ...common,
                  token: localTokens.discord,
                  guildId: undefined,
                  roomsChannelId: undefined,
                  memory: on,
                  callsPerSecond: UNRATIONED,
                })
            : () =>
                connectSlack({
                  ...common,
                  betweenPostsMs: 0,
                  callsPerMinute: {},
                  botToken: localTokens.slackBot,
                  delivery: deliveryOf(options),
                });
        return [await connectPatiently({ name: local.kind, connect, log, ...patience })];
      },
    });
  const openHere = async () => {
    const opened = await open(store);
    if (local.kind === "slack" && options.delivery === "http") await local.pointTo(requestUrl(logged));
    return opened;
  };
  let redress = await openHere();
  const others: Redress[] = [];
  if (options.instances === 2) others.push(await open(await another(database)));
  const all = (work: (each: Redress) => Promise<void>) => Promise.all([redress, ...others].map(work));
  const look = (actor?: Actor) => (options.isWatched === true ? screens.look(actor) : undefined);
  const settle = async () => {
    await all((each) => each.settled());
    look();
  };
  const here = [...organisation.everybody, owner].filter((each) => each[options.platform] !== "");
  const actors = here.map((each) => {
    const actor: Actor = new Actor(local, each[options.platform], each.name, async () => {
      await all((opened) => opened.answered());
      look(actor);
    });
    return actor;
  });
  const screens = openScreens(actors);
  return {
    kind: options.platform,
    local,
    store,
    database,
    clock: sandboxClock,
    get redress() {
      return redress;
    },
    logged,
    asked,
    breakStore(nth, isForGood = false) {
      const hasStruck = breaks.next === undefined;
      breaks.next = nth;
      breaks.isForGood = isForGood;
      return hasStruck;
    },
    everybody: actors,
    screens,
    person(name) {
      const found = actors.find((actor) => actor.name.startsWith(name));
      if (found === undefined) throw new Error(`There is nobody called ${name}.`);
      return found;
    },
    settle,
    async sleepUntil(moment) {
      const ms = atLocal(moment).epochMilliseconds - sandboxClock.now();
      sandboxClock.advance(ms);
      sleptMs += ms;
      await all((each) => each.ring());
      await settle();
    },
    async moveTo(moment) {
      sandboxClock.advance(atLocal(moment).epochMilliseconds - sandboxClock.now());
      await all((each) => each.ring());
      await settle();
    },
    now: () => Temporal.Instant.fromEpochMilliseconds(sandboxClock.now()),
    async restart(other = text, reseat = (roster) => roster) {
      text = other;
      officials = reseat(officials);
      await redress.close();
      redress = await openHere();
    },
    async close() {
      await settle();
      await all((each) => each.close());
      await local.close();
      expect(local.problems()).toEqual([]);
    },
  };
}

/** The local Discord of a play does not ration calls, and nobody waits for one that does. */
const UNRATIONED = 1_000_000;

/** A platform that is away is tried again soon, and is not expected to refuse. */
const patience = {
  retryMs: 20,
  onLate: () => {},
  onRefused(error: unknown) {
    throw error;
  },
};

function usualStore(platform: PlatformKind): StoreKind {
  if (inject("playsOn") === "memory") return "memory";
  return platform === "discord" ? "embedded" : "server";
}

function deliveryOf({ delivery }: StageOptions) {
  if (delivery === "http") return { kind: "http", signingSecret: localTokens.slackSigningSecret, port: 0 } as const;
  return { kind: "socket", appToken: localTokens.slackApp } as const;
}

/** The same database, as another instance of Redress opens it. */
function another(database: Database | undefined): Promise<Store> {
  if (database?.kind !== "server") throw new Error("Only the database of a server serves several instances.");
  return openStore({ ...database, close: async () => {} }, openKeyring(testKeys));
}

/** Where Slack sends deliveries to: the port that Redress opened last. */
function requestUrl(logged: readonly string[]): string {
  const line = logged.findLast((each) => each.includes("slack port open")) ?? "";
  return `http://127.0.0.1:${/"port":(\d+)/.exec(line)?.[1]}/slack/events`;
}

function openLocal(
  options: StageOptions,
  clock: ReturnType<typeof movableClock>,
  { everybody: people, access }: Organisation,
): Promise<LocalDiscord | LocalSlack> {
  if (options.platform === "discord") return openChapterDiscord({ clock, people, owner, roles: rolesIn(access) });
  return openChapterSlack({
    clock,
    people,
    owner,
    manifest: slackManifest({ commands, url: options.delivery === "http" ? "https://redress.example" : undefined }),
    ...(options.delivery === "http" ? { delivery: { mode: "http", url: "http://127.0.0.1:9/" } } : {}),
    scopes: [...botScopes],
    privateChannels: channelsIn(access),
    // An actor waits until Redress has answered; the client need not.
    patience: 50,
  });
}
