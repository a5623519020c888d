import path from "node:path";

import pg from "pg";

import type { EmbeddedOptions } from "./embedded.ts";
import { migrate } from "./migrate.ts";

/** An open database with every migration applied. */
export interface Database {
  readonly pool: pg.Pool;
  readonly kind: "embedded" | "server";
  close(): Promise<void>;
}

export type DatabasePlace =
  /** Forgotten when it is closed. */
  | { readonly kind: "memory"; readonly template?: Buffer }
  | ({ readonly kind: "embedded"; readonly folder: string } & EmbeddedOptions)
  | { readonly kind: "server"; readonly url: string; readonly connections?: number };

const migrationsFolder = path.resolve(import.meta.dirname, "../../prisma/migrations");

/**
 * Opens the database and brings it up to date.
 * @throws with a plain sentence when it cannot be reached, cannot be written to, is too new, or was left half-migrated
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if (place.kind === "server") return openServer(place.url, place.connections ?? 10);
  // Loaded where it is used: it takes memory that a server's database does not need.
  const { openEmbedded, openInMemory } = await import("./embedded.ts");
  const embedded =
    place.kind === "memory" ? await openInMemory(place.template) : await openEmbedded(place.folder, place);
  const pool = new pg.Pool(embedded.pool);
  const close = async () => {
    await pool.end();
    await embedded.close();
  };
  try {
    await migrate(pool, migrationsFolder);
  } catch (error) {
    await close();
    throw error;
  }
  return { pool, kind: "embedded", close };
}

async function openServer(url: string, connections: number): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while it is idle would otherwise end the process; the next query opens a new one.
  pool.on("error", () => {});
  try {
    await refuseReadOnly(pool);
    await migrate(pool, migrationsFolder);
  } catch (error) {
    await pool.end();
    throw explained(error, url);
  }
  return { pool, kind: "server", close: () => pool.end() };
}

async function refuseReadOnly(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ readonly: boolean }>(
    "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS readonly",
  );
  if (rows[0]?.readonly === true)
    throw new Error(
      "The database can only be read (a standby, or default_transaction_read_only is on). Set DATABASE_URL to one that can be written to.",
    );
}

const hints: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers at that address; start PostgreSQL or correct DATABASE_URL",
  ENOTFOUND: "there is no such host; correct DATABASE_URL",
  ETIMEDOUT: "it did not answer in time; correct DATABASE_URL or open the network to it",
  "28P01": "the password is wrong; correct DATABASE_URL",
  "28000": "this user may not connect; correct DATABASE_URL or the server's pg_hba.conf",
  "3D000": "there is no such database; create it (createdb) or correct DATABASE_URL",
  "42501": "this user may not create tables; grant it CREATE on the schema public",
};

/** The address without the password. */
function shownAddress(url: string): string {
  try {
    const parsed = new URL(url);
    return `${parsed.hostname}:${parsed.port || "5432"}${parsed.pathname}`;
  } catch {
    return "the address given";
  }
}

function explained(error: unknown, url: string): Error {
  const codes = error instanceof AggregateError ? error.errors.map(codeOf) : [codeOf(error)];
  const hint = codes.map((code) => hints[code]).find((each) => each !== undefined);
  if (hint !== undefined)
    return new Error(`The database at ${shownAddress(url)} cannot be used: ${hint}.`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
}
