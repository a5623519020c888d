import type { HolidayCalendar } from "../../../rulebook/schema/holidays.ts";
import { alberta, saskatchewan } from "./canada.ts";
import { denmark } from "./denmark.ts";
import { englandAndWales } from "./englandAndWales.ts";
import type { Holiday } from "./holiday.ts";
import { sweden } from "./sweden.ts";

const rules: Readonly<Record<HolidayCalendar, (year: number) => readonly Holiday[]>> = {
  "GB-EAW": englandAndWales,
  SE: sweden,
  DK: denmark,
  "CA-AB": alberta,
  "CA-SK": saskatchewan,
};

export const isHolidayCalendar = (text: string): text is HolidayCalendar => Object.hasOwn(rules, text);

/** The public holidays of a calendar in a year, also those on a weekend; their days of rest where these are others (substitutes). */
export function publicHolidays(calendar: HolidayCalendar, year: number): readonly Holiday[] {
  return rules[calendar](year);
}
