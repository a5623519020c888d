import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import { foldCase } from "../../src/domain/case/foldCase.ts";
import { kth } from "../fakes/kth.ts";
import { testStore } from "../servers/testStore.ts";
import { rollFrom } from "./simulation/dice.ts";
import { openWorld } from "./simulation/world.ts";

const START = "2026-03-02T09:00:00Z";
/** A clock that is wrong by ten years, either way, and back again. */
const MOMENTS = [
  "2036-03-02T09:00:00Z",
  "2026-03-03T09:00:00Z",
  "2016-03-02T09:00:00Z",
  "2026-03-04T09:00:00Z",
  "2036-03-04T09:00:00Z",
  "2016-03-05T09:00:00Z",
  "2026-03-06T09:00:00Z",
];
/** Everything in which something of a report stands. */
const TABLES = ["case_file", "entry", "party", "statement", "data_key", "draft", "person", "account"];

test("[E-18] a clock that jumps ten years ahead or back takes nothing away: no report that nobody has read, no draft, no words, no key", async () => {
  const { store, database } = await testStore("embedded");
  if (database === undefined) throw new Error("A database was expected.");
  const world = await openWorld({
    rulebook: kth,
    stores: [store],
    dice: rollFrom(1),
    start: Temporal.Instant.from(START),
    lifetime: () => Infinity,
    endHolds: async () => {},
  });
  const filer = { platform: "discord", id: "filer", name: "A member", locale: "en" } as const;
  const answers = {
    relation: "affected",
    about: [],
    aboutReceiver: undefined,
    aboutOthers: "",
    rules: [],
    texts: { what: "what happened" },
  } as const;
  await world.acts.fileReport(filer, "draft", answers, undefined, "delivery");
  const person = (await store.personOf(filer)) ?? "";
  await store.saveDraft({ id: "unsent", person, form: "report", values: { what: "half a sentence" }, at: world.now() });
  const rows = async () => {
    const counts = TABLES.map(async (table) => {
      const found = await database.pool.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM "${table}"`);
      return found.rows[0]?.rows ?? 0;
    });
    return Promise.all(counts);
  };
  const [{ id } = { id: "" }] = await store.openCases();
  const stored = await store.caseById(id);
  const words = stored?.entries.flatMap(({ entry }) => (entry.kind === "received" ? [entry.statement] : []))[0] ?? "";
  const before = await rows();
  for (const moment of MOMENTS) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await world.tick(Temporal.Instant.from(moment));
    // oxlint-disable-next-line no-await-in-loop
    for (const [i, count] of (await rows()).entries())
      expect([moment, TABLES[i], count >= (before[i] ?? 0)]).toEqual([moment, TABLES[i], true]);
  }
  expect(await store.words(id, words)).toContain("what happened");
  expect((await store.draft("unsent"))?.values).toEqual({ what: "half a sentence" });
  const after = await store.caseById(id);
  expect(after === undefined ? "" : foldCase(after).stage.stage).toBe("contact");
  expect((await store.openCases()).map((each) => each.id)).toEqual([id]);
});
