import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import type pg from "pg";
import { z } from "zod";

/** The advisory lock of Prisma's own migrator: two processes that start at once take turns. */
const LOCK = 72_707_369;

/** Prisma's own table, so that its command line agrees about what has been applied. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const appliedRows = z.array(z.object({ name: z.string(), checksum: z.string(), finished: z.date().nullable() }));

/**
 * Applies every migration the database does not have yet, in order, each in a transaction of its own.
 * @returns the names of those applied now
 * @throws with a plain sentence when the database is newer than this program, when an earlier migration was left half-done, or when one
 *   was edited after it had been applied
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<readonly string[]> {
  const names = await migrationNames(folder);
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(TABLE);
    const { rows } = await client.query(
      "SELECT migration_name AS name, checksum, finished_at AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
    );
    const applied = appliedRows.parse(rows);
    refuseUnfit(applied, names);
    const fresh: string[] = [];
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      if (await applyOne(client, folder, name, applied)) fresh.push(name);
    }
    return fresh;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
    client.release();
  }
}

async function migrationNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

function refuseUnfit(applied: z.infer<typeof appliedRows>, names: readonly string[]): void {
  const half = applied.find((row) => row.finished === null);
  if (half !== undefined)
    throw new Error(
      `The database was left half-changed by the migration ${half.name}. Restore the last backup, or mend it and run: npx prisma migrate resolve --config .config/prisma.ts`,
    );
  const unknown = applied.filter((row) => !names.includes(row.name)).map((row) => row.name);
  if (unknown.length > 0)
    throw new Error(
      `The database is newer than this program: it already has ${unknown.join(", ")}. Start the newer version of Redress, or restore a backup from before it.`,
    );
}

async function applyOne(
  client: pg.PoolClient,
  folder: string,
  name: string,
  applied: z.infer<typeof appliedRows>,
): Promise<boolean> {
  const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  const done = applied.find((row) => row.name === name);
  if (done !== undefined) {
    if (done.checksum !== checksum)
      throw new Error(
        `The migration ${name} was edited after it had been applied. Restore its file as it was released.`,
      );
    return false;
  }
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
    return true;
  } catch (error) {
    await client.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${name} could not be applied: ${reason}`, { cause: error });
  }
}
