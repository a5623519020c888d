import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { addSpan } from "../deadlines/calendar.ts";

/** Days of the calendar from which something ends later than what it has to fit into. */
export interface Overrun {
  /** Whether it does so from whatever day it is counted. */
  readonly always: boolean;
  /** The first such day, and the day of each end counted from it. */
  readonly from: Temporal.PlainDate;
  readonly ends: Temporal.PlainDate;
  readonly limit: Temporal.PlainDate;
}

/** The day something ends that begins on a day. */
export type End = (from: Temporal.PlainDate) => Temporal.PlainDate;

const DAYS_OF_A_YEAR = 366;

/**
 * When something ends after the last day of a limit, both counted from the same day: looked up in the calendar, where months differ and
 * days off lie. Lengths that are the same from any day are compared once.
 * @param sameAnyDay whether neither depends on the day it is counted from
 * @returns undefined when it always fits
 */
export function findOverrun(rulebook: Rulebook, end: End, limit: End, sameAnyDay: boolean): Overrun | undefined {
  const first = firstDay(rulebook);
  const days = Array.from({ length: sameAnyDay ? 1 : DAYS_OF_A_YEAR }, (_, i) => first.add({ days: i }));
  const late = days
    .map((from) => ({ from, ends: end(from), limit: limit(from) }))
    .filter(({ ends, limit: last }) => Temporal.PlainDate.compare(ends, last) > 0);
  const [example] = late;
  return example === undefined ? undefined : { always: late.length === days.length, ...example };
}

/** The year to look at begins when the document comes into force, or before the first day off that is listed. */
function firstDay({ document, calendar }: Rulebook): Temporal.PlainDate {
  const inForce = Temporal.PlainDate.from(document.in_force);
  const [dayOff] = calendar.holidays.filter((day) => /^\d/.test(day)).toSorted();
  const before = dayOff === undefined ? inForce : Temporal.PlainDate.from(dayOff).subtract({ months: 1 });
  return Temporal.PlainDate.compare(inForce, before) > 0 ? inForce : before;
}

/** The last day of a length of time counted from a day; hours count as the days they begin. */
export const endOf =
  (rulebook: Rulebook, span: Span): End =>
  (from) =>
    dayAfter(rulebook, from, span);

/** The day so much later, as deadlines are counted; a year's worth of them is asked for, so working days are each looked for once. */
export function dayAfter(rulebook: Rulebook, day: Temporal.PlainDate, span: Span): Temporal.PlainDate {
  if (span.unit !== "working-days") return addSpan(rulebook, day, span);
  const days = known.get(rulebook) ?? new Map<string, Step>();
  known.set(rulebook, days);
  const stepAt = (at: Temporal.PlainDate): Step => {
    const found = days.get(at.toString()) ?? { day: at };
    days.set(at.toString(), found);
    return found;
  };
  let reached = stepAt(day);
  for (let left = span.amount; left > 0; left -= 1)
    reached = reached.next ??= stepAt(addSpan(rulebook, reached.day, { amount: 1, unit: "working-days" }));
  return reached.day;
}

/** A day, and the next working day once it has been looked for. */
interface Step {
  readonly day: Temporal.PlainDate;
  next?: Step;
}

const known = new WeakMap<Rulebook, Map<string, Step>>();

/** Whether a length of time is as many days from whatever day it is counted. */
export function isEven({ unit }: Span): boolean {
  return unit === "hours" || unit === "days" || unit === "clear-days" || unit === "weeks";
}
