import { z } from "zod";

import { day } from "./day.ts";
import { closures, holidays, roll, terms, vacations } from "./holidays.ts";
import { clause, name, selector, shownText, span } from "./vocabulary.ts";

const aTime = "a time of day is written 09:00";
const timeOfDay = z.string(aTime).regex(/^([01]\d|2[0-3]):[0-5]\d$/, aTime);

export const organisation = z.strictObject({
  id: name,
  name: shownText(80),
  timezone: z.string().refine(isTimeZone, "a time zone of the IANA list, such as Europe/Stockholm"),
  locales: z.array(z.string().min(2)).min(1).describe("The languages it speaks; the first is used in its rooms."),
});

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const document = z.strictObject({
  title: shownText(100),
  cite: shownText(20).describe('How clauses are cited: "Memo" gives "Memo 4.1".'),
  established: day.optional(),
  in_force: day,
  link: z.url().max(512, "at most 512 characters fit behind a button"),
  link_in: z.array(z.enum(["event_announcement", "registration_form"])).optional(),
  amendment: z.strictObject({ votes: z.array(name).min(1) }).optional(),
  unconfirmed: z
    .array(z.string())
    .default([])
    .describe("Values that the source does not give; an administrator confirms each."),
});

export const calendar = z.strictObject({
  counting: z.strictObject({
    duration: z.enum(["half_open"]),
    window: z.enum(["exclude_first_day", "include_first_day"]),
    roll,
  }),
  working_week: z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])).min(1),
  holidays,
  closures,
  vacations,
  terms,
  reminders: z
    .strictObject({
      before: z.array(span),
      at: timeOfDay,
      overdue_every: span.refine(({ amount }) => amount > 0, "reminders of something overdue are some time apart"),
    })
    .describe(
      "When the owner of a deadline is reminded: so long before its last day, on that day, and again while it is overdue.",
    ),
});

export const people = z.strictObject({
  classes: z.record(name, z.strictObject({ account: z.enum(["required", "optional"]).optional() })),
});

export const office = z.strictObject({ seats: z.int().positive().optional() });

const aBody = "a body has offices, or members";

export const body = z.union(
  [
    z.strictObject({
      offices: z.array(name).min(1),
      part_of: name.optional(),
      chair: z
        .array(name)
        .optional()
        .describe("The offices whose holders put motions and close votes; everybody when left out."),
      clause,
    }),
    z.strictObject({ members: selector, clause }),
  ],
  aBody,
);

export const external = z.strictObject({ label: z.string().min(1), clause });
