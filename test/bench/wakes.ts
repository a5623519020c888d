import { randomUUID } from "node:crypto";

import { Temporal } from "temporal-polyfill";

import { openActs } from "../../src/application/acts.ts";
import type { House } from "../../src/application/house.ts";
import { runOutbox } from "../../src/application/outbox/runOutbox.ts";
import type { Platform } from "../../src/application/platform.ts";
import { runDue } from "../../src/application/runDue.ts";
import { openSeats } from "../../src/application/seats.ts";
import { acceptingPlatform } from "../../src/rehearsal/acceptingPlatform.ts";
import { inventRoster } from "../../src/rehearsal/inventRoster.ts";
import { playHouse } from "../../src/rehearsal/playHouse.ts";
import type { Database } from "../../src/storage/openDatabase.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { kth } from "../fakes/kth.ts";
import { median } from "./load.ts";
import { row } from "./print.ts";

const START = Temporal.Instant.from("2026-03-02T10:00:00Z");
const WAKES = 50;
const AT_ONCE = 8;
/** A platform on which nothing is told yet. */
const away: Platform = {
  ...acceptingPlatform("discord", () => {}),
  openRoom: async () => ({ kind: "later", reason: "away", waitMs: 60_000 }),
  direct: async () => ({ kind: "later", reason: "away", waitMs: 60_000 }),
};
const CASES = 10_000;
/** https://docs.discord.com/developers/topics/rate-limits: requests a second of a bot. */
const DISCORD_A_SECOND = 50;
/** https://docs.slack.dev/reference/methods/chat.update: Tier 3. */
const SLACK_UPDATES_A_MINUTE = 50;

/** How long a wake takes with so many deadlines to come and none due, and how fast as many cases are handled that are due at once. */
export async function benchWakes(database: Database, name: string, rows: number, due: number): Promise<void> {
  let now = START;
  const store = await openStore(database, openKeyring(`bench:${Buffer.alloc(32, 7).toString("base64")}`));
  let codeNames = 0;
  let platform = away;
  const chance = { id: () => randomUUID(), codeName: () => `case-${(codeNames += 1)}` };
  const house = playHouse({
    rulebook: kth,
    hash: "bench",
    start: START,
    now: () => now,
    store,
    chance,
    seats: await openSeats(store, { now: () => now }, chance, inventRoster(kth)),
    platforms: () => [platform],
  });
  await fileReport(house);
  await database.pool.query(
    `INSERT INTO deadline (case_id, key, kind, at) SELECT id, 'future:' || i, 'task', $1::timestamptz + i * interval '1 minute'
     FROM (SELECT id FROM case_file LIMIT 1) AS one, generate_series(1, $2::int) AS i`,
    ["2027-01-01T00:00:00Z", rows],
  );
  await database.pool.query("ANALYZE deadline");
  await runDue(house);
  const wakes: number[] = [];
  for (let i = 0; i < WAKES; i += 1) {
    now = now.add({ seconds: 60 });
    const began = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one wake after the other
    await runDue(house);
    wakes.push(performance.now() - began);
  }
  row(
    `${rows.toLocaleString("en")} deadlines to come, none due, ${name}: a wake`,
    `${median(wakes).toFixed(2)} ms`,
    "under 5 ms",
  );
  if (due === 0) return;

  for (let left = due - 1; left > 0; left -= AT_ONCE)
    // oxlint-disable-next-line no-await-in-loop -- some at a time
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, left) }, () => fileReport(house)));
  now = START.add({ hours: 24 * 2 });
  const began = performance.now();
  const done = await runDue(house);
  const seconds = (performance.now() - began) / 1000;
  row(
    `${done.toLocaleString("en")} due at once, nightly look included, ${name}: a second`,
    (done / seconds).toFixed(0),
  );

  // What a platform that takes everything at once is told then: a room of each case, and a message to each officer.
  platform = acceptingPlatform("discord", () => {});
  await database.pool.query("UPDATE outbox SET due = now() WHERE due < 'infinity'");
  const started = performance.now();
  const carriedOut = await runOutbox(house, "bench");
  const took = (performance.now() - started) / 1000;
  row(
    `${carriedOut.toLocaleString("en")} rooms and messages of them, ${name}: a second`,
    (carriedOut / took).toFixed(0),
    "the platforms allow about 50",
  );
}

async function fileReport(house: House): Promise<void> {
  const id = randomUUID();
  const answers = {
    relation: "affected",
    about: [],
    aboutReceiver: undefined,
    aboutOthers: "",
    rules: [],
    texts: {},
  } as const;
  const filer = { platform: "discord", id: "member", name: "A member", locale: "en" } as const;
  await openActs(house).fileReport(filer, id, answers, undefined, id);
}

/** The least time in which the platforms take what is told then: a message into the room of each case; each officer gets one message of all. */
export function sayLimits(): void {
  row(
    `${CASES.toLocaleString("en")} rooms on Discord, a message each: at least`,
    `${(CASES / DISCORD_A_SECOND).toFixed(0)} s`,
    "50 requests a second",
  );
  row(
    `${CASES.toLocaleString("en")} cards redrawn on Slack: at least`,
    `${(CASES / SLACK_UPDATES_A_MINUTE).toFixed(0)} min`,
    "50 a minute of chat.update",
  );
}
