import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { addSpan, subtractSpan, timeOnDay } from "./calendar.ts";

export interface Reminder {
  /** Names the occasion within its deadline: before-1d, on-the-day, overdue-1. */
  readonly occasion: string;
  readonly at: Temporal.Instant;
}

/** How many times an overdue deadline is repeated before it stays silent. */
const OVERDUE_REPEATS = 8;

/**
 * When the owner of something is reminded: before its last day, on it, and while it is over; the earliest first.
 * @param since the day from which it is known: nobody is reminded of it on that day or before
 * @param before how long before the last day
 */
export function remindersOf(
  rulebook: Rulebook,
  lastDay: Temporal.PlainDate,
  since: Temporal.PlainDate,
  before = rulebook.calendar.reminders.before,
): readonly Reminder[] {
  const { at, overdue_every: every } = rulebook.calendar.reminders;
  const early = before
    .map((span) => ({ occasion: `before-${span.amount}-${span.unit}`, day: subtractSpan(rulebook, lastDay, span) }))
    .filter(({ day }) => Temporal.PlainDate.compare(day, since) > 0);
  const late: { readonly occasion: string; readonly day: Temporal.PlainDate }[] = [];
  for (let day = lastDay.add({ days: 1 }), repeat = 1; repeat <= OVERDUE_REPEATS; repeat += 1) {
    late.push({ occasion: `overdue-${repeat}`, day });
    day = addSpan(rulebook, day, every);
  }
  const reminders = [...early, { occasion: "on-the-day", day: lastDay }, ...late].map(({ occasion, day }) => ({
    occasion,
    at: timeOnDay(rulebook, day, at),
  }));
  return inOrder(reminders);
}

/** The earliest first, in whatever order the rulebook lists them. */
export function inOrder(reminders: readonly Reminder[]): readonly Reminder[] {
  return reminders.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}
