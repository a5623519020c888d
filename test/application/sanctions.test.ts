import type { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";

import type { House } from "../../src/application/house.ts";
import type { Store } from "../../src/application/ports.ts";
import { runDue } from "../../src/application/runDue.ts";
import { settleSanctions } from "../../src/application/sanctions/settleSanctions.ts";
import type { Entry } from "../../src/domain/case/entry.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import { imposedIn } from "../../src/domain/sanctions/record.ts";
import { fixedSeats, playHouse } from "../../src/rehearsal/playHouse.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { impose, nils, noon } from "../fakes/imposing.ts";
import type { Respondent } from "../fakes/imposing.ts";
import { kth, roster } from "../fakes/kth.ts";

let store: Store;
let now: Temporal.Instant;
beforeEach(() => {
  store = memoryStore();
  now = noon("2026-03-04");
});

/** As much of a house as settling and what is due need. */
function houseOn(on: Store): House {
  let ids = 0;
  return playHouse({
    rulebook: kth,
    hash: "kth",
    start: now,
    now: () => now,
    store: on,
    chance: { id: () => `id-${(ids += 1)}`, codeName: () => "" },
    seats: fixedSeats(roster),
  });
}

async function fileOf(name: string) {
  const stored = await store.caseById(name);
  if (stored === undefined) throw new Error(`There is no case ${name}.`);
  return { current: foldCase(stored), kinds: stored.entries.map(({ entry }) => entry.kind) };
}

const until = async (name: string) => {
  const { current } = await fileOf(name);
  return imposedIn(kth, current).map(
    (each) => `${each.party.party}: ${each.sanction} ${each.until?.toString().slice(0, 10) ?? "-"}`,
  );
};
const count = async (name: string, kind: Entry["kind"]) =>
  (await fileOf(name)).kinds.filter((each) => each === kind).length;

describe("what several cases do to the sanctions of one person", () => {
  test("[E-22][K68] a suspension that a warning changed does not lapse at its old end, though Redress stopped before it could be recorded", async () => {
    await impose(store, kth, "first", "first_degree", "2026-03-01", nils("p1", "2026-03-04"));
    await impose(store, kth, "second", "warning", "2026-03-30", nils("p2", "2026-04-01"));
    now = noon("2026-06-02");
    await runDue(houseOn(store));
    expect(await count("first", "sanction-lapsed")).toBe(0);
    expect(await until("first")).toEqual(["p1: second_degree 2027-03-31"]);
    now = noon("2027-04-01");
    await runDue(houseOn(store));
    await runDue(houseOn(store));
    expect(await count("first", "sanction-lapsed")).toBe(1);
  });

  test("[E-28] however many instances settle it at once, it is recorded and told once", async () => {
    await impose(store, kth, "first", "first_degree", "2026-03-01", nils("p1", "2026-03-04"));
    await impose(store, kth, "second", "warning", "2026-03-30", nils("p2", "2026-04-01"));
    now = noon("2026-04-01");
    await Promise.all(["first", "second", "first", "second"].map((id) => settleSanctions(houseOn(store), id)));
    expect(await count("first", "sanction-changed")).toBe(1);
    const { current } = await fileOf("first");
    const told = current.notices.filter(({ subject }) => subject.kind === "sanction-changed");
    expect(told.map(({ to }) => (to.kind === "person" ? to.person : to.kind)).toSorted()).toEqual(
      ["party", ...current.handlers].toSorted(),
    );
    expect(await count("second", "sanction-changed")).toBe(0);
  });

  test("[K67][K68] of several respondents of one case each has a term of their own, and only whom another decision is about is concerned by it", async () => {
    const lo: Respondent = { party: "p3", person: "lo", told: "2026-03-10" };
    await impose(store, kth, "first", "first_degree", "2026-03-01", nils("p1", "2026-03-04"), lo);
    expect(await until("first")).toEqual(["p1: first_degree 2026-06-01", "p3: first_degree 2026-06-07"]);
    await impose(store, kth, "second", "warning", "2026-03-30", nils("p2", "2026-04-01"));
    now = noon("2026-04-01");
    await settleSanctions(houseOn(store), "second");
    expect(await until("first")).toEqual(["p1: second_degree 2027-03-31", "p3: first_degree 2026-06-07"]);
    now = noon("2026-06-08");
    await runDue(houseOn(store));
    const { current } = await fileOf("first");
    expect(current.lapsed.map(({ party, sanction }) => `${party} ${sanction}`)).toEqual(["p3 first_degree"]);
  });

  test("[K51][K54] whoever is not known by an account has a row at the door all the same, by name", async () => {
    await impose(store, kth, "first", "first_degree", "2026-03-01", {
      party: "p1",
      person: undefined,
      told: "2026-03-04",
    });
    await settleSanctions(houseOn(store), "first");
    expect((await store.barred()).map(({ whom, isKnown, name }) => [whom, isKnown, name])).toEqual([
      ["p1", false, "p1 Orrby"],
    ]);
    now = noon("2026-06-02");
    await runDue(houseOn(store));
    await settleSanctions(houseOn(store), "first");
    expect(await store.barred()).toEqual([]);
  });
});
