import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";

/** Something that has to be done again and again. */
export type Obligation = Rulebook["obligations"][string];

/** The days in which something is counted, both included. */
export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/**
 * The stretch in which a day is counted for an obligation: a year, or the term that the day is in. Undefined for one that is not counted,
 * between terms, and where the rulebook lists no terms.
 */
export function periodOn(rulebook: Rulebook, { per }: Obligation, day: Temporal.PlainDate): Period | undefined {
  switch (per) {
    case undefined:
      return undefined;
    case "calendar_year":
      return yearFrom("01-01", day);
    case "academic_year":
      return yearFrom(rulebook.calendar.academic_year?.starts ?? "01-01", day);
    case "term":
      return termsOf(rulebook).find(
        ({ from, to }) => Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0,
      );
  }
}

/** The last stretch that was over before a day; undefined where there is none. */
export function periodBefore(rulebook: Rulebook, obligation: Obligation, day: Temporal.PlainDate): Period | undefined {
  if (obligation.per === "term") return termsOf(rulebook).findLast(({ to }) => Temporal.PlainDate.compare(to, day) < 0);
  const present = periodOn(rulebook, obligation, day);
  return present === undefined ? undefined : periodOn(rulebook, obligation, present.from.subtract({ days: 1 }));
}

/** @param starts the day of every year on which it begins, as "09-01" */
function yearFrom(starts: string, day: Temporal.PlainDate): Period {
  const begins = (year: number) => Temporal.PlainMonthDay.from(starts).toPlainDate({ year });
  const isBefore = Temporal.PlainDate.compare(day, begins(day.year)) < 0;
  const from = begins(isBefore ? day.year - 1 : day.year);
  return { from, to: begins(from.year + 1).subtract({ days: 1 }) };
}

/** The earliest first. */
function termsOf({ calendar }: Rulebook): readonly Period[] {
  return Object.values(calendar.terms)
    .map(({ from, to }) => ({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from));
}
