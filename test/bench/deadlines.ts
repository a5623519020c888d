import { Temporal } from "temporal-polyfill";

import { windowRule } from "../../src/domain/deadlines/countRule.ts";
import { countWindow, noticeBefore, windowAfter } from "../../src/domain/deadlines/window.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { span } from "../../src/rulebook/schema/vocabulary.ts";
import { kth } from "../fakes/kth.ts";
import { row } from "./print.ts";

const HOW_MANY = 100_000;

const union: Rulebook = {
  ...kth,
  organisation: { ...kth.organisation, timezone: "Europe/London" },
  calendar: { ...kth.calendar, holidays: ["GB-EAW"] },
};

const tenDays = span.parse("10wd");
const ninety = span.parse("90d");
const months = { ...windowRule(union, span.parse("3mo")), roll: "next" } as const;
const hours = span.parse("48h");
const clear = span.parse("10cwd");
const kinds: readonly ((at: Temporal.Instant) => unknown)[] = [
  (at) => windowAfter(union, at, tenDays),
  (at) => windowAfter(union, at, ninety),
  (at) => countWindow(union, at, months),
  (at) => windowAfter(union, at, hours),
  (at) => noticeBefore(union, at, clear),
];

const FIRST_MS = Date.UTC(2020, 0, 1);
/** So many of them go from 2020 to 2040. */
const APART_MS = 110 * 60_000;
const WARM_UP = 5000;

function compute(howMany: number): void {
  for (let i = 0; i < howMany; i += 1)
    kinds[i % kinds.length]?.(Temporal.Instant.fromEpochMilliseconds(FIRST_MS + i * APART_MS));
}

/** How long a program that has run for a moment takes to compute so many deadlines, each from another moment. */
export function benchDeadlines(): void {
  compute(WARM_UP);
  const began = performance.now();
  compute(HOW_MANY);
  const seconds = (performance.now() - began) / 1000;
  row(`${HOW_MANY.toLocaleString("en")} deadlines of ${kinds.length} kinds`, `${seconds.toFixed(2)} s`, "under 1 s");
}
