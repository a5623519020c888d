import path from "node:path";
import process from "node:process";

import { Temporal } from "temporal-polyfill";

import { commands } from "../../commands/index.ts";
import { Actor } from "../../src/sandbox/actor.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import type { LocalDiscord } from "../../src/sandbox/discord/localDiscord.ts";
import { localTokens, openChapterDiscord, openChapterSlack } from "../../src/sandbox/localChapter.ts";
import type { LocalPlatform } from "../../src/sandbox/person.ts";
import type { LocalSlack } from "../../src/sandbox/slack/localSlack.ts";
import { nodeEnvironment, nodeFlags } from "../../src/setup/runtime.mjs";
import { botScopes, slackManifest } from "../../src/slack/manifest.ts";
import { everybody, owner } from "../journeys/people.ts";
import { playToVote } from "../journeys/plays.ts";
import { confirmedRulebook } from "../servers/confirmedRulebook.ts";
import { startChild } from "./children.ts";
import type { Child } from "./children.ts";

/** Both local platforms, and the programs that answer there. */
export interface Scene {
  readonly discord: LocalDiscord;
  readonly slack: LocalSlack;
  readonly bots: readonly Child[];
  close(): Promise<void>;
}

const clock = movableClock();
const chapter = { people: everybody, owner, keepCalls: false, validate: false, clock };
const board = ["Petra", "Viktor", "Dina", "Hanna", "Ivan", "Julia", "Karim"] as const;

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

async function openPlatforms() {
  const manifest = slackManifest({ commands, url: undefined });
  const discord = await openChapterDiscord(chapter);
  const slack = await openChapterSlack({ ...chapter, manifest, scopes: botScopes, patience: 400 });
  const environment = {
    DISCORD_TOKEN: localTokens.discord,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: localTokens.slackBot,
    SLACK_APP_TOKEN: localTokens.slackApp,
    SLACK_API_URL: slack.apiUrl,
  };
  return { discord, slack, environment };
}

function sceneOf(discord: LocalDiscord, slack: LocalSlack, bots: readonly Child[]): Scene {
  const close = async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await Promise.all([discord.close(), slack.close()]);
  };
  return { discord, slack, bots, close };
}

/** The least that bots can be: they answer everything and do nothing. */
export async function openBare(): Promise<Scene> {
  const { discord, slack, environment } = await openPlatforms();
  const start = (program: string) => startChild([process.execPath, program], environment, "ready");
  return sceneOf(discord, slack, [await start("test/bench/bareDiscord.ts"), await start("test/bench/bareSlack.ts")]);
}

/** Redress as `npm start` starts it, connected to both. */
export async function openRedress(folder: string, databaseUrl: string): Promise<Scene> {
  const { discord, slack, environment } = await openPlatforms();
  const bot = await startChild(
    [process.execPath, ...nodeFlags, "src/main.mjs"],
    {
      ...nodeEnvironment(process.cwd()),
      ...environment,
      REDRESS_DATA: folder,
      DATABASE_URL: databaseUrl,
      REDRESS_RULEBOOK: confirmedRulebook(),
      REDRESS_ROSTER: path.join("src", "rulebooks", "kth.roster.yaml"),
      REDRESS_LOG: "warn",
    },
    "Redress is ready",
  );
  return sceneOf(discord, slack, [bot]);
}

/** Where the members of the board press. */
export interface VoteTarget {
  readonly message: string;
  readonly control: string;
  readonly voters: readonly string[];
}

/** Brings a case before the board on a platform. */
export async function openVote(platform: LocalPlatform): Promise<VoteTarget> {
  const actors = new Map<string, Actor>();
  const person = (name: string) => {
    const known = actors.get(name);
    if (known !== undefined) return known;
    const found = everybody.find((each) => each.name.startsWith(name));
    const made = new Actor(platform, found?.[platform.kind] ?? "", found?.name ?? "", () => pause(30));
    actors.set(name, made);
    return made;
  };
  await playToVote({
    kind: platform.kind,
    person,
    settle: () => quiet(platform),
    now: () => Temporal.Instant.fromEpochMilliseconds(clock.now()),
  });
  const { on, control } = person("Petra").handle("In favour");
  return { message: on, control: control.id, voters: board.map((name) => person(name).id) };
}

/** Waits until nothing has changed on a platform for half a second. */
export async function quiet(platform: LocalPlatform): Promise<void> {
  let changes = 0;
  const stop = platform.onChange(() => (changes += 1));
  for (let still = 0, last = -1; still < 5;) {
    still = changes === last ? still + 1 : 0;
    last = changes;
    // oxlint-disable-next-line no-await-in-loop
    await pause(100);
  }
  stop();
}

/** A member of the board presses "In favour" on Discord; whether that was answered. */
export async function voteOnDiscord({ discord }: Scene, target: VoteTarget, i: number): Promise<boolean> {
  const { message, control } = target;
  const outcome = await discord.interact(voterOf(target, i), { kind: "control", message, control });
  return outcome.kind === "answered";
}

/** The same on Slack; whether it was acknowledged. */
export async function voteOnSlack({ slack }: Scene, target: VoteTarget, i: number): Promise<boolean> {
  const payload = slack.payloads.press(voterOf(target, i), target.message, target.control);
  const outcome = await slack.deliveries.send("interactive", payload);
  return outcome.kind === "acked";
}

const voterOf = ({ voters }: VoteTarget, i: number) => voters[i % voters.length] ?? "";

/** The channel everybody is in. */
export function generalOf(platform: LocalPlatform): string {
  const places = platform.person(everybody[0]?.[platform.kind] ?? "").places();
  return places.find((place) => place.name.includes("general"))?.id ?? "";
}

/** The first text under a key anywhere in an answer. */
export function deep(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (name === key && typeof inner === "string") return inner;
    const found = deep(inner, key);
    if (found !== undefined) return found;
  }
  return undefined;
}
