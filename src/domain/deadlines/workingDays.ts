import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { dayOf, numberOf, weekdayOf } from "./dayNumber.ts";
import type { HolidayId } from "./holidays/holiday.ts";
import { isHolidayCalendar, publicHolidays } from "./holidays/publicHolidays.ts";
import { daysOf } from "./stretch.ts";

/** Why a day is no working day. */
export type DayOff =
  | { readonly kind: "weekend" }
  | { readonly kind: "holiday"; readonly id: HolidayId; readonly isSubstitute: boolean }
  /** A single day that the rulebook lists. */
  | { readonly kind: "listed" }
  | { readonly kind: "closure"; readonly name: string };

type Calendar = Rulebook["calendar"];

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const WEEKEND: DayOff = { kind: "weekend" };

/** Whether a day is a working day of the organisation. */
export function isWorkingDay(rulebook: Rulebook, day: Temporal.PlainDate): boolean {
  return dayOff(rulebook, numberOf(day)) === undefined;
}

/**
 * Why a day is no working day of the organisation; undefined for a working day.
 * @param number of the day, as numberOf gives it
 */
export function dayOff({ calendar }: Rulebook, number: number): DayOff | undefined {
  const weekday = weekdays[weekdayOf(number)];
  if (weekday === undefined || !calendar.working_week.includes(weekday)) return WEEKEND;
  return daysOffAround(calendar, Math.floor(number / DAYS_KEPT)).get(number);
}

/** Days off by the number of the day, of so many days in a row; found once for each calendar. */
type DaysOff = ReadonlyMap<number, DayOff>;
const DAYS_KEPT = 1024;
const known = new WeakMap<Calendar, Map<number, DaysOff>>();

function daysOffAround(calendar: Calendar, block: number): DaysOff {
  const blocks = known.get(calendar) ?? new Map<number, DaysOff>();
  known.set(calendar, blocks);
  const found = blocks.get(block) ?? findDaysOff(calendar, block * DAYS_KEPT, (block + 1) * DAYS_KEPT - 1);
  blocks.set(block, found);
  return found;
}

function findDaysOff(calendar: Calendar, first: number, last: number): DaysOff {
  const days = new Map<number, DayOff>();
  // What is put first stays: a public holiday within a closure is still called by its name.
  const put = (day: Temporal.PlainDate, why: DayOff) => {
    const number = numberOf(day);
    if (first <= number && number <= last && !days.has(number)) days.set(number, why);
  };
  for (const entry of calendar.holidays.filter(isHolidayCalendar))
    for (let { year } = dayOf(first); year <= dayOf(last).year; year += 1)
      for (const { day, id, isSubstitute } of publicHolidays(entry, year))
        put(day, { kind: "holiday", id, isSubstitute });
  for (const { name, from, to } of calendar.closures)
    for (const day of daysOf({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }))
      put(day, { kind: "closure", name });
  for (const entry of calendar.holidays)
    if (!isHolidayCalendar(entry)) put(Temporal.PlainDate.from(entry), { kind: "listed" });
  return days;
}
