import { describe, expect, test } from "vitest";

import { isTrusted, keptSince, seenOn } from "../../../src/domain/intake/drafts.ts";
import type { ClockSeen } from "../../../src/domain/intake/drafts.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth } from "../../fakes/kth.ts";

/** The clock as it is known after it was looked at on these days. */
const after = (...days: string[]) => days.reduce<ClockSeen | undefined>((seen, day) => seenOn(seen, day), undefined);
const daysFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => `2026-03-${String(first + i).padStart(2, "0")}`);

describe("[E-18] nothing is deleted by a clock before it has gone on by itself for a week", () => {
  test.each([
    ["at the first look", ["2026-03-01"], false],
    ["after six days", daysFrom(1, 7), false],
    ["after seven", daysFrom(1, 8), true],
    ["with a day on which the machine was off", daysFrom(1, 8).toSpliced(3, 1), true],
    ["looked at twice on a day", [...daysFrom(1, 8), "2026-03-08"], true],
    ["after a week off, until another week has gone by", [...daysFrom(1, 8), "2026-03-20"], false],
    ["ten years ahead", [...daysFrom(1, 8), "2036-03-09"], false],
    ["ten years ahead and back", [...daysFrom(1, 8), "2036-03-09", "2026-03-09"], false],
    ["a day back", [...daysFrom(1, 8), "2026-03-07"], false],
    ["a week later again", [...daysFrom(1, 8), "2036-03-09", ...daysFrom(9, 8)], true],
  ] as const)("%s", (_, days, trusted) => {
    const seen = after(...days);
    expect(seen !== undefined && isTrusted(seen)).toBe(trusted);
  });
});

const withKept = (drafts_kept: Rulebook["intake"]["report"]["drafts_kept"]): Rulebook => ({
  ...kth,
  intake: { ...kth.intake, report: { ...kth.intake.report, drafts_kept } },
});

test.each([
  [undefined, "2026-02-28T23:00:00Z"],
  [{ amount: 7, unit: "days" }, "2026-03-23T23:00:00Z"],
  [{ amount: 48, unit: "hours" }, "2026-03-28T23:00:00Z"],
  [{ amount: 1, unit: "months" }, "2026-02-27T23:00:00Z"],
] as const)("what is kept for %j was typed since the beginning of that day", (span, since) => {
  const today = span?.unit === "months" ? "2026-03-30" : "2026-03-31";
  expect(keptSince(withKept(span), today).toString()).toBe(since);
});
