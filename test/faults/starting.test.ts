import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { commands } from "../../commands/index.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import type { LocalDiscord } from "../../src/sandbox/discord/localDiscord.ts";
import { localTokens, openChapterDiscord, openChapterSlack } from "../../src/sandbox/localChapter.ts";
import type { LocalSlack } from "../../src/sandbox/slack/localSlack.ts";
import { botScopes, slackManifest } from "../../src/slack/manifest.ts";
import { everybody, owner } from "../journeys/people.ts";
import { until } from "../journeys/until.ts";
import { launch } from "./process.ts";
import type { Launched } from "./process.ts";

let folder = "";
let discord: LocalDiscord;
let slack: LocalSlack;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "redress-start-"));
  const chapter = { clock: movableClock(), people: everybody, owner };
  const manifest = slackManifest({ commands, url: undefined });
  [discord, slack] = await Promise.all([
    openChapterDiscord(chapter),
    openChapterSlack({ ...chapter, manifest, scopes: botScopes }),
  ]);
});

afterEach(async () => {
  await Promise.all([discord.close(), slack.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program with other settings than the right ones. */
function start(settings: Readonly<Record<string, string>>): Launched {
  const keys = `test:${randomBytes(32).toString("base64")}`;
  return launch({
    discordUrl: discord.apiUrl,
    slackUrl: slack.apiUrl,
    folder,
    settings: { REDRESS_KEYS: keys, ...settings },
  });
}

const badDiscord =
  "Discord does not accept DISCORD_TOKEN: copy the token anew from the page Bot of your application at https://discord.com/developers/applications, and start again.\n";
const badSlack =
  "Slack does not accept SLACK_APP_TOKEN: make an app-level token with the scope connections:write on the page Basic Information of your app at https://api.slack.com/apps, and start again.\n";

test.each([
  ["a bad Discord token", { DISCORD_TOKEN: "SECRET-another" }, badDiscord],
  ["a bad Slack token", { SLACK_APP_TOKEN: "xapp-SECRET-another" }, badSlack],
  [
    "two bad tokens",
    { DISCORD_TOKEN: "SECRET-another", SLACK_APP_TOKEN: "xapp-SECRET-another" },
    badDiscord + badSlack,
  ],
])("%s ends the program with one sentence each, and nothing else is said", async (_, settings, said) => {
  const { ended, output } = start(settings);
  expect(await ended).toBe(1);
  expect(output()).toBe(said);
});

test("started while Discord is away, the program serves Slack, goes on trying, and then serves both", async () => {
  const port = Number(new URL(discord.apiUrl).port);
  await discord.close();
  const { ready, stop, ended, output } = start({});
  await ready;
  expect(output()).toContain("Redress has started, and goes on trying to reach discord.");
  expect(output()).toContain("Discord does not answer (ECONNREFUSED).");
  await slack.person(owner.slack).type("C00000001", "/mycase");
  expect(slack.person(owner.slack).failures()).toEqual([]);

  discord = await openChapterDiscord({ clock: movableClock(), people: everybody, owner, port });
  await until(() => discord.gateway.sockets() === 1);
  await until(() => discord.commands().length > 0);
  await stop();
  expect(await ended).toBe(0);
  expect(output()).not.toMatch(/^\s+at |Error:/m);
});

test("a platform that refuses once it can be reached ends the program with a sentence", async () => {
  const port = Number(new URL(discord.apiUrl).port);
  await discord.close();
  const { ready, ended, output } = start({ DISCORD_TOKEN: "SECRET-another" });
  await ready;
  discord = await openChapterDiscord({ clock: movableClock(), people: everybody, owner, port });
  expect(await ended).toBe(1);
  expect(output().endsWith(badDiscord)).toBe(true);
  expect(output()).not.toContain("SECRET");
});

test("Slack out of order while the program runs does not end it", async () => {
  const { ready, stop, ended, output } = start({});
  await ready;
  const mend = slack.faults.arm({ call: /./, mishap: { kind: "drop", effect: "none" }, times: 1000 });
  slack.sockets.drop();
  await until(() => output().includes("a socket to Slack is lost"));
  mend();
  await until(() => slack.sockets.count === 2);
  await stop();
  expect(await ended).toBe(0);
  expect(output()).not.toContain(localTokens.slackApp);
});
