import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { moveBy } from "./moveBy.ts";
import { zones } from "./zone.ts";

/** What the clocks show at a moment where the organisation is. */
export function localTime(rulebook: Rulebook, at: Temporal.Instant): Temporal.PlainDateTime {
  return zones.localTime(rulebook.organisation.timezone, at);
}

/** The day a moment falls on where the organisation is. */
export function localDay(rulebook: Rulebook, at: Temporal.Instant): Temporal.PlainDate {
  return zones.localDay(rulebook.organisation.timezone, at);
}

/** 00:00 of a day where the organisation is; the first moment of the day where the clocks skip midnight. */
export function startOfDay(rulebook: Rulebook, day: Temporal.PlainDate): Temporal.Instant {
  return zones.startOfDay(rulebook.organisation.timezone, day);
}

/** The first moment after a day where the organisation is. */
export function endOfDay(rulebook: Rulebook, day: Temporal.PlainDate): Temporal.Instant {
  return zones.endOfDay(rulebook.organisation.timezone, day);
}

/**
 * A time of day such as "09:00" on a day where the organisation is: after the gap where the clocks skip it, the first of the two where
 * they show it twice.
 */
export function timeOnDay(rulebook: Rulebook, day: Temporal.PlainDate, time: string): Temporal.Instant {
  return zones.timeOnDay(rulebook.organisation.timezone, day, time);
}

/** The same time of day so much later; so many hours are elapsed time. */
export function sameTimeAfter(rulebook: Rulebook, at: Temporal.Instant, span: Span): Temporal.Instant {
  if (span.unit === "hours") return at.add({ hours: span.amount });
  const local = localTime(rulebook, at);
  const day = moveBy(rulebook, local.toPlainDate(), span, 1);
  return zones.momentOf(rulebook.organisation.timezone, day.toPlainDateTime(local.toPlainTime()));
}

/** A day so much later: months and years end on the corresponding date or the last day of the month. */
export function addSpan(rulebook: Rulebook, day: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  return moveBy(rulebook, day, span, 1);
}

/** A day so much earlier: the same the other way round. */
export function subtractSpan(rulebook: Rulebook, day: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  return moveBy(rulebook, day, span, -1);
}

/**
 * The end of something that lasts so long from a moment on: hours are elapsed time; anything else runs from the local day of the
 * moment and ends at 00:00 of its last day plus one (a warning of 2026-01-10 for 365 days ends 2027-01-10 00:00).
 */
export function endOfTerm(rulebook: Rulebook, from: Temporal.Instant, span: Span): Temporal.Instant {
  if (span.unit === "hours") return from.add({ hours: span.amount });
  return startOfDay(rulebook, addSpan(rulebook, localDay(rulebook, from), span));
}
