import type { Temporal } from "temporal-polyfill";

import { date } from "./holiday.ts";

/**
 * Easter Sunday of a year of the Gregorian calendar.
 * Source: the anonymous algorithm of Nature 14 (20 April 1876), as in Jean Meeus, Astronomical Algorithms (1991), chapter 8.
 */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return date(year, Math.floor(days / 31), (days % 31) + 1);
}
