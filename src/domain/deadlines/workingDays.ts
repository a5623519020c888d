import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
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

/** Why a day is no working day of the organisation; undefined for a working day. */
export function dayOff(rulebook: Rulebook, day: Temporal.PlainDate): DayOff | undefined {
  const { calendar } = rulebook;
  const weekday = weekdays[day.dayOfWeek - 1];
  if (weekday === undefined || !calendar.working_week.includes(weekday)) return WEEKEND;
  return daysOffIn(calendar, day.year).get(day.month * 100 + day.day);
}

export const isWorkingDay = (rulebook: Rulebook, day: Temporal.PlainDate): boolean =>
  dayOff(rulebook, day) === undefined;

/** The days off of a year by month * 100 + day; found once for each calendar and year. */
type DaysOff = ReadonlyMap<number, DayOff>;
const known = new WeakMap<Calendar, Map<number, DaysOff>>();

function daysOffIn(calendar: Calendar, year: number): DaysOff {
  const years = known.get(calendar) ?? new Map<number, DaysOff>();
  known.set(calendar, years);
  const found = years.get(year) ?? findDaysOff(calendar, year);
  years.set(year, found);
  return found;
}

function findDaysOff(calendar: Calendar, year: number): DaysOff {
  const days = new Map<number, DayOff>();
  // What is put first stays: a public holiday within a closure is still called by its name.
  const put = (day: Temporal.PlainDate, why: DayOff) => {
    const key = day.month * 100 + day.day;
    if (day.year === year && !days.has(key)) days.set(key, why);
  };
  for (const entry of calendar.holidays.filter(isHolidayCalendar))
    for (const { day, id, isSubstitute } of publicHolidays(entry, year))
      put(day, { kind: "holiday", id, isSubstitute });
  for (const { name, from, to } of calendar.closures)
    for (const day of daysOf({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }))
      put(day, { kind: "closure", name });
  for (const entry of calendar.holidays)
    if (!isHolidayCalendar(entry)) put(Temporal.PlainDate.from(entry), { kind: "listed" });
  return days;
}
