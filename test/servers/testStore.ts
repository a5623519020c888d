import { readFileSync } from "node:fs";

import pg from "pg";
import { inject } from "vitest";

import type { Store } from "../../src/application/ports.ts";
import { openInMemory } from "../../src/storage/embedded.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { openDatabase } from "../../src/storage/openDatabase.ts";
import type { Database } from "../../src/storage/openDatabase.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";

export type StoreKind = "memory" | "embedded" | "server";

export const testKeys = `test:${Buffer.alloc(32, 7).toString("base64")}`;

const opened = new Map<string, Promise<Database>>();

/** One database of each kind for all tests of a worker; emptied each time it is asked for. */
async function testDatabase(kind: "embedded" | "server"): Promise<Database> {
  const known = opened.get(kind);
  if (known === undefined) {
    const fresh = kind === "embedded" ? openEmbedded() : openServer();
    opened.set(kind, fresh);
    return fresh;
  }
  const database = await known;
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'",
  );
  await database.pool.query(`TRUNCATE ${rows.map(({ name }) => `"${name}"`).join(", ")}`);
  return database;
}

async function openEmbedded(): Promise<Database> {
  const embedded = await openInMemory(readFileSync("node_modules/.redress/template.tgz"));
  const pool = new pg.Pool(embedded.pool);
  return { pool, kind: "embedded", close: async () => {} };
}

async function openServer(): Promise<Database> {
  const url = inject("postgresUrl");
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const admin = new pg.Client({ connectionString: `${url}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return openDatabase({ kind: "server", url: `${url}/${name}`, connections: 6 });
}

export interface TestStore {
  readonly store: Store;
  /** The database under it; none for the store in memory. */
  readonly database: Database | undefined;
}

/** An empty store of a kind. */
export async function testStore(kind: StoreKind): Promise<TestStore> {
  if (kind === "memory") return { store: memoryStore(), database: undefined };
  const database = await testDatabase(kind);
  database.pool.setMaxListeners(0); // each store adds one
  return { store: await openStore({ ...database, close: async () => {} }, openKeyring(testKeys)), database };
}
