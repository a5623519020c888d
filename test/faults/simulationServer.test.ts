import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { testKeys, testStore } from "../servers/testStore.ts";
import { simulate } from "./simulation/simulate.ts";

/** SIMULATION_SEED plays another one. */
const seed = Number(process.env["SIMULATION_SEED"] ?? "20260301");

test.each(["fxsu", "kth", "civil_connections", "asec", "cope397"])(
  "[E-04][E-20][E-21][E-22][E-23] 1,000 days of two instances on one PostgreSQL, each killed at any step: every notice once, none before its time, nothing left: %s",
  async (name) => {
    const { store, database } = await testStore("server");
    if (database === undefined) throw new Error("A server's database was expected.");
    const other = await openStore({ ...database, close: async () => {} }, openKeyring(testKeys));
    const found = await simulate({
      rulebook: rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8")),
      stores: [store, other],
      seed,
      days: 1000,
      cases: 2,
      steps: 250,
      oneLeftIn: 8,
      sparse: 4,
      async endHolds() {
        await database.pool.query("UPDATE outbox SET locked_by = NULL, locked_until = NULL");
      },
    });
    process.stdout.write(`  two instances, ${name}: ${JSON.stringify(found)}\n`);
    expect(found.kills).toBeGreaterThan(0);
    expect(found.posts).toBeGreaterThan(0);
  },
);
