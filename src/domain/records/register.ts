import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { localDay } from "../deadlines/calendar.ts";

/** Something that was decided, and when. */
interface Decided {
  readonly at: Temporal.Instant;
  readonly id: string;
}

/**
 * Decisions with their numbers, the first first: D-2027-04 is the fourth of 2027. What is decided later changes no number.
 * @returns each with its number and its day, as 2027-03-01
 */
export function numbered<Of extends Decided>(
  rulebook: Rulebook,
  decided: readonly Of[],
): readonly (Of & { readonly number: string; readonly day: string })[] {
  const ordered = decided.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1));
  const counted = new Map<number, number>();
  return ordered.map((each) => {
    const { at } = each;
    const day = localDay(rulebook, at);
    const count = (counted.get(day.year) ?? 0) + 1;
    counted.set(day.year, count);
    return { ...each, number: `D-${day.year}-${String(count).padStart(2, "0")}`, day: day.toString() };
  });
}
