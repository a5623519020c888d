/**
 * Measures Redress against the least a bot can be, on the same local platforms in the same run, and prints ratios.
 * Usage: npm run bench [-- votes reports memory start]; all of them without a choice.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import pg from "pg";
import { Temporal } from "temporal-polyfill";

import { commands } from "../../commands/index.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import type { LocalDiscord } from "../../src/sandbox/discord/localDiscord.ts";
import { localTokens, openChapterDiscord, openChapterSlack } from "../../src/sandbox/localChapter.ts";
import type { LocalPlatform } from "../../src/sandbox/person.ts";
import type { LocalSlack } from "../../src/sandbox/slack/localSlack.ts";
import { nodeEnvironment, nodeFlags } from "../../src/setup/runtime.mjs";
import { botScopes, slackManifest } from "../../src/slack/manifest.ts";
import { Actor } from "../journeys/actor.ts";
import { everybody, owner } from "../journeys/people.ts";
import { playToVote } from "../journeys/plays.ts";
import { startPostgres } from "../servers/postgres.ts";
import { startChild } from "./children.ts";
import type { Child } from "./children.ts";
import { load, median, percentile } from "./load.ts";

const ROUNDS = 5;
const VOTES = 3000;
const AT_ONCE = 20;
const REPORTS = 300;
const REPORTS_AT_ONCE = 60;
const INTERACTIONS = 20_000;
const board = ["Petra", "Viktor", "Dina", "Hanna", "Ivan", "Julia", "Karim"] as const;

const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (what: string, measured: string, wanted: string) =>
  say(`  ${what.padEnd(58)} ${measured.padStart(16)}   ${wanted}`);
const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

const chapter = { people: everybody, owner, keepCalls: false, validate: false };
const clock = movableClock();
const openDiscord = () => openChapterDiscord({ ...chapter, clock });
const openSlack = () =>
  openChapterSlack({
    ...chapter,
    clock,
    manifest: slackManifest({ commands, url: undefined }),
    scopes: botScopes,
    patience: 400,
  });

const environment = (discord: LocalDiscord, slack: LocalSlack) => ({
  DISCORD_TOKEN: localTokens.discord,
  DISCORD_API_URL: discord.apiUrl,
  SLACK_BOT_TOKEN: localTokens.slackBot,
  SLACK_APP_TOKEN: localTokens.slackApp,
  SLACK_API_URL: slack.apiUrl,
});

const folder = mkdtempSync(path.join(tmpdir(), "redress-bench-"));
const server = await startPostgres({ durable: true });
const admin = new pg.Client({ connectionString: `${server.url}/postgres` });
await admin.connect();
await admin.query("CREATE DATABASE bench");
await admin.end();

const bare = { discord: await openDiscord(), slack: await openSlack() };
const ours = { discord: await openDiscord(), slack: await openSlack() };
const bareEnvironment = environment(bare.discord, bare.slack);
const bareDiscord = await startChild([process.execPath, "test/bench/bareDiscord.ts"], bareEnvironment, "ready");
const bareSlack = await startChild([process.execPath, "test/bench/bareSlack.ts"], bareEnvironment, "ready");
const redress = await startChild(
  [process.execPath, ...nodeFlags, "src/main.ts"],
  {
    ...nodeEnvironment(process.cwd()),
    ...environment(ours.discord, ours.slack),
    REDRESS_DATA: folder,
    DATABASE_URL: `${server.url}/bench`,
    REDRESS_RULEBOOK: "src/rulebooks/kth.yaml",
    REDRESS_ROSTER: "src/rulebooks/kth.roster.yaml",
    REDRESS_LOG: "warn",
  },
  "Redress is ready",
);

const memoryIdle = redress.memory();

/** Waits until the bot has called nothing for a while. */
async function quiet(platform: LocalPlatform): Promise<void> {
  const count = () => (platform.kind === "discord" ? ours.discord.rationedCalls() : changes);
  let changes = 0;
  const stop = platform.onChange(() => (changes += 1));
  for (let still = 0, last = -1; still < 5;) {
    const now = count() + changes;
    still = now === last ? still + 1 : 0;
    last = now;
    // oxlint-disable-next-line no-await-in-loop
    await pause(100);
  }
  stop();
}

