import { Temporal } from "temporal-polyfill";

import { commands } from "../../commands/index.ts";
import type { Log } from "../../src/application/ports.ts";
import { chance } from "../../src/chance.ts";
import { connectDiscord } from "../../src/discord/connectDiscord.ts";
import { openRedress } from "../../src/redress.ts";
import type { Redress } from "../../src/redress.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import { localTokens, openChapterDiscord, openChapterSlack } from "../../src/sandbox/localChapter.ts";
import { openPage } from "../../src/sandbox/page/openPage.ts";
import { connectSlack } from "../../src/slack/connectSlack.ts";
import { botScopes, slackManifest } from "../../src/slack/manifest.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { Actor } from "../journeys/actor.ts";
import { everybody, kth, officials, owner, rulebookText } from "../journeys/people.ts";
import type { PlatformKind, Stage } from "../journeys/stage.ts";

/** Redress with both local platforms and the page before them, as `npm start` runs it, on a clock that moves only when told. */
export interface House {
  readonly url: string;
  readonly redress: Redress;
  /** A stage for the plays of the journeys, on one of the platforms. */
  stage(kind: PlatformKind): Stage;
  close(): Promise<void>;
}

const silent: Log = { info: () => undefined, warn: () => undefined };

/** Opens the house at a moment of the chapter's time. */
export async function openHouse(start = "2026-03-01T10:00"): Promise<House> {
  const first = Temporal.PlainDateTime.from(start).toZonedDateTime("Europe/Stockholm").epochMilliseconds;
  const clock = movableClock(first, false);
  const chapter = { clock, people: everybody, owner };
  const [discord, slack] = await Promise.all([
    openChapterDiscord(chapter),
    openChapterSlack({ ...chapter, manifest: slackManifest({ commands, url: undefined }), scopes: botScopes }),
  ]);
  const store = memoryStore();
  const now = () => Temporal.Instant.fromEpochMilliseconds(clock.now());
  const redress = await openRedress({
    store,
    clock: { now },
    chance,
    log: silent,
    rulebookText,
    roster: officials,
    settleMs: 0,
    connect: (desk, citation, locale) => {
      const common = { desk, commands, citation, locale, log: silent };
      return Promise.all([
        connectDiscord({
          ...common,
          token: localTokens.discord,
          apiUrl: discord.apiUrl,
          guildId: undefined,
          roomsChannelId: undefined,
          memory: store,
        }),
        connectSlack({
          ...common,
          botToken: localTokens.slackBot,
          apiUrl: slack.apiUrl,
          delivery: { kind: "socket", appToken: localTokens.slackApp },
        }),
      ]);
    },
  });
  const settle = () => redress.settled();
  const page = await openPage({
    port: 0,
    platforms: [discord, slack],
    clock,
    organisation: kth.organisation.name,
    zone: "Europe/Stockholm",
    async afterMove() {
      await redress.ring();
      await settle();
    },
    nextDue: async () => (await store.nextDue())?.epochMilliseconds,
    describe: officeOf,
    shortcuts: [{ id: "report", label: "File a report" }],
  });
  const close = async () => {
    await page.close();
    await settle();
    await redress.close();
    await Promise.all([discord.close(), slack.close()]);
  };
  return {
    url: page.url,
    redress,
    stage: (kind) => ({
      kind,
      local: kind === "discord" ? discord : slack,
      store,
      clock,
      redress,
      logged: [],
      person(name) {
        const found = [...everybody, owner].find((person) => person.name.startsWith(name));
        if (found === undefined) throw new Error(`There is nobody called ${name}.`);
        return new Actor(kind === "discord" ? discord : slack, found[kind], found.name);
      },
      settle,
      moveTo: () => Promise.reject(new Error("The clock of the house is moved on the page.")),
      now,
      restart: () => Promise.reject(new Error("The house is not restarted.")),
      close,
    }),
    close,
  };
}

/** "safety officer", "president" and so on. */
export function officeOf(platform: PlatformKind, person: string): string | undefined {
  return officials.find((one) => one[platform] === person)?.offices[0]?.replaceAll("_", " ");
}
