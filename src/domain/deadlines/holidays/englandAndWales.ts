import { Temporal } from "temporal-polyfill";

import { easterSunday } from "./easter.ts";
import { date, holiday, lastMonday, nthMonday, withNextWeekdays } from "./holiday.ts";
import type { Holiday, HolidayId } from "./holiday.ts";

/** Days that a Royal Proclamation appointed for one occasion (section 1(3) of the Act). */
const occasions: readonly (readonly [day: string, id: HolidayId])[] = [
  ["1999-12-31", "millennium"],
  ["2002-06-03", "golden_jubilee"],
  ["2011-04-29", "royal_wedding"],
  ["2012-06-05", "diamond_jubilee"],
  ["2022-06-03", "platinum_jubilee"],
  ["2022-09-19", "state_funeral"],
  ["2023-05-08", "coronation"],
];

/** Years in which a Royal Proclamation appointed another day instead (section 1(2) and (3) of the Act): month and day. */
const earlyMay: Readonly<Record<number, readonly [number, number]>> = { 1995: [5, 8], 2020: [5, 8] };
const spring: Readonly<Record<number, readonly [number, number]>> = { 2002: [6, 4], 2012: [6, 4], 2022: [6, 2] };

/**
 * The bank holidays of England and Wales, and Good Friday and Christmas Day, which are holidays by common law. Right from 1978 on.
 * Source: Banking and Financial Dealings Act 1971 (c. 80), section 1 and Schedule 1, paragraph 1: Easter Monday, the last Monday in
 * May, the last Monday in August, 26 December if it is no Sunday, 27 December where the 25th or 26th is a Sunday. New Year's Day
 * (since 1974), the first Monday in May (since 1978) and the weekday after a holiday on a weekend are appointed by Royal Proclamation
 * each year under section 1(3); the rule of those proclamations is taken to go on.
 */
export function englandAndWales(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const onDay = (moved: readonly [number, number] | undefined, usual: Temporal.PlainDate) =>
    moved === undefined ? usual : date(year, ...moved);
  return [
    ...withNextWeekdays([holiday("new_years_day", date(year, 1, 1))]),
    holiday("good_friday", easter.subtract({ days: 2 })),
    holiday("easter_monday", easter.add({ days: 1 })),
    holiday("early_may_bank_holiday", onDay(earlyMay[year], nthMonday(year, 5, 1))),
    holiday("spring_bank_holiday", onDay(spring[year], lastMonday(year, 5))),
    holiday("summer_bank_holiday", lastMonday(year, 8)),
    ...withNextWeekdays([holiday("christmas_day", date(year, 12, 25)), holiday("boxing_day", date(year, 12, 26))]),
    ...occasions.map(([day, id]) => holiday(id, Temporal.PlainDate.from(day))).filter(({ day }) => day.year === year),
  ];
}
