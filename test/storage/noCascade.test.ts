import { expect, test } from "vitest";

import { openDatabase } from "../../src/storage/openDatabase.ts";
import { freshDatabase } from "./freshDatabase.ts";

test("[E-16] no row of the database is deleted, or cut loose, because another one was", async () => {
  const database = await openDatabase({ kind: "server", url: await freshDatabase() });
  const { rows } = await database.pool.query<{ name: string; deletes: string }>(
    "SELECT conname AS name, confdeltype AS deletes FROM pg_constraint WHERE contype = 'f'",
  );
  expect(rows.length).toBeGreaterThan(10);
  // r: it is refused as long as something hangs on it.
  expect(rows.filter(({ deletes }) => deletes !== "r")).toEqual([]);
  const { rows: triggers } = await database.pool.query("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal");
  expect(triggers).toEqual([]);
  await database.close();
});
