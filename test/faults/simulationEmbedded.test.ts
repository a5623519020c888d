import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { rulebookOf } from "../fakes/kth.ts";
import { testStore } from "../servers/testStore.ts";
import { simulate } from "./simulation/simulate.ts";

/** SIMULATION_SEED plays another one. */
const seed = Number(process.env["SIMULATION_SEED"] ?? "2");

test.each(["fxsu", "kth", "civil_connections", "asec", "cope397"])(
  "[E-20][E-21][E-22][E-23] 1,000 days in the embedded database, killed at any step: every notice once, none before its time: %s",
  async (name) => {
    const { store, database } = await testStore("embedded");
    if (database === undefined) throw new Error("An embedded database was expected.");
    const found = await simulate({
      rulebook: rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8")),
      stores: [store],
      seed,
      days: 1000,
      cases: 3,
      steps: 200,
      oneLeftIn: 8,
      sparse: 3,
      async endHolds() {
        await database.pool.query("UPDATE outbox SET locked_by = NULL, locked_until = NULL");
      },
    });
    process.stdout.write(`  embedded, ${name}: ${JSON.stringify(found)}\n`);
    expect(found.cases).toBe(3);
    expect(found.kills).toBeGreaterThan(5);
    expect(found.posts).toBeGreaterThan(0);
  },
);
