import { Temporal } from "temporal-polyfill";

/** The holidays there are: each has a name in every language (name.holiday.*). */
export const holidayIds = [
  "new_years_day",
  "epiphany",
  "family_day",
  "maundy_thursday",
  "good_friday",
  "easter_sunday",
  "easter_monday",
  "great_prayer_day",
  "may_day",
  "early_may_bank_holiday",
  "ascension_day",
  "victoria_day",
  "spring_bank_holiday",
  "whit_sunday",
  "whit_monday",
  "swedish_national_day",
  "midsummer_eve",
  "midsummer_day",
  "canada_day",
  "saskatchewan_day",
  "summer_bank_holiday",
  "labour_day",
  "thanksgiving",
  "all_saints_day",
  "remembrance_day",
  "christmas_eve",
  "christmas_day",
  "boxing_day",
  "new_years_eve",
  "millennium",
  "golden_jubilee",
  "royal_wedding",
  "diamond_jubilee",
  "platinum_jubilee",
  "state_funeral",
  "coronation",
] as const;

export type HolidayId = (typeof holidayIds)[number];

/** A public holiday of a year. */
export interface Holiday {
  readonly day: Temporal.PlainDate;
  readonly id: HolidayId;
  /** Kept on this day because the holiday itself falls on a weekend. */
  readonly isSubstitute: boolean;
}

export const MONDAY = 1;
export const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

export const date = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day });

export const holiday = (id: HolidayId, day: Temporal.PlainDate): Holiday => ({ id, day, isSubstitute: false });

/** The first such weekday (1 is Monday, 7 is Sunday) on a day or after it. */
export function weekdayFrom(day: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });
}

/** The first, second ... Monday of a month. */
export function nthMonday(year: number, month: number, n: number): Temporal.PlainDate {
  return weekdayFrom(date(year, month, 1 + 7 * (n - 1)), MONDAY);
}

export function lastMonday(year: number, month: number): Temporal.PlainDate {
  const first = date(year, month, 1);
  return weekdayFrom(first.with({ day: first.daysInMonth - 6 }), MONDAY);
}

/** The Monday after a holiday that falls on a Sunday, besides the holiday itself. */
export function withMonday(kept: Holiday): readonly Holiday[] {
  if (kept.day.dayOfWeek !== SUNDAY) return [kept];
  return [kept, { ...kept, day: kept.day.add({ days: 1 }), isSubstitute: true }];
}

/** For each holiday on a weekend the next weekday that is none of them and no other substitute, besides the holidays themselves. */
export function withNextWeekdays(holidays: readonly Holiday[]): readonly Holiday[] {
  const taken = new Set(holidays.map(({ day }) => day.toString()));
  const substitutes = holidays
    .filter(({ day }) => day.dayOfWeek >= SATURDAY)
    .map((kept) => {
      let day = kept.day;
      while (day.dayOfWeek >= SATURDAY || taken.has(day.toString())) day = day.add({ days: 1 });
      taken.add(day.toString());
      return { ...kept, day, isSubstitute: true };
    });
  return [...holidays, ...substitutes];
}