/** The first text under a key anywhere in an answer. */
function deep(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (name === key && typeof inner === "string") return inner;
    const found = deep(inner, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface VoteTarget {
  readonly message: string;
  readonly control: string;
  readonly voters: readonly string[];
}

/** Brings a case before the board on a platform and returns where its members press. */
async function openVote(platform: LocalDiscord | LocalSlack): Promise<VoteTarget> {
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

const generalOf = (platform: LocalPlatform) =>
  platform
    .person(everybody[0]?.[platform.kind] ?? "")
    .places()
    .find((place) => place.name.includes("general"))?.id ?? "";

function rawOf(platform: LocalPlatform, target: VoteTarget): Record<string, unknown> {
  const person = platform.person(target.voters[0] ?? "");
  const messages = person.places().flatMap((place) => person.messages(place.id));
  const raw = messages.find((message) => message.id === target.message)?.raw;
  return Object.fromEntries(Object.entries(raw ?? {}));
}

/** Posts the card of the vote under the bare bot, so that both are asked the same. */
async function copyToBareDiscord(target: VoteTarget): Promise<{ kind: "control"; message: string; control: string }> {
  const { components } = rawOf(ours.discord, target);
  const answer = await fetch(`${bare.discord.apiUrl}/v10/channels/${generalOf(bare.discord)}/messages`, {
    method: "POST",
    headers: { authorization: `Bot ${localTokens.discord}`, "content-type": "application/json" },
    body: JSON.stringify({ flags: 32_768, components }),
  });
  return { kind: "control", message: deep(await answer.json(), "id") ?? "", control: target.control };
}

async function callBareSlack(method: string, body: object): Promise<unknown> {
  const answer = await fetch(`${bare.slack.apiUrl}${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${localTokens.slackBot}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json();
}

async function copyToBareSlack(target: VoteTarget) {
  const { blocks } = rawOf(ours.slack, target);
  const user = everybody[0]?.slack ?? "";
  const channel = deep(await callBareSlack("conversations.open", { users: user }), "id");
  const ts = deep(await callBareSlack("chat.postMessage", { channel, text: "card", blocks }), "ts") ?? "";
  return () => bare.slack.payloads.press(user, ts, target.control);
}

async function benchVotes(): Promise<void> {
  const onDiscord = await openVote(ours.discord);
  const onSlack = await openVote(ours.slack);
  const before = ours.discord.rationedCalls();
  const ratios: Record<"discord" | "slack", number[]> = { discord: [], slack: [] };
  const rates: Record<string, number[]> = { bareDiscord: [], discord: [], bareSlack: [], slack: [] };
  const bareUser = everybody[0]?.discord ?? "";
  const bareButton = await copyToBareDiscord(onDiscord);
  const barePress = await copyToBareSlack(onSlack);
  let unanswered = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // The same press of a button under the same card.
    // oxlint-disable-next-line no-await-in-loop -- rounds alternate so that the noise of the machine strikes both
    const bareVotes = await load(
      VOTES,
      AT_ONCE,
      async () => (await bare.discord.interact(bareUser, bareButton)).kind === "answered",
    );
    // oxlint-disable-next-line no-await-in-loop
    const votes = await load(VOTES, AT_ONCE, async (i) => {
      const voter = onDiscord.voters[i % onDiscord.voters.length] ?? "";
      return (
        (
          await ours.discord.interact(voter, {
            kind: "control",
            message: onDiscord.message,
            control: onDiscord.control,
          })
        ).kind === "answered"
      );
    });
    // oxlint-disable-next-line no-await-in-loop
    const bareAcks = await load(
      VOTES,
      AT_ONCE,
      async () => (await bare.slack.deliveries.send("interactive", barePress())).kind === "acked",
    );
    // oxlint-disable-next-line no-await-in-loop
    const acks = await load(VOTES, AT_ONCE, async (i) => {
      const voter = onSlack.voters[i % onSlack.voters.length] ?? "";
      return (
        (
          await ours.slack.deliveries.send(
            "interactive",
            ours.slack.payloads.press(voter, onSlack.message, onSlack.control),
          )
        ).kind === "acked"
      );
    });
    unanswered += votes.failed + acks.failed;
    ratios.discord.push(votes.rate / bareVotes.rate);
    ratios.slack.push(acks.rate / bareAcks.rate);
    rates["bareDiscord"]?.push(bareVotes.rate);
    rates["discord"]?.push(votes.rate);
    rates["bareSlack"]?.push(bareAcks.rate);
    rates["slack"]?.push(acks.rate);
  }
  const calls = ours.discord.rationedCalls() - before;
  const rate = (name: string) => `${Math.round(median(rates[name] ?? []))}/s`;
  row("Discord: bare replies, 20 at once", rate("bareDiscord"), "");
  row("Discord: votes with their durable commit, 20 at once", rate("discord"), "");
  row("  ratio", median(ratios.discord).toFixed(2), "at least 0.30");
  row("  globally rationed calls a vote", (calls / (VOTES * ROUNDS)).toFixed(4), "none");
  row("Slack: bare acks, 20 at once", rate("bareSlack"), "");
  row("Slack: votes acknowledged after their durable commit", rate("slack"), "");
  row("  ratio", median(ratios.slack).toFixed(2), "at least 0.30");
  row("votes without an answer", String(unanswered), "0");
}

const text = (id: string, value: string) => ({ type: 18, component: { type: 4, custom_id: id, value } });
const chosen = (id: string, value: string) => ({ type: 18, component: { type: 3, custom_id: id, values: [value] } });

/** The interactions of one report, and how long each took to be answered for the first time. */
async function reportOnDiscord(i: number, latencies: number[]): Promise<boolean> {
  const person = everybody[everybody.length - 1 - (i % 3)]?.discord ?? "";
  const place =
    ours.discord
      .person(person)
      .places()
      .find((each) => each.name.includes("general"))?.id ?? "";
  const timed = async (act: () => ReturnType<LocalDiscord["interact"]>) => {
    const began = performance.now();
    const outcome = await act();
    latencies.push(performance.now() - began);
    return outcome;
  };
  const opened = await timed(() => ours.discord.interact(person, { kind: "command", place, name: "report" }));
  const form = customId(opened);
  const first = await timed(() =>
    ours.discord.interact(person, {
      kind: "form",
      place,
      form,
      components: [
        text("what", "Something happened"),
        chosen("relation", "affected"),
        chosen("about_receiver", "nobody"),
      ],
    }),
  );
  const second = await timed(() =>
    ours.discord.interact(person, {
      kind: "form",
      place,
      form: form.replace("/1:", "/2:"),
      components: [text("when_where", "Friday")],
    }),
  );
  const message = second.kind === "answered" ? messageId(second) : undefined;
  const draft = form.split(":")[2] ?? "";
  if (first.kind !== "answered" || message === undefined) return false;
  const sent = await timed(() =>
    ours.discord.interact(person, { kind: "control", message, control: `report.send::${draft}` }),
  );
  return sent.kind === "answered";
}

const customId = (outcome: unknown): string => deep(outcome, "custom_id") ?? "";
const messageId = (outcome: unknown): string | undefined => deep(outcome, "messageId") ?? deep(outcome, "id");

async function benchReports(): Promise<void> {
  const bareUser = everybody[0]?.discord ?? "";
  const place =
    bare.discord
      .person(bareUser)
      .places()
      .find((each) => each.name.includes("general"))?.id ?? "";
  const bareLoad = await load(
    REPORTS * 4,
    REPORTS_AT_ONCE,
    async () =>
      (await bare.discord.interact(bareUser, { kind: "form", place, form: "x", components: [] })).kind === "answered",
  );
  await quiet(ours.discord);
  const before = ours.discord.rationedCalls();
  const latencies: number[] = [];
  const reports = await load(REPORTS, REPORTS_AT_ONCE, (i) => reportOnDiscord(i, latencies));
  await quietOutbox();
  const calls = ours.discord.rationedCalls() - before;
  const p99 = percentile(latencies, 0.99) / percentile(bareLoad.latencies, 0.99);
  row(`${REPORTS} reports, ${REPORTS_AT_ONCE} at once: unanswered`, String(reports.failed), "0");
  row(
    "  first answer p99, bare and ours",
    `${percentile(bareLoad.latencies, 0.99).toFixed(0)} / ${percentile(latencies, 0.99).toFixed(0)} ms`,
    "",
  );
  row("  ratio", p99.toFixed(2), "under 10");
  row("  median of ours", `${median(latencies).toFixed(0)} ms`, "");
  row("  globally rationed calls a report", (calls / REPORTS).toFixed(2), "at most 2");
}

/** Waits until the outbox of the benchmark's database is empty. */
async function quietOutbox(): Promise<void> {
  const client = new pg.Client({ connectionString: `${server.url}/bench` });
  await client.connect();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM outbox");
    if (rows[0]?.count === 0) break;
    // oxlint-disable-next-line no-await-in-loop
    await pause(200);
  }
  await client.end();
}

async function benchMemory(child: Child): Promise<void> {
  const target = await openVote(ours.discord);
  const { failed } = await load(INTERACTIONS, AT_ONCE, async (i) => {
    const voter = target.voters[i % target.voters.length] ?? "";
    return (
      (await ours.discord.interact(voter, { kind: "control", message: target.message, control: target.control }))
        .kind === "answered"
    );
  });
  row("memory when idle, on PostgreSQL", `${memoryIdle.toFixed(0)} MiB`, "");
  row(
    `memory after ${INTERACTIONS} more interactions (${failed} unanswered)`,
    `${child.memory().toFixed(0)} MiB`,
    "under 180 MiB",
  );
}

async function benchStart(): Promise<void> {
  const npm = process.env["npm_execpath"];
  const args =
    npm === undefined ? ["npm", "start"] : [process.env["npm_node_execpath"] ?? process.execPath, npm, "start"];
  const local = {
    REDRESS_DATA: path.join(folder, "local"),
    REDRESS_PORT: "0",
    REDRESS_LOG: "warn",
    HOME: process.env["HOME"] ?? "",
  };
  const child = await startChild(args, local, "Redress is ready");
  row("npm start without tokens: ready after", `${(child.readyMs / 1000).toFixed(2)} s`, "within 3 s");
  await child.stop();
}

say(`Redress on PostgreSQL, against a bare handler on the same local platform, ${ROUNDS} rounds`);
const parts = { votes: benchVotes, reports: benchReports, memory: () => benchMemory(redress), start: benchStart };
const chosenParts = process.argv.slice(2);
for (const [name, measure] of Object.entries(parts))
  // oxlint-disable-next-line no-await-in-loop -- one after the other, or they would measure each other
  if (chosenParts.length === 0 || chosenParts.includes(name)) await measure();
await Promise.all([bareDiscord.stop(), bareSlack.stop(), redress.stop()]);
await Promise.all([bare.discord.close(), bare.slack.close(), ours.discord.close(), ours.slack.close()]);
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
