import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";

import { commands } from "../../commands/index.ts";
import type { Log, Store } from "../../src/application/ports.ts";
import { chance } from "../../src/chance.ts";
import { connectDiscord } from "../../src/discord/connectDiscord.ts";
import { channelsIn, rolesIn } from "../../src/local/localHouse.ts";
import { openRedress } from "../../src/redress.ts";
import type { Redress } from "../../src/redress.ts";
import type { RosterPerson } from "../../src/rulebook/loadRoster.ts";
import { Actor } from "../../src/sandbox/actor.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import type { LocalDiscord } from "../../src/sandbox/discord/localDiscord.ts";
import { localTokens, openChapterDiscord, openChapterSlack } from "../../src/sandbox/localChapter.ts";
import type { LocalSlack } from "../../src/sandbox/slack/localSlack.ts";
import { connectSlack } from "../../src/slack/connectSlack.ts";
import { botScopes, slackManifest } from "../../src/slack/manifest.ts";
import { testStore } from "../servers/testStore.ts";
import { everybody, officials, owner, rulebookText } from "./people.ts";
import type { Organisation } from "./people.ts";
import type { PlatformKind } from "./stage.ts";

/** One side of a chapter that is on both platforms: as much of a stage as a play needs. */
interface Side {
  readonly kind: PlatformKind;
  readonly local: LocalDiscord | LocalSlack;
  readonly person: (name: string) => Actor;
  readonly settle: () => Promise<void>;
  readonly now: () => Temporal.Instant;
}

/** One organisation on both platforms at once, whose roster may be another after a restart. */
export interface Chapter {
  readonly store: Store;
  readonly redress: Redress;
  readonly discord: Side;
  readonly slack: Side;
  readonly settle: () => Promise<void>;
  /** Goes on until nothing is left to be tried again soon. */
  readonly settleRetries: () => Promise<void>;
  readonly moveTo: (local: string) => Promise<void>;
  /** Whoever takes something from the outbox next takes longer than it may be held, and nothing more before somebody else. Resolves once it has been taken. */
  readonly slow: () => Promise<void>;
  readonly restart: (roster?: readonly RosterPerson[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What is put off for longer is not waited for. */
const SOON_MS = 5000;
const ZONE = "Europe/Stockholm";
const atLocal = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant();

/** @param rules another rulebook, and which roles and channels its sanctions keep somebody from; the chapter's own when left out */
export async function openChapter(
  roster: readonly RosterPerson[] = officials,
  rules: Pick<Organisation, "rulebookText" | "access"> = { rulebookText },
): Promise<Chapter> {
  const clock = movableClock(atLocal("2026-03-01T10:00").epochMilliseconds, false);
  const discord = await openChapterDiscord({ clock, people: everybody, owner, roles: rolesIn(rules.access) });
  const slack = await openChapterSlack({
    clock,
    people: everybody,
    owner,
    manifest: slackManifest({ commands, url: undefined }),
    scopes: [...botScopes],
    privateChannels: channelsIn(rules.access),
    patience: 50,
  });
  const { store: memory } = await testStore("memory");
  let slow: (() => void) | undefined;
  let slowWorker: string | undefined;
  const store: Store = {
    ...memory,
    async claim(worker, limit, leaseMs, onlyAwaited) {
      if (worker === slowWorker) return [];
      slowWorker = undefined;
      if (slow === undefined) return memory.claim(worker, limit, leaseMs, onlyAwaited);
      const claims = await memory.claim(worker, limit, -1, onlyAwaited);
      if (claims.length === 0) return claims;
      slowWorker = worker;
      slow();
      slow = undefined;
      return claims;
    },
  };
  const log: Log = { info: () => {}, warn: () => {} };
  const open = (listed: readonly RosterPerson[]) =>
    openRedress({
      store,
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(clock.now()) },
      chance,
      log,
      rulebookText: rules.rulebookText,
      roster: listed,
      access: rules.access ?? {},
      settleMs: 0,
      retryMs: 20,
      connect: (desk, citation, locale) => {
        const common = { desk, commands, locale, citation, log };
        return Promise.all([
          connectDiscord({
            ...common,
            apiUrl: discord.apiUrl,
            token: localTokens.discord,
            guildId: undefined,
            roomsChannelId: undefined,
            memory: store,
          }),
          connectSlack({
            betweenPostsMs: 0,
            callsPerMinute: {},
            ...common,
            apiUrl: slack.apiUrl,
            botToken: localTokens.slackBot,
            delivery: { kind: "socket", appToken: localTokens.slackApp },
          }),
        ]);
      },
    });
  let seated = roster;
  let redress = await open(seated);
  const settle = () => redress.settled();
  const now = () => Temporal.Instant.fromEpochMilliseconds(clock.now());

  const sideOf = (local: LocalDiscord | LocalSlack): Side => {
    const actors = new Map<string, Actor>();
    return {
      kind: local.kind,
      local,
      settle,
      now,
      person(name) {
        const known = actors.get(name);
        if (known !== undefined) return known;
        const found = [...everybody, owner].find((person) => person.name.startsWith(name));
        if (found === undefined) throw new Error(`There is nobody called ${name}.`);
        const actor = new Actor(local, found[local.kind], found.name, () => redress.answered());
        actors.set(name, actor);
        return actor;
      },
    };
  };
  return {
    store,
    get redress() {
      return redress;
    },
    discord: sideOf(discord),
    slack: sideOf(slack),
    settle,
    async settleRetries() {
      for (let left = 40; left > 0; left -= 1) {
        // oxlint-disable-next-line no-await-in-loop
        await settle();
        // oxlint-disable-next-line no-await-in-loop
        const { rows, nextInMs } = await store.waiting();
        if (rows === 0 || (nextInMs ?? 0) > SOON_MS) return;
        // oxlint-disable-next-line no-await-in-loop -- waits for a retry of the outbox
        await new Promise((resolve) => setTimeout(resolve, nextInMs ?? 50));
      }
    },
    async moveTo(moment) {
      clock.advance(atLocal(moment).epochMilliseconds - clock.now());
      await redress.ring();
      await settle();
    },
    slow: () =>
      new Promise((resolve) => {
        slow = resolve;
      }),
    async restart(listed = seated) {
      await redress.close();
      seated = listed;
      redress = await open(seated);
      await settle();
    },
    async close() {
      await settle();
      await redress.close();
      await discord.close();
      await slack.close();
      expect([...discord.problems(), ...slack.problems()]).toEqual([]);
    },
  };
}
