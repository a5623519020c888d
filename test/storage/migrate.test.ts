import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from "vitest";

import { migrate } from "../../src/storage/migrate.ts";
import { openDatabase } from "../../src/storage/openDatabase.ts";
import { freshDatabase, onServer } from "./freshDatabase.ts";

const ours = path.resolve("prisma/migrations");
const folder = mkdtempSync(path.join(tmpdir(), "redress-migrations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of migrations: each a name and its statements. */
function migrations(name: string, files: Readonly<Record<string, string>>): string {
  const made = path.join(folder, name);
  for (const [each, sql] of Object.entries(files)) {
    mkdirSync(path.join(made, each), { recursive: true });
    writeFileSync(path.join(made, each, "migration.sql"), sql);
  }
  writeFileSync(path.join(made, "migration_lock.toml"), "");
  return made;
}

const two = () => migrations("two", { "1_a": "CREATE TABLE a (id INT)", "2_b": "CREATE TABLE b (id INT)" });

describe("a database", () => {
  let pool: pg.Pool;
  let url: string;
  beforeEach(async () => {
    url = await freshDatabase();
    pool = new pg.Pool({ connectionString: url });
  });
  afterEach(() => pool.end());

  const tables = async () => {
    const { rows } = await pool.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
    );
    return rows.map(({ name }) => name);
  };
  const change = (sql: string) => pool.query(sql);

  test("without a table gets every migration in order, and none a second time", async () => {
    expect(await migrate(pool, two())).toEqual(["1_a", "2_b"]);
    expect(await migrate(pool, two())).toEqual([]);
    expect(await tables()).toEqual(["_prisma_migrations", "a", "b"]);
  });

  test("gets a migration once when three programs start at the same moment", async () => {
    const pools = [pool, ...[1, 2].map(() => new pg.Pool({ connectionString: url }))];
    const applied = await Promise.all(pools.map((each) => migrate(each, two())));
    await Promise.all(pools.slice(1).map((each) => each.end()));
    expect(applied.flat()).toEqual(["1_a", "2_b"]);
  });

  test("that has the first migration gets the second", async () => {
    await migrate(pool, migrations("one", { "1_a": "CREATE TABLE a (id INT)" }));
    expect(await migrate(pool, two())).toEqual(["2_b"]);
  });

  test("that was left half-changed is not touched: it says which migration, and what to do", async () => {
    await migrate(pool, two());
    await change("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_b'");
    const three = migrations("three", { "1_a": "", "2_b": "", "3_c": "CREATE TABLE c (id INT)" });
    await expect(migrate(pool, three)).rejects.toThrow(
      "The database was left half-changed by the migration 2_b. Restore the last backup, or mend it and run: npx prisma migrate resolve --config .config/prisma.ts",
    );
    expect(await tables()).not.toContain("c");
    await change("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '2_b'");
    await change("DROP TABLE b");
    expect(await migrate(pool, two())).toEqual(["2_b"]);
  });

  test("that is newer than the program is not touched: it says by what, and what to do", async () => {
    await migrate(pool, two());
    await expect(migrate(pool, migrations("older", { "1_a": "CREATE TABLE a (id INT)" }))).rejects.toThrow(
      "The database is newer than this program: it already has 2_b. Start the newer version of Redress, or restore a backup from before it.",
    );
  });

  test("is not changed by a migration that was edited after it had been applied", async () => {
    await migrate(pool, two());
    const edited = migrations("edited", { "1_a": "CREATE TABLE a (id BIGINT)", "2_b": "CREATE TABLE b (id INT)" });
    await expect(migrate(pool, edited)).rejects.toThrow(
      "The migration 1_a was edited after it had been applied. Restore its file as it was released.",
    );
  });

  test("is as it was after a migration that fails in its middle", async () => {
    const broken = migrations("broken", {
      "1_a": "CREATE TABLE a (id INT)",
      "2_b": "CREATE TABLE b (id INT); SELECT nothing",
    });
    await expect(migrate(pool, broken)).rejects.toThrow(
      'The migration 2_b could not be applied: column "nothing" does not exist',
    );
    expect(await tables()).toEqual(["_prisma_migrations", "a"]);
    expect(await migrate(pool, two())).toEqual(["2_b"]);
  });

  test("is opened with everything that this program needs in it", async () => {
    const opened = await openDatabase({ kind: "server", url });
    const { rows } = await opened.pool.query("SELECT 1 FROM case_file");
    expect(rows).toEqual([]);
    await opened.close();
    const later = path.join(folder, "later");
    cpSync(ours, later, { recursive: true });
    expect(await migrate(pool, later)).toEqual([]);
  });

  test("that can only be read is refused with what to do", async () => {
    await change(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`);
    await expect(openDatabase({ kind: "server", url })).rejects.toThrow(
      "The database can only be read (a standby, or default_transaction_read_only is on). Set DATABASE_URL to one that can be written to.",
    );
  });

  test("whose user may make no tables is refused with what to do", async () => {
    await onServer(
      "DO $$ BEGIN CREATE ROLE visitor LOGIN PASSWORD 'hidden'; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
    );
    await change("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    const address = new URL(url);
    [address.username, address.password] = ["visitor", "hidden"];
    const opening = openDatabase({ kind: "server", url: address.href });
    await expect(opening).rejects.toThrow(
      `The database at ${address.host}${address.pathname} cannot be used: this user may not create tables; grant it CREATE on the schema public.`,
    );
  });
});

const server = () => new URL(inject("postgresUrl"));

describe("a database that cannot be reached is one sentence with what to do, and without the password", () => {
  test.each([
    [
      "nothing listens there",
      () => "postgresql://me:hidden@127.0.0.1:1/redress",
      /^The database at 127\.0\.0\.1:1\/redress cannot be used: nothing answers at that address; start PostgreSQL or correct DATABASE_URL\.$/,
    ],
    [
      "there is no such database",
      () => `postgresql://postgres:hidden@${server().host}/nowhere`,
      /^The database at \S+\/nowhere cannot be used: there is no such database; create it \(createdb\) or correct DATABASE_URL\.$/,
    ],
    [
      "there is no such user",
      () => `postgresql://nobody:hidden@${server().host}/postgres`,
      /^The database at \S+\/postgres cannot be used: this user may not connect; correct DATABASE_URL or the server's pg_hba\.conf\.$/,
    ],
  ])("when %s", async (_, url, sentence) => {
    const error: unknown = await openDatabase({ kind: "server", url: url() }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof Error && error.message).toMatch(sentence);
    expect(String(error)).not.toContain("hidden");
  });
});
