import Holidays from "date-holidays";

import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { Span } from "../../../src/rulebook/schema/vocabulary.ts";
import { naiveLastDay } from "../../domain/deadlines/naive.ts";

/** Days and times of day where an organisation is, told from the laws about its clocks: nothing of Temporal, nothing of the domain. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Since 8 March 2026 the clocks of Alberta stay where they are (Official Time Act, SA 2026). */
const ALBERTA_STAYS = Date.UTC(2026, 2, 8, 9);

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function aheadAt(zone: string, moment: number): number {
  switch (zone) {
    case "Europe/London":
      return isEuropeanSummer(moment) ? HOUR : 0;
    case "Europe/Stockholm":
    case "Europe/Copenhagen":
      return isEuropeanSummer(moment) ? 2 * HOUR : HOUR;
    case "America/Regina":
      return -6 * HOUR;
    case "America/Edmonton":
      return moment >= ALBERTA_STAYS || isAmericanSummer(moment) ? -6 * HOUR : -7 * HOUR;
    default:
      throw new Error(`No law is known here about the clocks of ${zone}.`);
  }
}

/** Directive 2000/84/EC: from 01:00 UTC of the last Sunday in March to that of the last in October. */
function isEuropeanSummer(moment: number): boolean {
  const year = new Date(moment).getUTCFullYear();
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return last.getTime() - last.getUTCDay() * DAY + HOUR;
  };
  return moment >= lastSunday(2) && moment < lastSunday(9);
}

/** From 02:00 of the second Sunday in March to 02:00 of the first in November, as the clocks in Edmonton showed it. */
function isAmericanSummer(moment: number): boolean {
  const year = new Date(moment).getUTCFullYear();
  const sunday = (month: number, number: number) => {
    const first = new Date(Date.UTC(year, month, 1));
    return first.getTime() + (((7 - first.getUTCDay()) % 7) + 7 * (number - 1)) * DAY;
  };
  return moment >= sunday(2, 2) + 9 * HOUR && moment < sunday(10, 1) + 8 * HOUR;
}

/** The day of a moment, as 2026-03-15. */
export function dayAt(zone: string, moment: number): string {
  return new Date(moment + aheadAt(zone, moment)).toISOString().slice(0, 10);
}

/** The moment at which the clocks show a time, such as 09:00, on a day; none of the zones here skips one that is asked for. */
export function momentAt(zone: string, day: string, time: string): number {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const about = shown - aheadAt(zone, shown);
  return shown - aheadAt(zone, about);
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The day so long after another, or before it. */
export function dayBy(rulebook: Rulebook, day: string, { amount, unit }: Span, direction: "after" | "before"): string {
  if (unit === "hours") throw new Error("Hours are not counted here.");
  const { window, roll } = rulebook.calendar.counting;
  const isFirstDayCounted = direction === "after" && window === "include_first_day";
  const daysOff = unit.endsWith("working-days") ? bankHolidays(rulebook) : new Set<string>();
  const rolls = direction === "after" ? roll : "none";
  return naiveLastDay(day, { amount, unit, direction, isFirstDayCounted, roll: rolls, daysOff, paused: new Set() });
}

let found: ReadonlySet<string> | undefined;

/** Of England, which is the only country whose rules here count working days. */
function bankHolidays({ calendar }: Rulebook): ReadonlySet<string> {
  if (calendar.holidays.join() !== "GB-EAW")
    throw new Error(`No holidays are known here: ${calendar.holidays.join()}.`);
  const library = new Holidays("GB", "ENG");
  const years = [2025, 2026, 2027, 2028, 2029];
  found ??= new Set(
    years.flatMap((year) =>
      library.getHolidays(year).flatMap(({ type, date }) => (type === "public" ? [date.slice(0, 10)] : [])),
    ),
  );
  return found;
}
