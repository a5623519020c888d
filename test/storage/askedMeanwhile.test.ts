import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import { claim, finish } from "../../src/storage/outbox.ts";
import { freshDatabase } from "./freshDatabase.ts";

let pool: pg.Pool;

beforeEach(async () => {
  pool = new pg.Pool({ connectionString: await freshDatabase(), max: 3 });
  await pool.query(`CREATE TABLE outbox (key text PRIMARY KEY, effect jsonb NOT NULL, generation int NOT NULL DEFAULT 1, rank int NOT NULL DEFAULT 0,
    due timestamptz NOT NULL DEFAULT now(), attempts int NOT NULL DEFAULT 0, locked_by text, locked_until timestamptz, reason text)`);
  await pool.query(
    `INSERT INTO outbox (key, effect) VALUES ('notice:n', '{"kind": "notice", "case": "c", "notice": "n"}')`,
  );
});
afterEach(() => pool.end());

test("what somebody is asking for again while it is being done is not left with whoever did it", async () => {
  const [held] = await claim(pool, "one", 10, 60_000);
  if (held === undefined) throw new Error("The row was not given.");
  const asking = await pool.connect();
  await asking.query("BEGIN");
  await asking.query("UPDATE outbox SET generation = generation + 1");
  const finished = finish(pool, "one", held);
  await expect
    .poll(async () => (await pool.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")).rowCount)
    .toBeGreaterThan(0);
  await asking.query("COMMIT");
  asking.release();
  expect(await finished).toBe(true);
  expect(await claim(pool, "two", 10, 60_000)).toMatchObject([{ key: "notice:n", attempt: 1, generation: 2 }]);
});
