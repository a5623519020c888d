import { Temporal } from "temporal-polyfill";

/*
 * Days as whole numbers, counted from 1970-01-01: walking over a calendar a day at a time is ten times as fast with them as with dates.
 * Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms (days_from_civil, civil_from_days). A year begins in March here,
 * so that the leap day is its last.
 */

const DAYS_OF_ERA = 146_097;
const YEARS_OF_ERA = 400;
/** From 0000-03-01 to 1970-01-01. */
const TO_EPOCH = 719_468;

/** The number of a day. */
export function numberOf({ year, month, day }: Temporal.PlainDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / YEARS_OF_ERA);
  const yearOfEra = marchYear - era * YEARS_OF_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - TO_EPOCH;
}

/** The day of a number. */
export function dayOf(number: number): Temporal.PlainDate {
  const fromMarch = number + TO_EPOCH;
  const era = Math.floor(fromMarch / DAYS_OF_ERA);
  const dayOfEra = fromMarch - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * YEARS_OF_ERA + yearOfEra + (month <= 2 ? 1 : 0);
  return new Temporal.PlainDate(year, month, day);
}

/** The day of the week of a number: 0 is Monday, 6 is Sunday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;
