import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { countDays } from "../../../src/domain/deadlines/countDays.ts";
import { publicHolidays } from "../../../src/domain/deadlines/holidays/publicHolidays.ts";
import { daysOf } from "../../../src/domain/deadlines/stretch.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { HolidayCalendar } from "../../../src/rulebook/schema/holidays.ts";
import { kth } from "../../fakes/kth.ts";
import { naiveLastDay } from "./naive.ts";

const calendars: readonly HolidayCalendar[] = ["GB-EAW", "SE", "DK", "CA-AB", "CA-SK"];
const years = Array.from({ length: 31 }, (_, i) => 2015 + i);
const holidays = new Map(
  calendars.map((calendar) => [
    calendar,
    years.flatMap((year) => publicHolidays(calendar, year).map(({ day }) => day.toString())),
  ]),
);

const day = fc
  .date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2040-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));
const near = (event: Temporal.PlainDate) =>
  fc
    .record({ begins: fc.integer({ min: -40, max: 40 }), lasts: fc.integer({ min: 0, max: 20 }) })
    .map(({ begins, lasts }) => {
      const from = event.add({ days: begins });
      return { from, to: from.add({ days: lasts }) };
    });

const cases = day.chain((event) =>
  fc.record({
    event: fc.constant(event),
    calendar: fc.constantFrom(...calendars),
    closures: fc.array(near(event), { maxLength: 2 }),
    pauses: fc.array(near(event), { maxLength: 2 }),
    amount: fc.integer({ min: 0, max: 24 }),
    unit: fc.constantFrom("days", "clear-days", "working-days", "clear-working-days", "weeks", "months", "years"),
    direction: fc.constantFrom("after", "before"),
    firstDay: fc.constantFrom("counted", "not-counted"),
    roll: fc.constantFrom("none", "next", "previous"),
  }),
);

describe("the calendar agrees with one who counts day by day", () => {
  test("from 2020 to 2040, in every unit, forwards and back, with holidays, closures and rests", () => {
    fc.assert(
      fc.property(cases, ({ event, calendar, closures, pauses, amount: drawn, unit, direction, firstDay, roll }) => {
        // The holidays above are those of some years only.
        const amount = unit === "years" ? Math.min(drawn, 2) : drawn;
        const rulebook: Rulebook = {
          ...kth,
          calendar: {
            ...kth.calendar,
            holidays: [calendar],
            closures: closures.map(({ from, to }) => ({ name: "closed", from: from.toString(), to: to.toString() })),
          },
        };
        const counted = countDays(rulebook, event, {
          span: { amount, unit },
          direction,
          firstDay,
          roll,
          pauses,
          extensions: [],
        });
        const naive = naiveLastDay(event.toString(), {
          amount,
          unit,
          direction,
          isFirstDayCounted: firstDay === "counted",
          roll,
          daysOff: new Set([
            ...(holidays.get(calendar) ?? []),
            ...closures.flatMap(daysOf).map((closed) => closed.toString()),
          ]),
          paused: new Set(pauses.flatMap(daysOf).map((paused) => paused.toString())),
        });
        expect(counted.lastDay.toString()).toBe(naive);
      }),
      { numRuns: 2000 },
    );
  });
});
