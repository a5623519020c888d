import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The day a moment falls on where the organisation is. */
export function localDay(rulebook: Rulebook, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(rulebook.organisation.timezone).toPlainDate();
}

/** 00:00 of a day where the organisation is; the first moment of the day where the clocks skip midnight. */
export function startOfDay(rulebook: Rulebook, day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(rulebook.organisation.timezone).toInstant();
}

/** A time of day such as "09:00" on a day where the organisation is. */
export function timeOnDay(rulebook: Rulebook, day: Temporal.PlainDate, time: string): Temporal.Instant {
  return day
    .toZonedDateTime({ timeZone: rulebook.organisation.timezone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
}

/** A day so much later: months and years end on the corresponding date or the last day of the month. */
export function addSpan(rulebook: Rulebook, day: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  switch (span.unit) {
    case "hours":
      return day.add({ days: Math.ceil(span.amount / 24) });
    case "days":
      return day.add({ days: span.amount });
    case "clear-days":
      return day.add({ days: span.amount + 1 });
    case "working-days":
      return moveWorkingDays(rulebook, day, span.amount, 1);
    case "weeks":
      return day.add({ weeks: span.amount });
    case "months":
      return day.add({ months: span.amount });
    case "years":
      return day.add({ years: span.amount });
  }
}

/** A day so much earlier: the same the other way round. */
export function subtractSpan(rulebook: Rulebook, day: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  switch (span.unit) {
    case "hours":
      return day.subtract({ days: Math.ceil(span.amount / 24) });
    case "days":
      return day.subtract({ days: span.amount });
    case "clear-days":
      return day.subtract({ days: span.amount + 1 });
    case "working-days":
      return moveWorkingDays(rulebook, day, span.amount, -1);
    case "weeks":
      return day.subtract({ weeks: span.amount });
    case "months":
      return day.subtract({ months: span.amount });
    case "years":
      return day.subtract({ years: span.amount });
  }
}

/**
 * The end of something that lasts so long from a moment on: hours are elapsed time; anything else runs from the local day of the
 * moment and ends at 00:00 of its last day plus one (a warning of 2026-01-10 for 365 days ends 2027-01-10 00:00).
 */
export function endOfTerm(rulebook: Rulebook, from: Temporal.Instant, span: Span): Temporal.Instant {
  if (span.unit === "hours") return from.add({ hours: span.amount });
  return startOfDay(rulebook, addSpan(rulebook, localDay(rulebook, from), span));
}

/** Until when something may be done after an event: the last day belongs to it. */
export interface Window {
  /** The last day, where the organisation is. */
  readonly lastDay: Temporal.PlainDate;
  /** The first moment after it. */
  readonly closes: Temporal.Instant;
}

/** The window of so long after an event: the day of the event is not counted unless the rulebook counts it. */
export function windowAfter(rulebook: Rulebook, event: Temporal.Instant, span: Span): Window {
  if (span.unit === "hours") {
    const closes = event.add({ hours: span.amount });
    return { lastDay: localDay(rulebook, closes), closes };
  }
  const lastDay = lastDayOf(rulebook, localDay(rulebook, event), span);
  return { lastDay, closes: startOfDay(rulebook, lastDay.add({ days: 1 })) };
}

function lastDayOf(rulebook: Rulebook, day: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  if (rulebook.calendar.counting.window === "exclude_first_day") return addSpan(rulebook, day, span);
  // Of working days the day before may not be one: the counting begins a day earlier instead of ending so.
  if (span.unit === "working-days") return addSpan(rulebook, day.subtract({ days: 1 }), span);
  return addSpan(rulebook, day, span).subtract({ days: 1 });
}

export function isWorkingDay(rulebook: Rulebook, day: Temporal.PlainDate): boolean {
  const weekday = weekdays[day.dayOfWeek - 1];
  if (weekday === undefined || !rulebook.calendar.working_week.includes(weekday)) return false;
  return !rulebook.calendar.holidays.includes(day.toString());
}

function moveWorkingDays(
  rulebook: Rulebook,
  day: Temporal.PlainDate,
  amount: number,
  step: 1 | -1,
): Temporal.PlainDate {
  let current = day;
  for (let left = amount; left > 0;) {
    current = current.add({ days: step });
    if (isWorkingDay(rulebook, current)) left -= 1;
  }
  return current;
}
