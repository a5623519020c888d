import { z } from "zod";

import { inOrder, isDay, stretch } from "./day.ts";
import { explained } from "./explained.ts";
import { name, shownText } from "./vocabulary.ts";

const calendars = ["GB-EAW", "SE", "DK", "CA-AB", "CA-SK"] as const;

/** Public holidays that are known for every year: England and Wales, Sweden, Denmark, Alberta, Saskatchewan. */
export type HolidayCalendar = (typeof calendars)[number];

const isHolidayCalendar = (text: string) => calendars.some((known) => known === text);

const aHoliday = `a holiday is a day of the calendar, written 2026-12-24, or the public holidays of ${calendars.join(", ")}`;

export const holidays = z
  .array(
    z
      .string(aHoliday)
      .refine((text) => isHolidayCalendar(text) || isDay(text), aHoliday)
      .meta({ written: "public holidays, such as `SE`, or a day, such as `2026-12-24`" }),
  )
  .default([])
  .describe(
    "Days that are no working days. The public holidays of a country have a name, and are known for every year: GB-EAW (England and Wales), SE (Sweden), DK (Denmark), CA-AB (Alberta), CA-SK (Saskatchewan). Single days can stand beside it.",
  );

const shownName = shownText(80).describe("What it is called where a deadline is explained.");

export const closures = z
  .array(inOrder(z.strictObject({ name: shownName, ...stretch })))
  .default([])
  .describe("When you are closed besides the holidays: these days are no working days either.");

export const vacations = z
  .array(
    inOrder(
      z.strictObject({
        name: shownName,
        ...stretch,
        deadlines: explained(z.enum(["offer_extension", "extend"]), {
          offer_extension:
            "It stays where it is; whoever may give more time in the procedure is offered to give it, with a press.",
          extend: "It ends on the first working day after the vacation.",
        }).describe("What becomes of a window whose last day is in it."),
      }),
    ),
  )
  .default([])
  .describe("Vacations. Their days count as any others; only a window that would end in one may be extended.");

export const terms = z
  .record(name, inOrder(z.strictObject(stretch)))
  .default({})
  .describe(
    "The terms of your academic years, each with its first day and its last: what is owed once a term is counted in them.",
  );

export const roll = explained(z.enum(["none", "next", "previous"]), {
  none: "It stays: something may be due on a Sunday.",
  next: "The next working day is the last.",
  previous: "The working day before is the last.",
})
  .default("none")
  .describe("What becomes of a window whose last day is no working day.");
