import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { expect, inject } from "vitest";

import { commands } from "../../../commands/index.ts";
import { readRulebook } from "../../../src/parts.ts";
import { Actor } from "../../../src/sandbox/actor.ts";
import { movableClock } from "../../../src/sandbox/clock.ts";
import { openChapterDiscord, openChapterSlack } from "../../../src/sandbox/localChapter.ts";
import { botScopes, slackManifest } from "../../../src/slack/manifest.ts";
import { openDatabase } from "../../../src/storage/openDatabase.ts";
import { openStore } from "../../../src/storage/openStore.ts";
import { openKeyring } from "../../../src/storage/vault.ts";
import { everybody, owner } from "../../journeys/people.ts";
import { fileReport } from "../../journeys/plays.ts";
import { confirmedRulebook } from "../../servers/confirmedRulebook.ts";
import { checkTold } from "./checkTold.ts";
import { startChild } from "./children.ts";
import type { Child, ChildOptions } from "./children.ts";

const START = "2026-03-01T09:00:00Z";
/** When the time is looked at, in hours from the beginning: a morning, minutes later, a week without Redress, the clocks go forward. */
const TICKS = [23, 24, 24.02, 47, 96, 100, 168, 360, 671, 672, 1101];
const CASES = 5;

interface KillOptions {
  readonly database: "embedded" | "server";
  /** Another process on the same database, which is never killed. */
  readonly hasSurvivor: boolean;
  /** The most steps that one lives which is killed, and how many are. */
  readonly steps: number;
  readonly kills: number;
}

/** What is due in some cases is done by processes that are killed again and again in the middle of it. Returns how often. */
export async function killOverWhatIsDue({ database, hasSurvivor, steps, kills: most }: KillOptions): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "redress-due-"));
  const clock = movableClock(Temporal.Instant.from(START).epochMilliseconds, false);
  const chapter = { clock, people: everybody, owner };
  const discord = await openChapterDiscord(chapter);
  const manifest = slackManifest({ commands, url: undefined });
  const slack = await openChapterSlack({ ...chapter, manifest, scopes: botScopes, patience: 50 });
  const platforms = [discord, slack] as const;
  const options: ChildOptions = {
    discordUrl: discord.apiUrl,
    slackUrl: slack.apiUrl,
    folder,
    databaseUrl: database === "server" ? await newDatabase() : undefined,
    clock: path.join(folder, "clock"),
  };
  const show = () => writeFileSync(options.clock, String(clock.now()));
  show();

  const first = startChild(options, Infinity);
  expect(await first.ready).toBe(true);
  for (let i = 0; i < CASES; i += 1) {
    const platform = platforms[i % 2] ?? discord;
    const actors = new Map<string, Actor>();
    const person = (name: string) => {
      const found = everybody.find((each) => each.name.startsWith(name));
      const made = actors.get(name) ?? new Actor(platform, found?.[platform.kind] ?? "", found?.name ?? "");
      actors.set(name, made);
      return made;
    };
    const settle = async () => {
      await first.tell("settle");
    };
    // oxlint-disable-next-line no-await-in-loop -- one report after the other
    await fileReport({ kind: platform.kind, person, settle, now: () => instant(clock.now()) });
    clock.advance(20 * 60_000);
    show();
  }
  await first.end();

  let kills = 0;
  const survivor = hasSurvivor ? startChild(options, Infinity) : undefined;
  expect(await survivor?.ready).not.toBe(false);
  let mortal: Child | undefined;
  /** Does what is due at this moment; whoever is killed over it is followed by another. */
  const ring = async () => {
    const other = survivor?.tell("ring");
    for (;;) {
      // oxlint-disable no-await-in-loop -- until one lived through it
      const lived = mortal === undefined ? await begin() : await mortal.tell("ring");
      if (lived && mortal !== undefined && (await mortal.tell("settle"))) break;
      kills += 1;
      await free(options.databaseUrl, mortal?.worker());
      mortal = undefined;
      // oxlint-enable no-await-in-loop
    }
    await other;
    await survivor?.tell("settle");
  };
  const begin = () => {
    mortal = startChild(options, kills < most ? 1 + Math.floor(Math.random() * steps) : Infinity);
    return mortal.ready;
  };
  for (const hours of TICKS) {
    const moment = Temporal.Instant.from(START).add({ minutes: Math.round(hours * 60) }).epochMilliseconds;
    clock.advance(Math.max(0, moment - clock.now()));
    show();
    // oxlint-disable-next-line no-await-in-loop -- one moment after the other
    await ring();
  }
  await mortal?.end();
  await survivor?.end();

  const keyring = openKeyring(readFileSync(path.join(folder, "keys"), "utf8").trim());
  const { databaseUrl: url } = options;
  const embedded = { kind: "embedded", folder: path.join(folder, "database") } as const;
  const store = await openStore(await openDatabase(url === undefined ? embedded : { kind: "server", url }), keyring);
  const rulebook = readRulebook(readFileSync(confirmedRulebook(), "utf8"), "the rulebook");
  const notices = await checkTold(store, rulebook, platforms, instant(clock.now()));
  await store.close();
  expect([...discord.problems(), ...slack.problems()]).toEqual([]);
  expect(kills).toBeGreaterThan(0);
  expect(notices).toBeGreaterThan(CASES);
  await Promise.all([discord.close(), slack.close()]);
  rmSync(folder, { recursive: true, force: true });
  return `${kills} times killed by -9, ${notices} notices`;
}

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);

async function newDatabase(): Promise<string> {
  const url = inject("postgresUrl");
  const name = `due_${Math.random().toString(36).slice(2)}`;
  const admin = new pg.Client({ connectionString: `${url}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return `${url}/${name}`;
}

/** What a dead process held is free at once: in life half a minute later. */
async function free(url: string | undefined, worker: string | undefined): Promise<void> {
  if (url === undefined || worker === undefined) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("UPDATE outbox SET locked_by = NULL, locked_until = NULL WHERE locked_by = $1", [worker]);
  await client.end();
}
