/**
 * Redress as `npm start` runs it, but for its clock, which a file shows, and its life, which it ends itself by kill -9 a moment after so
 * many steps to its database. It does what is due when a line comes in, and says so when nothing is left that it can do.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

import { Temporal } from "temporal-polyfill";

import type { Store } from "../../../src/application/ports.ts";
import { chance } from "../../../src/chance.ts";
import { connectPlatforms } from "../../../src/connectPlatforms.ts";
import { openLog } from "../../../src/log.ts";
import { openSettingsStore, readFile, readRoster, readRulebook } from "../../../src/parts.ts";
import { openRedress } from "../../../src/redress.ts";
import { readSettings } from "../../../src/settings.ts";

const LAST_BREATH_MS = 12;

const say = (line: string) => process.stdout.write(`${line}\n`);
const settings = readSettings(process.env);
const clockFile = process.env["CLOCK"] ?? "";
let stepsLeft = Number(process.env["STEPS"] ?? "Infinity");
const log = openLog(settings.REDRESS_LOG);

/** The same store; with the step in which its time has come the process dies: before it, while it is under way, or in what follows. */
function mortal(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== "function") return found;
      return (...given: readonly unknown[]): unknown => {
        if (name === "claim") say(`worker ${String(given[0])}`);
        stepsLeft -= 1;
        if (stepsLeft === 0) die();
        return Reflect.apply(found, target, given);
      };
    },
  });
}

const kill = () => process.kill(process.pid, "SIGKILL");

function die(): void {
  const wait = Math.floor(Math.random() * LAST_BREATH_MS);
  if (wait === 0) kill();
  else setTimeout(kill, wait);
}

const rulebookText = readFile(settings.REDRESS_RULEBOOK ?? "", "REDRESS_RULEBOOK");
const rulebook = readRulebook(rulebookText, settings.REDRESS_RULEBOOK ?? "");
const { people: roster } = readRoster(
  readFile(settings.REDRESS_ROSTER ?? "", "REDRESS_ROSTER"),
  rulebook,
  "the roster",
);
const store = mortal(await openSettingsStore(settings, settings.REDRESS_DATA, log));
const redress = await openRedress({
  store,
  clock: { now: () => Temporal.Instant.fromEpochMilliseconds(Number(readFileSync(clockFile, "utf8"))) },
  chance,
  log,
  rulebookText,
  roster,
  settleMs: 0,
  retryMs: 20,
  connect: (desk, citation, locale) =>
    connectPlatforms({
      settings,
      roster,
      memory: store,
      desk,
      citation,
      locale,
      log,
      onLate: () => {},
      onRefused: (error) => {
        throw error;
      },
    }),
});
say("Redress is ready.");

/** Whatever is tried again is waited for, and whatever a dead process held. */
async function emptied(): Promise<void> {
  await redress.settled();
  if ((await store.waiting()).rows === 0) return;
  await pause(20);
  await emptied();
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line === "end") break;
  if (line === "ring") await redress.ring();
  await (line === "settle" ? emptied() : redress.settled());
  say(`done ${line}`);
}
await redress.close();
await store.close();
process.exit(0);
