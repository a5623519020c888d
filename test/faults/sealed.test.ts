import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

import type pg from "pg";
import { afterAll, expect, test } from "vitest";

import { openEmbedded } from "../../src/storage/embedded.ts";
import { openDatabase } from "../../src/storage/openDatabase.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { freshDatabase } from "../storage/freshDatabase.ts";
import { beginnings, planted, playSealedStory } from "./sealedStory.ts";

const keysOf = (name: string, fill: number) => `${name}:${Buffer.alloc(32, fill).toString("base64")}`;
const keyring = openKeyring(keysOf("first", 7));
const folder = mkdtempSync(path.join(os.tmpdir(), "redress-sealed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every row of every table, bytes as they are. */
async function dump(pool: pg.Pool): Promise<ReadonlyMap<string, Buffer>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const dumped = new Map<string, Buffer>();
  for (const { name } of tables) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const { rows } = await pool.query<Record<string, unknown>>(`SELECT * FROM "${name}"`);
    const cells = rows.flatMap((row) => Object.values(row));
    const bytes = cells.map((cell) => (Buffer.isBuffer(cell) ? cell : Buffer.from(JSON.stringify(cell))));
    dumped.set(name, Buffer.concat(bytes));
  }
  return dumped;
}

/** Every file of a folder. */
function filesIn(directory: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(path.join(directory, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(path.join(directory, name))]));
}

/** Which of these words stand where. */
function found(places: ReadonlyMap<string, Buffer>, words: readonly string[]): readonly string[] {
  return [...places].flatMap(([place, bytes]) =>
    words.flatMap((word) => (bytes.includes(word) ? [`${word} in ${place}`] : [])),
  );
}

/** A word, and how it reads when somebody writes it in hexadecimal digits or in base64. */
const disguised = (word: string) => [
  word,
  Buffer.from(word).toString("hex"),
  Buffer.from(word).toString("base64").slice(0, -4),
];

test("[V-10][V-15] a dump of the database on a server holds no name, no account, no word and no vote of a case", async () => {
  const database = await openDatabase({ kind: "server", url: await freshDatabase() });
  const store = await openStore(database, keyring);
  const { codeName, logged, read } = await playSealedStory(store);
  const tables = await dump(database.pool);
  await store.close();
  expect(read).toContain(planted[0]);
  expect(found(tables, planted.flatMap(disguised))).toEqual([]);
  expect(found(new Map([["the log", Buffer.from(logged.join("\n"))]]), planted)).toEqual([]);
  const ballots = new Map([["ballot", tables.get("ballot") ?? Buffer.alloc(0)]]);
  expect(found(ballots, ["in-favour", "against", "abstain"].flatMap(disguised))).toEqual([]);
  // The search finds what may be known: code names and times.
  expect(found(tables, [codeName])).toEqual([`${codeName} in case_file`]);
  expect(logged.join("\n")).toContain(codeName);
});

test("[V-10] nor do the files of the embedded database, its log of changes among them; only with the key is it read again", async () => {
  const directory = path.join(folder, "database");
  const template = readFileSync("node_modules/.redress/template.tgz");
  const embedded = { kind: "embedded", folder: directory, template } as const;
  leaveLocked(directory);
  const database = await openDatabase(embedded);
  const store = await openStore(database, keyring);
  const { codeName } = await playSealedStory(store);
  const running = filesIn(directory);
  await expect(openStore(database, openKeyring(keysOf("second", 7)))).rejects.toThrow(
    /sealed with the key "first", which is not configured/,
  );
  await expect(openStore(database, openKeyring(keysOf("first", 8)))).rejects.toThrow(
    /The key "first" is not the one of this name/,
  );
  expect((await store.caseByCodeName(codeName))?.identities).toHaveLength(3);
  await store.close();
  for (const files of [running, filesIn(directory)]) {
    expect(found(files, beginnings)).toEqual([]);
    expect(found(files, [codeName]).filter((place) => place.includes("pg_wal"))).not.toEqual([]);
  }
  expect(statSync(directory).mode & 0o077).toBe(0);
});

/** As a process leaves it that was killed while it held the folder. */
function leaveLocked(directory: string): void {
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  mkdirSync(`${directory}.lock`, { recursive: true });
  const before = new Date(Date.now() - 10_000);
  utimesSync(`${directory}.lock`, before, before);
  writeFileSync(`${directory}.owner`, JSON.stringify({ host: os.hostname(), pid: gone }));
}

test("a folder that another process holds is refused with what to do, and left as it is", async () => {
  const directory = path.join(folder, "held");
  mkdirSync(`${directory}.lock`, { recursive: true });
  writeFileSync(`${directory}.owner`, JSON.stringify({ host: os.hostname(), pid: process.ppid }));
  await expect(openEmbedded(directory, { waitMs: 0 })).rejects.toThrow(
    `The database folder ${directory} is in use by another process. Stop that one first; to run several, set DATABASE_URL to a PostgreSQL server.`,
  );
  expect(readdirSync(directory)).toEqual([]);
});

test("a folder that cannot be made is refused with what to do", async () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  await expect(openEmbedded(path.join(file, "database"))).rejects.toThrow(
    /^The database folder \S+ cannot be written to \(ENOTDIR.*\)\. Make it writable, or name another in REDRESS_DATA\.$/,
  );
});
