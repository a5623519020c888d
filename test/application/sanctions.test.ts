import type { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";

import type { House } from "../../src/application/house.ts";
import type { Identity, Store } from "../../src/application/ports.ts";
import { runDue } from "../../src/application/runDue.ts";
import { settleSanctions } from "../../src/application/sanctions/settleSanctions.ts";
import { foldCase } from "../../src/domain/case/case.ts";
import type { Entry, PartyEntry } from "../../src/domain/case/entry.ts";
import { wakesOf } from "../../src/domain/deadlines/due.ts";
import { imposedIn } from "../../src/domain/sanctions/record.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { at, complainant, decided, motionPut, noticeSent, received, recorded, toParty } from "../fakes/caseFile.ts";
import type { Played } from "../fakes/caseFile.ts";
import { kth, roster } from "../fakes/kth.ts";

const noon = (day: string) => at(`${day}T12:00`);
let store: Store;
let now: Temporal.Instant;
beforeEach(() => {
  store = memoryStore();
  now = noon("2026-03-04");
});

/** As much of a house as settling and what is due need. */
function houseOn(on: Store): House {
  let ids = 0;
  return {
    store: on,
    clock: { now: () => now },
    chance: { id: () => `id-${(ids += 1)}`, codeName: () => "" },
    log: { info() {}, warn() {} },
    rulebook: kth,
    rulebookOf: () => kth,
    roster,
    people: new Map(),
    formerNames: new Map(),
    access: {},
    platforms: () => [],
    wakeOutbox() {},
  } as unknown as House;
}

interface Respondent {
  readonly party: string;
  readonly person: string | undefined;
  /** When the decision reached them. */
  readonly told: string | undefined;
}

/** Puts a closed case into the store in which a sanction was imposed on some people. */
async function impose(name: string, sanction: string, made: string, ...respondents: readonly Respondent[]) {
  const parties = respondents.map(({ party }): PartyEntry => ({ party, role: "respondent", hasAccount: true }));
  const subject = { kind: "decision", vote: `vote-${name}`, outcome: "upheld" } as const;
  const delivered = respondents.flatMap(({ party, told }): readonly Entry[] =>
    told === undefined
      ? []
      : [{ kind: "notice-delivered", notice: `notice-${party}`, how: "direct", when: noon(told) }],
  );
  const played: readonly Played[] = [
    received({ parties: [complainant, ...parties], startsAt: "board_decision" }),
    motionPut({ vote: `vote-${name}`, sanction }),
    { at: noon(made), entry: { ...decided(sanction), vote: `vote-${name}` } },
    ...parties.map((party) => noticeSent(`notice-${party.party}`, toParty(party), subject)),
    ...delivered,
    { kind: "stage-concluded", stage: "inform", outcome: "delivered", next: "closed", rules: [], reasons: undefined },
  ];
  const entries = recorded(played);
  const current = foldCase({ id: name, codeName: `code-${name}`, entries });
  const identities = respondents.map(({ party, person }): Identity => ({
    party,
    role: "respondent",
    person,
    name: `${party} Orrby`,
  }));
  await store.commit({
    delivery: undefined,
    case: name,
    opens: { codeName: `code-${name}`, rulebook: "kth", draft: name },
    expected: 0,
    entries,
    identities,
    words: [],
    isClosed: true,
    handlers: current.handlers,
    wakes: wakesOf(kth, current),
    clears: [],
    recuses: [],
    effects: [],
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

const nils = (party: string, told: string | undefined): Respondent => ({ party, person: "nils", told });

describe("what several cases do to the sanctions of one person", () => {
  test("[E-22][K68] a suspension that a warning changed does not lapse at its old end, though Redress stopped before it could be recorded", async () => {
    await impose("first", "first_degree", "2026-03-01", nils("p1", "2026-03-04"));
    await impose("second", "warning", "2026-03-30", nils("p2", "2026-04-01"));
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
    await impose("first", "first_degree", "2026-03-01", nils("p1", "2026-03-04"));
    await impose("second", "warning", "2026-03-30", nils("p2", "2026-04-01"));
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
    await impose("first", "first_degree", "2026-03-01", nils("p1", "2026-03-04"), lo);
    expect(await until("first")).toEqual(["p1: first_degree 2026-06-01", "p3: first_degree 2026-06-07"]);
    await impose("second", "warning", "2026-03-30", nils("p2", "2026-04-01"));
    now = noon("2026-04-01");
    await settleSanctions(houseOn(store), "second");
    expect(await until("first")).toEqual(["p1: second_degree 2027-03-31", "p3: first_degree 2026-06-07"]);
    now = noon("2026-06-08");
    await runDue(houseOn(store));
    const { current } = await fileOf("first");
    expect(current.lapsed.map(({ party, sanction }) => `${party} ${sanction}`)).toEqual(["p3 first_degree"]);
  });

  test("[K51][K54] whoever is not known by an account has a row at the door all the same, by name", async () => {
    await impose("first", "first_degree", "2026-03-01", { party: "p1", person: undefined, told: "2026-03-04" });
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
