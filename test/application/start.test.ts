import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import { chance } from "../../src/chance.ts";
import { openRedress } from "../../src/redress.ts";
import type { RosterPerson } from "../../src/rulebook/loadRoster.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { kthText } from "../fakes/kth.ts";

const officers = (count: number): readonly RosterPerson[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `Officer ${i}`,
    offices: ["safety_officer"],
    slack: `U${i}`,
    locale: "en",
  }));

const open = (count: number) =>
  openRedress({
    store: memoryStore(),
    clock: { now: () => Temporal.Instant.from("2026-03-01T09:00:00Z") },
    chance,
    log: { info() {}, warn() {} },
    rulebookText: kthText,
    roster: officers(count),
    connect: () => Promise.resolve([]),
  });

test("more readers of reports than the form can ask about do not start, with what to change", async () => {
  await expect(open(100)).rejects.toThrow(/read by 100 people; at most 99 fit into the form/);
  await (await open(24)).close();
});
