import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { periodOn } from "../../../src/domain/obligations/period.ts";
import type { Obligation } from "../../../src/domain/obligations/period.ts";
import { announcementsOf, standingOf } from "../../../src/domain/obligations/standing.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth } from "../../fakes/kth.ts";

const d = (text: string) => Temporal.PlainDate.from(text);

const rulebook: Rulebook = {
  ...kth,
  calendar: {
    ...kth.calendar,
    academic_year: { starts: "09-01" },
    terms: {
      autumn: { from: "2026-09-21", to: "2026-12-11" },
      spring: { from: "2027-01-11", to: "2027-03-26" },
    },
  },
};

const common = { clause: "4.2", what: "The committee meets.", owner: { kind: "body", id: "board" } } as const;
const four: Obligation = { ...common, at_least: 4, per: "academic_year" };
const yearly: Obligation = { ...common, every: { amount: 12, unit: "months" } };
const eachTerm: Obligation = { ...common, at_least: 1, per: "term" };
const atMost: Obligation = { ...common, at_most: 2, per: "academic_year" };

const stand = (rule: Obligation, done: readonly string[], today: string, since = "2026-09-10") =>
  standingOf(rulebook, "x", rule, done.map(d), d(since), d(today));

/** What is announced from day to day: "2027-08-03 ahead". */
function daily(rule: Obligation, done: readonly string[], from: string, days: number, since = "2026-09-10") {
  const said = new Map<string, string>();
  for (let i = 0; i < days; i += 1) {
    const today = d(from).add({ days: i });
    for (const { key, kind, done: count } of announcementsOf(rulebook, "x", rule, done.map(d), d(since), today))
      if (!said.has(key)) said.set(key, `${today.toString()} ${kind} ${count}`);
  }
  return [...said.values()];
}

describe("at least four meetings in an academic year", () => {
  test("are counted from its first day to its last", () => {
    const done = ["2026-08-31", "2026-09-01", "2027-01-15", "2027-08-31", "2027-09-01"];
    expect(stand(four, done, "2027-08-31")).toMatchObject({ done: 3 });
    expect(stand(four, done, "2027-08-31").dueBy?.toString()).toBe("2027-08-31");
    expect(stand(four, done, "2027-09-01")).toMatchObject({ done: 1 });
  });

  test("once there were four nothing is owed until the next year", () => {
    const done = ["2026-10-01", "2026-12-01", "2027-02-01", "2027-04-01"];
    expect(stand(four, done, "2027-05-01").dueBy).toBeUndefined();
    expect(daily(four, done, "2026-09-10", 356)).toEqual([]);
  });

  test("those who owe them are told 28 and 7 days before the year ends, on its last day, and when it is over", () => {
    expect(daily(four, ["2026-10-01", "2027-02-01"], "2026-09-10", 420)).toEqual([
      "2027-08-03 ahead 2",
      "2027-08-24 ahead 2",
      "2027-08-31 ahead 2",
      "2027-09-01 missed 2",
    ]);
  });

  test("of a year that was over before the organisation began with Redress nobody is told", () => {
    expect(daily(four, [], "2026-09-10", 30)).toEqual([]);
    expect(daily(four, [], "2026-08-20", 30, "2026-08-20").map((line) => line.slice(11))).toEqual([
      "ahead 0",
      "ahead 0",
      "missed 0",
    ]);
  });
});

describe("a review every twelve months", () => {
  test("is owed a year after the last, or after the organisation began with Redress", () => {
    expect(stand(yearly, ["2026-11-05"], "2027-01-01").dueBy?.toString()).toBe("2027-11-05");
    expect(stand(yearly, [], "2027-01-01").dueBy?.toString()).toBe("2027-09-10");
  });

  test("is announced before it, on the day, and while it is late; not any more once it was done", () => {
    expect(daily(yearly, [], "2026-09-10", 400)).toEqual([
      "2027-08-13 ahead 0",
      "2027-09-03 ahead 0",
      "2027-09-10 ahead 0",
      "2027-09-11 late 0",
      "2027-09-18 late 0",
      "2027-09-25 late 0",
      "2027-10-02 late 0",
      "2027-10-09 late 0",
    ]);
    expect(daily(yearly, ["2027-08-20"], "2027-08-21", 60)).toEqual([]);
  });
});

describe("once in each term, at most twice in a year", () => {
  test("a term counts on its own, and between terms nothing is owed", () => {
    expect(stand(eachTerm, ["2026-10-10"], "2026-10-20")).toMatchObject({ done: 1, dueBy: undefined });
    expect(stand(eachTerm, ["2026-10-10"], "2026-12-24").dueBy).toBeUndefined();
    expect(stand(eachTerm, ["2026-10-10"], "2027-02-01").dueBy?.toString()).toBe("2027-03-26");
    expect(daily(eachTerm, [], "2026-12-20", 5)).toEqual(["2026-12-20 missed 0"]);
  });

  test("what was done too often is told, each time once", () => {
    expect(daily(atMost, ["2026-10-01", "2026-11-01"], "2026-12-01", 10)).toEqual([]);
    expect(daily(atMost, ["2026-10-01", "2026-11-01", "2026-11-20"], "2026-12-01", 10)).toEqual([
      "2026-12-01 too-many 3",
    ]);
  });
});

test("[E-20] whoever looks on some days only is told no more, nothing before its day, and of each thing once", () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 3, maxLength: 12 });
  const dones = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 });
  fc.assert(
    fc.property(gaps, dones, fc.constantFrom(four, yearly, eachTerm, atMost), (steps, offsets, rule) => {
      const since = d("2026-09-10");
      const done = offsets.map((days) => since.add({ days }));
      const keys: string[] = [];
      let today = since;
      for (const step of steps) {
        today = today.add({ days: step });
        const told = announcementsOf(rulebook, "x", rule, done, since, today);
        for (const { on } of told) expect(Temporal.PlainDate.compare(on, today)).toBeLessThanOrEqual(0);
        expect(told.length).toBeLessThanOrEqual(3);
        keys.push(...told.map(({ key }) => key));
        expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
      }
    }),
  );
});

test("a year that begins on another day is that year", () => {
  const period = periodOn(rulebook, four, d("2027-08-31"));
  expect([period?.from.toString(), period?.to.toString()]).toEqual(["2026-09-01", "2027-08-31"]);
});
