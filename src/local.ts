import path from "node:path";

import { Temporal } from "temporal-polyfill";

import { commands } from "../commands/index.ts";
import type { Log } from "./application/ports.ts";
import { chance } from "./chance.ts";
import { connectDiscord } from "./discord/connectDiscord.ts";
import { connectAll, openPassingStore, orClose, readFile, readRoster, readRulebook } from "./parts.ts";
import type { Running } from "./parts.ts";
import { openRedress } from "./redress.ts";
import { movableClock } from "./sandbox/clock.ts";
import { localTokens, openChapterDiscord, openChapterSlack } from "./sandbox/localChapter.ts";
import type { ChapterPerson } from "./sandbox/localChapter.ts";
import { openPage } from "./sandbox/page/openPage.ts";
import type { Settings } from "./settings.ts";
import { connectSlack } from "./slack/connectSlack.ts";
import { botScopes, slackManifest } from "./slack/manifest.ts";

const sample = (name: string) => path.resolve(import.meta.dirname, "rulebooks", name);

/** Members without an office, to try things out as. */
const members: readonly ChapterPerson[] = [
  { name: "Mona Wik", discord: "100000000000000141", slack: "U00000141", locale: "en" },
  { name: "Nils Orrby", discord: "100000000000000142", slack: "U00000142", locale: "en" },
  { name: "Lo Ström", discord: "100000000000000143", slack: "U00000143", locale: "sv" },
];
const owner: ChapterPerson = { name: "Owen Root", discord: "100000000000000199", slack: "U00000199", locale: "en" };

/**
 * Runs Redress on this machine alone: a local Discord, a local Slack, the sample chapter, and a page on which one acts as anybody. The
 * local platforms live in memory, and so does its database: no database of the settings is ever written to.
 */
export async function startLocal(settings: Settings, log: Log): Promise<Running> {
  const rulebookFile = settings.REDRESS_RULEBOOK ?? sample("kth.yaml");
  const rosterFile = settings.REDRESS_ROSTER ?? sample("kth.roster.yaml");
  const rulebookText = readFile(rulebookFile, "REDRESS_RULEBOOK");
  const rulebook = readRulebook(rulebookText, rulebookFile);
  const roster = readRoster(readFile(rosterFile, "REDRESS_ROSTER"), rulebook, rosterFile);
  const everybody: readonly ChapterPerson[] = [
    ...roster.map(({ name, locale, discord = "", slack = "" }) => ({ name, locale, discord, slack })),
    ...members,
  ];

  const clock = movableClock();
  const peopleOn = (kind: "discord" | "slack") => everybody.filter((person) => person[kind] !== "");
  const manifest = slackManifest({ commands, url: undefined });
  const [discord, slack, store] = await Promise.all([
    openChapterDiscord({ clock, owner, people: peopleOn("discord") }),
    openChapterSlack({ clock, owner, people: peopleOn("slack"), manifest, scopes: botScopes }),
    openPassingStore(),
  ]);
  const redress = await orClose(store, () =>
    openRedress({
      store,
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(clock.now()) },
      chance,
      log,
      rulebookText,
      roster,
      connect: (desk, citation, locale) => {
        const common = { desk, commands, citation, locale, log };
        const socket = { kind: "socket", appToken: localTokens.slackApp } as const;
        return connectAll([
          connectDiscord({
            ...common,
            token: localTokens.discord,
            apiUrl: discord.apiUrl,
            guildId: undefined,
            roomsChannelId: undefined,
            memory: store,
          }),
          connectSlack({ ...common, botToken: localTokens.slackBot, apiUrl: slack.apiUrl, delivery: socket }),
        ]);
      },
    }),
  );
  const page = await openPage({
    port: settings.REDRESS_PORT,
    platforms: [discord, slack],
    clock,
    organisation: rulebook.organisation.name,
    zone: rulebook.organisation.timezone,
    describe: (platform, id) => roster.find((person) => person[platform] === id)?.offices[0]?.replaceAll("_", " "),
    shortcuts: manifest.features.shortcuts.map((shortcut) => ({ id: shortcut.callback_id, label: shortcut.name })),
    async afterMove() {
      await redress.ring();
      await redress.settled();
    },
    nextDue: async () => (await store.nextDue())?.epochMilliseconds,
  });
  process.stdout.write(
    `Redress is ready. Open ${page.url} to try it out. Nothing leaves this machine, and what you do is forgotten at the end.\n`,
  );
  return {
    async close() {
      await page.close();
      await redress.close();
      await Promise.all([discord.close(), slack.close()]);
      await store.close();
    },
  };
}
