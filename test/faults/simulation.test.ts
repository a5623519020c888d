import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import type { Store } from "../../src/application/ports.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { simulate } from "./simulation/simulate.ts";

/** The bundled rulebooks, each with a seed with which much happens. SIMULATION_SEED plays another one. */
const seeds = { fxsu: 3, kth: 2, civil_connections: 2, asec: 2, cope397: 3 };
const other = process.env["SIMULATION_SEED"];

const played = Object.entries(seeds).map(([name, seed]) => {
  const rulebook = rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
  return { zone: rulebook.organisation.timezone, rulebook, seed: other === undefined ? seed : Number(other) };
});

/** The store in memory; what a killed program held in the outbox can be taken at once. */
function freed(): Store {
  const store = memoryStore();
  return { ...store, claim: (worker) => store.claim(worker, 2, -1) };
}

test.each(played)(
  "[E-21][E-22][E-23] 1,000 days of the clocks in $zone, killed at any step: every notice once, none before its time, none to whom it must not go",
  async ({ zone, rulebook, seed }) => {
    const found = await simulate({
      rulebook,
      stores: [freed()],
      seed,
      days: 1000,
      cases: 3,
      steps: 200,
      endHolds: async () => {},
    });
    process.stdout.write(`  ${zone}, seed ${seed}: ${JSON.stringify(found)}\n`);
    expect(found.cases).toBe(3);
    expect(found.kills).toBeGreaterThan(5);
    expect(found.posts).toBeGreaterThan(0);
  },
);
