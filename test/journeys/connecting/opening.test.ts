import { Temporal } from "temporal-polyfill";
import { expect, onTestFinished, test } from "vitest";

import { commands } from "../../../commands/index.ts";
import type { Log } from "../../../src/application/ports.ts";
import { chance } from "../../../src/chance.ts";
import { connectPlatforms } from "../../../src/connectPlatforms.ts";
import { openRedress } from "../../../src/redress.ts";
import { Actor } from "../../../src/sandbox/actor.ts";
import { movableClock } from "../../../src/sandbox/clock.ts";
import { localTokens, openChapterDiscord, openChapterSlack } from "../../../src/sandbox/localChapter.ts";
import { readSettings } from "../../../src/settings.ts";
import { botScopes, slackManifest } from "../../../src/slack/manifest.ts";
import { memoryStore } from "../../../src/storage/memory/memoryStore.ts";
import { everybody, officials, owner, rulebookText } from "../people.ts";
import { fileReport } from "../plays.ts";
import { until } from "../until.ts";

const findPerson = (name: string) => everybody.find((each) => each.name.startsWith(name));
const silent: Log = { info: () => {}, warn: () => {} };

test("what comes in on one platform while the other is still being connected waits until both are known, and gets its room", async () => {
  const clock = movableClock();
  const now = () => Temporal.Instant.fromEpochMilliseconds(clock.now());
  const manifest = slackManifest({ commands, url: undefined });
  const discord = await openChapterDiscord({ clock, people: everybody, owner });
  const slack = await openChapterSlack({ clock, people: everybody, owner, manifest, scopes: botScopes });
  slack.faults.arm({ call: "auth.test", mishap: { kind: "delay", ms: 700 } });
  const settings = readSettings({
    DISCORD_TOKEN: localTokens.discord,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: localTokens.slackBot,
    SLACK_APP_TOKEN: localTokens.slackApp,
    SLACK_API_URL: slack.apiUrl,
    REDRESS_RULEBOOK: "src/rulebooks/kth.yaml",
    REDRESS_ROSTER: "src/rulebooks/kth.roster.yaml",
  });
  const store = memoryStore();
  const opening = openRedress({
    store,
    clock: { now },
    chance,
    log: silent,
    rulebookText,
    roster: officials,
    connect: (desk, citation, locale) =>
      connectPlatforms({
        settings,
        roster: officials,
        memory: store,
        desk,
        citation,
        locale,
        log: silent,
        onLate: () => {},
        onRefused(error) {
          throw error;
        },
      }),
  });
  onTestFinished(async () => {
    await (await opening).close();
    await Promise.all([discord.close(), slack.close()]);
  });
  await until(() => discord.calls().some(({ call }) => call === "POST /guilds/:id/channels"));
  expect(slack.sockets.count).toBe(0);

  const person = (name: string) => new Actor(discord, findPerson(name)?.discord ?? "", name);
  const stage = { kind: "discord" as const, person, now, settle: () => Promise.resolve() };
  const codeName = await fileReport(stage);
  await (await opening).settled();
  for (const officer of ["Sara", "Omar", "Elin"]) expect(person(officer).rooms()).toEqual([`case-${codeName}`]);
});
