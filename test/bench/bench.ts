/**
 * Measures Redress against the least a bot can be, on the same local platforms in the same run, and prints ratios.
 * Usage: npm run bench [-- rulebook deadlines counts wakes memory votes ballots reports start page]; all of them without a choice.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import pg from "pg";

import { openDatabase } from "../../src/storage/openDatabase.ts";
import { startPostgres } from "../servers/postgres.ts";
import { startChild } from "./children.ts";
import type { Child } from "./children.ts";
import { benchDeadlines } from "./deadlines.ts";
import { benchMemory } from "./memory.ts";
import { benchPage } from "./page.ts";
import { row, say } from "./print.ts";
import { benchReports } from "./reports.ts";
import { benchRulebook } from "./rulebook.ts";
import { openBare, openRedress } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { benchSecretVote } from "./secretVote.ts";
import { benchVotes } from "./votes.ts";
import { benchWakes, sayLimits } from "./wakes.ts";

const folder = mkdtempSync(path.join(tmpdir(), "redress-bench-"));
const server = await startPostgres({ durable: true });

async function newDatabase(name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: `${server.url}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return `${server.url}/${name}`;
}

async function within(scene: Scene, measure: (scene: Scene) => Promise<void>): Promise<void> {
  await measure(scene);
  await scene.close();
}

/** REDRESS_BENCH_SHORT measures little of what takes long: to see that it can be measured, while others work on the same machine. */
const isShort = process.env["REDRESS_BENCH_SHORT"] !== undefined;
const usual = isShort ? { rounds: 1, votes: 100 } : { rounds: 5, votes: 3000 };
/** As many ballots as a large vote has, half of them on each platform. */
const wholeVote = isShort ? { rounds: 1, votes: 150 } : { rounds: 1, votes: 5000 };

const parts: Readonly<Record<string, () => Promise<void>>> = {
  async rulebook() {
    benchRulebook();
  },
  async deadlines() {
    benchDeadlines();
  },
  async counts() {
    const file = fileURLToPath(new URL("countAlone.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    process.stdout.write(stdout);
  },
  async wakes() {
    const onServer = await openDatabase({ kind: "server", url: await newDatabase("wakes") });
    await benchWakes(onServer, "PostgreSQL", isShort ? 100_000 : 1_000_000, isShort ? 500 : 10_000);
    await onServer.close();
    const embedded = await openDatabase({ kind: "embedded", folder: path.join(folder, "wakes") });
    await benchWakes(embedded, "embedded", isShort ? 10_000 : 100_000, isShort ? 100 : 1000);
    await embedded.close();
    sayLimits();
  },
  async memory() {
    const onServer = await openRedress(path.join(folder, "server"), await newDatabase("memory"));
    await within(onServer, (scene) => benchMemory(scene, "on PostgreSQL", "under 180 MiB"));
    const embedded = await openRedress(path.join(folder, "embedded"), "");
    await within(embedded, (scene) => benchMemory(scene, "database embedded", ""));
  },
  async votes() {
    const ours = await openRedress(path.join(folder, "votes"), await newDatabase("votes"));
    await within(await openBare(), (bare) => within(ours, () => benchVotes(bare, ours, usual)));
  },
  async ballots() {
    const ours = await openRedress(path.join(folder, "ballots"), await newDatabase("ballots"));
    await within(await openBare(), (bare) => within(ours, () => benchVotes(bare, ours, wholeVote)));
    const database = await openDatabase({ kind: "server", url: await newDatabase("secret") });
    await benchSecretVote(database, isShort ? 300 : 10_000);
  },
  async reports() {
    const database = await newDatabase("reports");
    const ours = await openRedress(path.join(folder, "reports"), database);
    await within(await openBare(), (bare) => within(ours, () => benchReports(bare, ours, database)));
  },
  async start() {
    const child = await startAlone();
    row("npm start without tokens: ready after", `${(child.readyMs / 1000).toFixed(2)} s`, "within 3 s");
    await child.stop();
  },
  async page() {
    const child = await startAlone();
    await benchPage(/http:\S+/.exec(child.said)?.[0] ?? "");
    await child.stop();
  },
};

/** `npm start` without tokens, as anybody meets it first. */
function startAlone(): Promise<Child> {
  const npm = process.env["npm_execpath"];
  const node = process.env["npm_node_execpath"] ?? process.execPath;
  const env = { REDRESS_PORT: "0", REDRESS_LOG: "warn", HOME: process.env["HOME"] ?? "" };
  return startChild([...(npm === undefined ? ["npm"] : [node, npm]), "start"], env, "to try it out");
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in parts));
if (unknown !== undefined)
  throw new Error(`There is no "${unknown}" to measure. There are: ${Object.keys(parts).join(", ")}.`);

say("Redress against a bare handler on the same local platforms");
for (const [name, measure] of Object.entries(parts))
  // oxlint-disable-next-line no-await-in-loop -- one after the other, or they would measure each other
  if (chosen.length === 0 || chosen.includes(name)) await measure();
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
