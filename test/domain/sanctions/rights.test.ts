import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { holdersOf } from "../../../src/domain/roster.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { admissionTo, askable, askedOf, barsOf } from "../../../src/domain/sanctions/door.ts";
import { ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import type { Ruling } from "../../../src/domain/sanctions/ledger.ts";
import { lacks, rosterInForce, voteless } from "../../../src/domain/sanctions/rights.ts";
import type { Span } from "../../../src/rulebook/schema/vocabulary.ts";
import { at } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const read = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const fxsu = read("fxsu");
const caucus = read("cope397");

const day = (on: string) => at(`${on}T12:00`);

function told(rulebook: Ruling["rulebook"], sanction: string, on: string, more: Partial<Ruling> = {}): Ruling {
  return {
    id: sanction,
    sanction,
    rulebook,
    made: day(on),
    notified: day(on),
    isQuashed: false,
    lifted: undefined,
    ...more,
  };
}

const days = (amount: number): Span => ({ amount, unit: "days" });
const barsFor = (...rulings: readonly Ruling[]) => barsOf(ledgerOf(rulings));

test("[F257] somebody whose offices are taken away studies where they studied", () => {
  const roster = { president_exeter: ["kit"], "class:full_member": ["kit"], "attribute:institution:exeter": ["kit"] };
  const bars = barsFor(told(fxsu, "exclusion_from_office", "2026-12-01", { lasts: days(90) }));
  const left = rosterInForce(fxsu, roster, [{ person: "kit", bars }], day("2027-01-01"));
  expect(left).toMatchObject({ president_exeter: [], "attribute:institution:exeter": ["kit"] });
});

describe("at a place", () => {
  const door = fxsu.door_check;
  if (door === undefined) throw new Error("The students' union has no door check.");
  const answer = (rulings: readonly Ruling[], what: string, on: string) => {
    const asked = askedOf(door, what);
    if (asked === undefined) return "unknown";
    const admission = admissionTo(barsFor(...rulings), asked, day(on), door.always_open);
    if (admission.kind === "admit") return "admit";
    return `refuse until ${admission.until?.toZonedDateTimeISO("Europe/London").toPlainDate().toString() ?? "no day"}`;
  };
  const partly = [told(fxsu, "ban", "2026-12-01", { lasts: days(90), scope: ["licensed_premises"] })];
  const wholly = [told(fxsu, "ban", "2026-12-01", { lasts: days(90) })];
  const forLife = [told(fxsu, "life_ban", "2026-12-01")];

  test.each([
    {
      rule: "[F200] a ban from licensed premises keeps from the bar",
      rulings: partly,
      what: "bar",
      on: "2027-02-28",
      says: "refuse until 2027-03-01",
    },
    { rule: "[F200] and not from the library", rulings: partly, what: "library", on: "2027-02-28", says: "admit" },
    {
      rule: "[F200] nor from the bar on the day on which it ends",
      rulings: partly,
      what: "bar",
      on: "2027-03-01",
      says: "admit",
    },
    {
      rule: "[F200] a full ban keeps from the library as well",
      rulings: wholly,
      what: "library",
      on: "2027-02-28",
      says: "refuse until 2027-03-01",
    },
    {
      rule: "[F274] the advice service stays open under a full ban",
      rulings: wholly,
      what: "advice_service",
      on: "2027-02-28",
      says: "admit",
    },
    {
      rule: "[F274] and under a ban for life",
      rulings: forLife,
      what: "advice_service",
      on: "2027-02-28",
      says: "admit",
    },
    {
      rule: "[F273] a ban for life keeps from activities in ten years, without a day",
      rulings: forLife,
      what: "sports",
      on: "2036-01-01",
      says: "refuse until no day",
    },
    {
      rule: "a place that nobody knows is not answered for",
      rulings: wholly,
      what: "cellar",
      on: "2027-02-28",
      says: "unknown",
    },
  ])("$rule", ({ rulings, what, on, says }) => {
    expect(answer(rulings, what, on)).toBe(says);
  });

  test("the advice service is open whatever a sanction says", () => {
    const bars = [{ from: day("2026-12-01"), until: undefined, permits: [], bars: ["services"] }];
    const asked = { what: "advice_service", of: "services" };
    expect(admissionTo(bars, asked, day("2027-01-01"), door.always_open)).toEqual({ kind: "admit" });
    expect(admissionTo(bars, asked, day("2027-01-01"))).toMatchObject({ kind: "refuse" });
  });

  test("events and places are asked about in one list", () => {
    expect(askable(door)).toEqual(expect.arrayContaining(["event", "bar", "library", "advice_service"]));
  });
});

describe("the rights of a member", () => {
  const roster: Roster = {
    president_falmouth: ["nora"],
    student_trustee: ["nora", "omar"],
    "class:full_member": ["nora", "omar", "pia"],
    "class:associate": ["quinn"],
    "class:staff": ["nora"],
  };
  const inForce = (rulings: readonly Ruling[], person: string, on: string) =>
    rosterInForce(fxsu, roster, [{ person, bars: barsFor(...rulings) }], day(on));
  const suspended = [told(fxsu, "membership_suspension", "2027-02-01", { lasts: days(89) })];

  test.each([
    { rule: "[F016] before it begins the office is held", on: "2027-01-31", holds: ["nora"], without: [] },
    {
      rule: "[F016] on its first day the seat is vacant, and the person has no vote",
      on: "2027-02-01",
      holds: [],
      without: ["nora"],
    },
    { rule: "[F016] on its last day still", on: "2027-04-30", holds: [], without: ["nora"] },
    {
      rule: "[F016] on the day on which it lapses the office is there again",
      on: "2027-05-01",
      holds: ["nora"],
      without: [],
    },
  ])("$rule", ({ on, holds, without }) => {
    const now = inForce(suspended, "nora", on);
    expect(now["president_falmouth"]).toEqual(holds);
    expect(now["student_trustee"]).toEqual([...holds, "omar"]);
    expect(voteless(now)).toEqual(without);
  });

  test("[F016] one that was quashed, or was lifted, takes nothing any more", () => {
    const [first] = suspended;
    if (first === undefined) throw new Error("Nothing was decided.");
    expect(inForce([{ ...first, isQuashed: true }], "nora", "2027-02-02")["president_falmouth"]).toEqual(["nora"]);
    expect(inForce([{ ...first, lifted: day("2027-02-10") }], "nora", "2027-02-11")["president_falmouth"]).toEqual([
      "nora",
    ]);
    expect(inForce([{ ...first, lifted: day("2027-02-10") }], "nora", "2027-02-09")["president_falmouth"]).toEqual([]);
  });

  test("whoever turned out to have two accounts has what was kept from either kept from them", () => {
    const twice = [
      {
        person: "nora",
        bars: barsFor(told(fxsu, "no_membership", "2027-02-01", { lasts: days(30), scope: ["associate"] })),
      },
      { person: "nora", bars: barsFor(...suspended) },
    ];
    expect(rosterInForce(fxsu, roster, twice, day("2027-02-02"))["president_falmouth"]).toEqual([]);
  });

  test("[F202] the membership that ends is that of the class which was chosen, and no other", () => {
    const chosen = [told(fxsu, "no_membership", "2027-02-01", { lasts: days(30), scope: ["associate"] })];
    expect(inForce(chosen, "quinn", "2027-02-02")["class:associate"]).toEqual([]);
    expect(inForce(chosen, "quinn", "2027-03-03")["class:associate"]).toEqual(["quinn"]);
    expect(inForce(chosen, "nora", "2027-02-02")).toMatchObject({ "class:full_member": ["nora", "omar", "pia"] });
  });

  test("[F201] who may not stand for some posts may stand for the others", () => {
    const chosen = barsFor(told(fxsu, "no_candidacy", "2027-02-01", { lasts: days(30), scope: ["sabbatical"] }));
    expect(lacks(chosen, "candidacy", "sabbatical", day("2027-02-02"))).toBe(true);
    expect(lacks(chosen, "candidacy", "representative", day("2027-02-02"))).toBe(false);
    expect(lacks(chosen, "candidacy", "sabbatical", day("2027-03-03"))).toBe(false);
  });

  test("[P22] loss of membership ends offices and membership from its day on; no electorate has the person any more", () => {
    const people: Roster = {
      chair: ["iris"],
      secretary: ["jon"],
      "class:member": ["iris", "jon", "kim"],
      "class:staff": ["iris"],
    };
    const ended = [{ person: "iris", bars: barsFor(told(caucus, "membership_ends", "2027-03-10")) }];
    const before = rosterInForce(caucus, people, ended, day("2027-03-09"));
    const after = rosterInForce(caucus, people, ended, day("2036-01-01"));
    expect(before).toEqual(people);
    expect(after["chair"]).toEqual([]);
    expect(holdersOf(caucus, after, { kind: "class", id: "member" })).toEqual(["jon", "kim"]);
    expect(after["class:staff"]).toEqual(["iris"]);
  });
});
