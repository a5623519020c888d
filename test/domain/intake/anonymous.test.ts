import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cannotBeAnonymous } from "../../../src/domain/intake/anonymous.ts";
import { codeOf, readCode } from "../../../src/domain/intake/code.ts";
import { factsOfCounted, readsCounted } from "../../../src/domain/intake/counted.ts";
import type { CountedReport } from "../../../src/domain/intake/counted.ts";
import { publishTable } from "../../../src/domain/records/statistics.ts";
import { kth } from "../../fakes/kth.ts";

const withMode = (anonymous: "refused" | "statistics_only" | "investigable") => ({
  intake: { report: { ...kth.intake.report, anonymous } },
});

test.each([
  ["refused", false, "not-anonymous"],
  ["refused", true, "not-anonymous"],
  ["statistics_only", false, undefined],
  ["statistics_only", true, "own-hands"],
  ["investigable", false, undefined],
  ["investigable", true, "own-hands"],
] as const)("[Q28] where such reports are %s, and somebody who receives them is %s: %s", (mode, isOfficer, refused) => {
  expect(cannotBeAnonymous(withMode(mode), isOfficer)?.refused).toBe(refused);
});

test("where reports do not come by command, none without a name does", () => {
  const book = withMode("investigable");
  const closed = { intake: { report: { ...book.intake.report, via: ["officer_entry" as const] } } };
  expect(cannotBeAnonymous(closed, false)?.refused).toBe("not-this-way");
});

describe("a code", () => {
  test("every id has one of its own, which is read however it is typed", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        const code = codeOf(one);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]$/);
        expect(codeOf(other) === code).toBe(one === other);
        const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
        expect(readCode(typed)).toBe(code);
      }),
    );
  });
  test.each(["", "hello", "12345", "U".repeat(26), "0".repeat(25), "0".repeat(27)])("is not %j", (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });
});

const coded = (day: string, ...rules: string[]): CountedReport => ({
  id: day,
  codeName: day,
  day,
  receivers: ["a"],
  state: { kind: "coded", rules, grounds: ["gender"], choices: { relation: "witness" }, summary: "", by: "a", on: day },
});

test("[K11, K37] what was coded counts with the cases of its year, under its rules and grounds; what waits does not", () => {
  const waiting: CountedReport = {
    ...coded("2026-05-01"),
    state: { kind: "waiting", rules: ["r"], grounds: [], texts: {}, names: [] },
  };
  const facts = factsOfCounted(kth, [coded("2026-03-01", "r"), waiting, coded("2025-12-31")]);
  expect(facts.map(({ year, rules, grounds, outcome }) => ({ year, rules, grounds, outcome }))).toEqual([
    { year: "2026", rules: ["r"], grounds: ["gender"], outcome: "counted_without_name" },
    { year: "2025", rules: [], grounds: ["gender"], outcome: "counted_without_name" },
  ]);
  const rule = kth.records.statistics;
  if (rule === undefined) throw new Error("The memo keeps statistics.");
  const many = Array.from({ length: 5 }, () => coded("2026-03-01", "r"));
  expect(publishTable(rule, "2026", factsOfCounted(kth, many)).total).toBe(5);
  expect(publishTable(rule, "2026", factsOfCounted(kth, many.slice(1))).total).toBeUndefined();
});

test("[V-03, V-13] those read it to whom it came and who are in office; where nobody of them is, all to whom it came", () => {
  const roster = { safety_officer: ["a", "b"] };
  const reads = (receivers: string[], person: string) => readsCounted(kth, roster, { receivers }, person);
  expect(reads(["a", "c"], "a")).toBe(true);
  expect(reads(["a", "c"], "c")).toBe(false);
  expect(reads(["a", "c"], "b")).toBe(false);
  expect(reads(["c"], "c")).toBe(true);
});
