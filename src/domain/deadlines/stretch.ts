import { Temporal } from "temporal-polyfill";

/** A stretch of days, the first and the last of them included. */
export interface Stretch {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Whether a day is one of a stretch. */
export function isIn({ from, to }: Stretch, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0;
}

export function daysOf({ from, to }: Stretch): readonly Temporal.PlainDate[] {
  return Array.from({ length: Math.max(0, from.until(to).days + 1) }, (_, i) => from.add({ days: i }));
}

/** The stretches that days make which follow one another; the days are in order, earliest first. */
export function stretchesOf(days: readonly Temporal.PlainDate[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last !== undefined && last.to.add({ days: 1 }).equals(day))
      found[found.length - 1] = { from: last.from, to: day };
    else found.push({ from: day, to: day });
  }
  return found;
}
