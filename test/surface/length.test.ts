import { expect, test } from "vitest";

import { parseLength, writeLength } from "../../src/surface/length.ts";

test.each([
  ["90 days", 90, "days"],
  ["1 day", 1, "days"],
  ["  6   months ", 6, "months"],
  ["6 Månader", 6, "months"],
  ["6 ma\u030Anader", 6, "months"],
  ["1 år", 1, "years"],
  ["2w", 2, "weeks"],
  ["3mo", 3, "months"],
  ["48 timmar", 48, "hours"],
  ["10 working  days", 10, "working-days"],
  ["10 arbetsdagar", 10, "working-days"],
  ["14cd", 14, "clear-days"],
] as const)("%s is a length of time", (text, amount, unit) => {
  expect(parseLength(text)).toEqual({ amount, unit });
  expect(parseLength(writeLength({ amount, unit }))).toEqual({ amount, unit });
});

test.each([
  "",
  "days",
  "90",
  "0 days",
  "-3 days",
  "1.5 years",
  "99999 days",
  "three months",
  "3 moons",
  "<3 days",
  "3 days 2 hours",
])("%s is none", (text) => {
  expect(parseLength(text)).toBeUndefined();
});
