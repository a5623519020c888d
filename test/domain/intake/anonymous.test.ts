import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cannotBeAnonymous } from "../../../src/domain/intake/anonymous.ts";
import { codeOf, readCode } from "../../../src/domain/intake/code.ts";
import { countedByYear, readsCounted } from "../../../src/domain/intake/counted.ts";
import type { CountedReport } from "../../../src/domain/intake/counted.ts";
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
  state: { kind: "coded", rules, choices: {}, summary: "", by: "a", on: day },
});
const waiting = (day: string): CountedReport => ({
  ...coded(day),
  state: { kind: "waiting", rules: ["r"], texts: {}, names: [] },
});

test("[K11, K37] numbers are by the year in which a report came, and one that is smaller than the smallest is not told", () => {
  const reports = [
    ...["01", "02", "03"].map((month) => coded(`2026-${month}-01`, "r", "s")),
    coded("2026-04-01", "r"),
    coded("2025-12-31", "r"),
    waiting("2027-01-01"),
  ];
  expect(countedByYear(reports, 4)).toEqual([
    {
      year: "2026",
      total: 4,
      rules: [
        { rule: "r", count: 4 },
        { rule: "s", count: undefined },
      ],
    },
    { year: "2025", total: undefined, rules: [{ rule: "r", count: undefined }] },
  ]);
  expect(countedByYear([], 1)).toEqual([]);
});

test("[V-03, V-13] those read it to whom it came and who are in office; where nobody of them is, all to whom it came", () => {
  const roster = { safety_officer: ["a", "b"] };
  const reads = (receivers: string[], person: string) =>
    readsCounted(kth, roster, { receivers }, person);
  expect(reads(["a", "c"], "a")).toBe(true);
  expect(reads(["a", "c"], "c")).toBe(false);
  expect(reads(["a", "c"], "b")).toBe(false);
  expect(reads(["c"], "c")).toBe(true);
});
