import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { testKeys, testStore } from "../servers/testStore.ts";
import { simulate } from "./simulation/simulate.ts";

/** SIMULATION_SEED plays another one. */
const seed = Number(process.env["SIMULATION_SEED"] ?? "20260301");

test.each(["kth", "asec"])(
  "[E-04][E-21][E-23] two instances on one PostgreSQL, each killed at any step, say everything once and leave nothing: %s",
  async (name) => {
    const { store, database } = await testStore("server");
    if (database === undefined) throw new Error("A server's database was expected.");
    const other = await openStore({ ...database, close: async () => {} }, openKeyring(testKeys));
    const found = await simulate({
      rulebook: rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8")),
      stores: [store, other],
      seed,
      days: 100,
      cases: 4,
      steps: 250,
      async endHolds() {
        await database.pool.query("UPDATE outbox SET locked_by = NULL, locked_until = NULL");
      },
    });
    process.stdout.write(`  two instances, ${name}: ${JSON.stringify(found)}\n`);
    expect(found.kills).toBeGreaterThan(0);
    expect(found.notices).toBeGreaterThan(0);
  },
);
