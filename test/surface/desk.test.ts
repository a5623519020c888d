import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import { chance } from "../../src/chance.ts";
import { speechOf } from "../../src/locale/speech.ts";
import { openRedress } from "../../src/redress.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import type { Delivery } from "../../src/surface/delivery.ts";
import type { Desk } from "../../src/surface/desk/desk.ts";
import { kthText } from "../fakes/kth.ts";

const caller = { platform: "discord", id: "100000000000000141", name: "Mona Wik", locale: "en" } as const;
const base = { key: "one", platform: "discord", caller } as const;
const { say } = speechOf("en");

async function answered(delivery: Delivery) {
  let desk: Desk | undefined;
  const redress = await openRedress({
    store: memoryStore(),
    clock: { now: () => Temporal.Instant.from("2026-03-01T09:00:00Z") },
    chance,
    log: { info() {}, warn() {} },
    rulebookText: kthText,
    roster: [],
    connect: (opened) => {
      desk = opened;
      return Promise.resolve([]);
    },
  });
  try {
    return await desk?.handle(delivery);
  } finally {
    await redress.close();
  }
}

const form = { kind: "submit", ref: chance.id(), values: {}, people: {} } as const;

test.each<readonly [string, Delivery]>([
  ["a form that no rulebook has any more", { ...base, ...form, form: "gone:1" }],
  ["a page that a form has no more", { ...base, kind: "press", act: "report.page", choice: "9", ref: "", values: [] }],
  ["a button of an older version", { ...base, kind: "press", act: "gone", choice: "", ref: "", values: [] }],
  [
    "a form to be opened again that is gone",
    { ...base, kind: "press", act: "form.open", choice: "x", ref: "", values: [] },
  ],
])("%s is answered, not passed over in silence", async (_, delivery) => {
  expect(await answered(delivery)).toMatchObject({ kind: "note", card: { title: say("refusal.nothing-here.title") } });
});
