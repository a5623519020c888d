import { Temporal } from "temporal-polyfill";

import { commands } from "../../commands/index.ts";
import type { Clock, Log, Store } from "../application/ports.ts";
import { chance } from "../chance.ts";
import { connectDiscord } from "../discord/connectDiscord.ts";
import { connectAll } from "../parts.ts";
import { openRedress } from "../redress.ts";
import type { Redress } from "../redress.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { AccessRules } from "../rulebook/schema/access.ts";
import type { MovableClock } from "../sandbox/clock.ts";
import type { LocalDiscord } from "../sandbox/discord/localDiscord.ts";
import { localSlackBot, localTokens, openChapterDiscord, openChapterSlack } from "../sandbox/localChapter.ts";
import type { ChapterPerson } from "../sandbox/localChapter.ts";
import type { PageOptions } from "../sandbox/page/pageOptions.ts";
import type { LocalSlack } from "../sandbox/slack/localSlack.ts";
import { connectSlack } from "../slack/connectSlack.ts";
import { botScopes, slackManifest } from "../slack/manifest.ts";
import { openCaseFiles } from "./caseFiles.ts";
import { openClockLog } from "./clockLog.ts";
import { openPlug } from "./plug/openPlug.ts";
import { openRehearsal } from "./rehearsal.ts";
import { told } from "./told.ts";
import { openTour } from "./tour/openTour.ts";
import { watchClosings } from "./tour/watchClosings.ts";

export interface LocalHouseOptions {
  readonly clock: MovableClock;
  readonly store: Store;
  readonly log: Log;
  readonly rulebook: Rulebook;
  readonly rulebookText: string;
  readonly roster: readonly RosterPerson[];
  /** Which roles and channels sanctions keep somebody from; none when left out. */
  readonly access?: AccessRules;
  /** People without an office. */
  readonly members: readonly ChapterPerson[];
  /** Owns the Discord server and the Slack workspace. */
  readonly owner: ChapterPerson;
  /** How long a number in a board's room may be behind, in milliseconds. */
  readonly settleMs?: number;
}

/** Redress between a local Discord and a local Slack; it can be stopped and started again while they go on. */
export interface LocalHouse {
  readonly discord: LocalDiscord;
  readonly slack: LocalSlack;
  readonly store: Store;
  readonly clock: Clock;
  /** Redress as it runs now; undefined while it is stopped. */
  readonly redress: () => Redress | undefined;
  /** Ends Redress as a shutdown of its machine would; nothing when it is stopped already. */
  readonly stop: () => Promise<void>;
  /** Starts Redress on the same database; nothing when it runs already. */
  readonly start: () => Promise<void>;
  /** Does what is due, and waits until everything that follows from it is done; nothing while Redress is stopped. */
  readonly catchUp: () => Promise<void>;
  /** What the page shows of this house. */
  readonly page: Omit<PageOptions, "port">;
  /** Ends Redress and both platforms; the store stays open. */
  readonly close: () => Promise<void>;
}

const manifest = slackManifest({ commands, url: undefined });

/** The roles that sanctions take, which all members have, and those that they give meanwhile. */
export function rolesIn(access: AccessRules = {}) {
  const rules = Object.values(access);
  const taken = rules.flatMap((rule) => rule.discord_take.map((role) => ({ ...role, isHeld: true })));
  const given = rules.flatMap((rule) => rule.discord_give.map((role) => ({ ...role, isHeld: false })));
  return [...new Map([...taken, ...given].map((role) => [role.id, role])).values()];
}

/** The channels that sanctions keep somebody from. */
export function channelsIn(access: AccessRules = {}) {
  const channels = Object.values(access).flatMap(({ slack_take: taken }) => taken);
  return [...new Map(channels.map((channel) => [channel.id, channel])).values()];
}

/** Opens both local platforms with everybody in them, and starts Redress on both. */
export async function openLocalHouse(options: LocalHouseOptions): Promise<LocalHouse> {
  const { clock: movable, store, log, rulebook, roster, owner } = options;
  const people: readonly ChapterPerson[] = [
    ...roster.map(({ name, locale, discord = "", slack = "" }) => ({ name, locale, discord, slack })),
    ...options.members,
  ];
  const on = (kind: "discord" | "slack") => people.filter((person) => person[kind] !== "");
  const [discord, slack] = await Promise.all([
    openChapterDiscord({ clock: movable, owner, people: on("discord"), roles: rolesIn(options.access) }),
    openChapterSlack({
      clock: movable,
      owner,
      people: on("slack"),
      manifest,
      scopes: botScopes,
      privateChannels: channelsIn(options.access),
    }),
  ]);
  const clock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(movable.now()) };
  const watched = watchClosings(store);
  const open = () =>
    openRedress({
      store: watched.store,
      clock,
      chance,
      log,
      rulebookText: options.rulebookText,
      roster,
      access: options.access ?? {},
      ...(options.settleMs === undefined ? {} : { settleMs: options.settleMs }),
      connect: (desk, citation, locale) => {
        const common = { desk, commands, citation, locale, log };
        const delivery = { kind: "socket", appToken: localTokens.slackApp } as const;
        const server = { guildId: undefined, roomsChannelId: undefined };
        return connectAll([
          connectDiscord({
            ...common,
            ...server,
            token: localTokens.discord,
            apiUrl: discord.apiUrl,
            memory: store,
          }),
          connectSlack({
            ...common,
            botToken: localTokens.slackBot,
            apiUrl: slack.apiUrl,
            delivery,
            betweenPostsMs: 0,
            callsPerMinute: {},
          }),
        ]);
      },
    });
  let redress: Redress | undefined = await open();
  let house = redress.house;
  /** What can be read of Redress stays readable while it is stopped. */
  const lastHouse = () => (house = redress?.house ?? house);

  const stop = async () => {
    const running = redress;
    redress = undefined;
    await running?.close();
  };
  const catchUp = async () => {
    await redress?.ring();
    await redress?.settled();
  };
  const tour = openTour({
    rulebook,
    roster,
    members: options.members,
    platforms: [discord, slack],
    house: () => redress?.house,
    answered: async () => redress?.answered(),
    settle: catchUp,
    watched,
  });
  const start = async () => {
    redress ??= await open();
  };
  const plug = openPlug({
    discord,
    slack,
    store,
    clock: movable,
    ownerName: owner.name,
    slackApp: localSlackBot,
    isRunning: () => redress !== undefined,
    stop,
    start,
  });
  return {
    discord,
    slack,
    store,
    clock,
    redress: () => redress,
    stop,
    start,
    catchUp,
    page: {
      platforms: [discord, slack],
      clock: movable,
      organisation: rulebook.organisation.name,
      zone: rulebook.organisation.timezone,
      describe(platform, id) {
        const office = roster.find((person) => person[platform] === id)?.offices[0];
        return office === undefined ? undefined : told(rulebook, ({ name }) => name("office", office));
      },
      shortcuts: manifest.features.shortcuts.map((shortcut) => ({ id: shortcut.callback_id, label: shortcut.name })),
      afterMove: catchUp,
      async nextDue() {
        const next = await Promise.all([store.nextDue(), store.nextDueInMotions()]);
        return next.flatMap((each) => each?.epochMilliseconds ?? []).toSorted((a, b) => a - b)[0];
      },
      caseFiles: openCaseFiles(lastHouse),
      clockLog: openClockLog(lastHouse),
      rehearse: openRehearsal(lastHouse, roster),
      ...(tour === undefined ? {} : { tour }),
      plug,
    },
    async close() {
      plug.close();
      await stop();
      await Promise.all([discord.close(), slack.close()]);
    },
  };
}
