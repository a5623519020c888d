import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import type { House } from "../../src/application/house.ts";
import type { Store } from "../../src/application/ports.ts";
import { runDue } from "../../src/application/runDue.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { kth } from "../fakes/kth.ts";

/** A house in which these cases are due and some of them cannot be read. */
function houseWith(cases: readonly string[], isBroken: (id: string) => boolean) {
  const looked: string[] = [];
  const logged: string[] = [];
  const store: Store = {
    ...memoryStore(),
    dueCases: async (_, limit) => cases.slice(0, limit),
    async caseById(id) {
      if (isBroken(id)) throw new Error("MARKED");
      looked.push(id);
      return undefined;
    },
  };
  const house = {
    store,
    rulebook: kth,
    roster: {},
    seats: { terms: [] },
    wakeOutbox() {},
    clock: { now: () => Temporal.Instant.from("2026-03-01T09:00:00Z") },
    log: { info() {}, warn: (event: string, facts?: object) => logged.push(JSON.stringify({ event, ...facts })) },
  } as unknown as House;
  return { house, looked, logged };
}

test("a case in which something is wrong keeps no other waiting, however many there are", async () => {
  const cases = Array.from({ length: 250 }, (_, i) => `case-${i}`);
  const { house, looked, logged } = houseWith(cases, (id) => Number(id.slice(5)) < 120);
  await runDue(house);
  expect([...new Set(looked)]).toEqual(cases.slice(120));
  expect(logged).toHaveLength(120);
  expect(logged.join()).not.toContain("MARKED");
});
