import { z } from "zod";

import { day } from "./day.ts";
import { explained, recorded } from "./explained.ts";
import { closures, holidays, roll, terms, vacations } from "./holidays.ts";
import { ladder } from "./ladder.ts";
import { unconfirmed } from "./unconfirmed.ts";
import { clause, name, selector, shownText, span } from "./vocabulary.ts";

const aTime = "a time of day is written 09:00";
const timeOfDay = z
  .string(aTime)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, aTime)
  .meta({ written: 'a time of day, such as `"09:00"`' });

export const organisation = z.strictObject({
  id: name.describe("A short name for programs, which no member sees. The guided tour of `npm start` is chosen by it."),
  name: shownText(80).describe("What the organisation is called; it stands in notices and in what `/redress` shows."),
  timezone: z
    .string()
    .refine(isTimeZone, "a time zone of the IANA list, such as Europe/Stockholm")
    .describe(
      "The time zone, of the IANA list, in which days begin and end, time runs out and reminders are sent; for example Europe/Stockholm.",
    ),
  locales: z
    .array(z.string().min(2))
    .min(1)
    .describe(
      "The languages of the organisation, such as en or sv. The first is spoken in the rooms of a case; the others are recorded, and nothing acts on them yet.",
    ),
});

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const document = z.strictObject({
  title: shownText(100).describe("What your document is called; every notice names it as its source."),
  cite: shownText(20).describe('How clauses are cited: "Memo" gives "Memo 4.1".'),
  established: day.optional().describe(`The day on which the document was first adopted. ${recorded}`),
  in_force: day.describe(
    "The day from which this version of the document applies. The first version applies from then; for a later one it is proposed where an administrator states that it was passed.",
  ),
  link: z
    .url()
    .max(512, "at most 512 characters fit behind a button")
    .describe("Where the document can be read; the button “Read the rules” under notices and refusals opens it."),
  link_in: z
    .array(
      explained(z.enum(["event_announcement", "registration_form"]), {
        event_announcement: "In announcements of events.",
        registration_form: "In forms with which people sign up for events.",
      }),
    )
    .optional()
    .describe(`Where your document asks that the link be given. ${recorded}`),
  subject_to: shownText(100)
    .optional()
    .describe(`The document that goes before this one where they differ, such as the constitution. ${recorded}`),
  law: z
    .array(z.strictObject({ clause, title: shownText(150).describe(`What it is called. ${recorded}`) }))
    .default([])
    .describe(`The laws and other documents that your document points to. When left out, none. ${recorded}`),
  amendment: z
    .strictObject({
      clause: clause.optional(),
      votes: z
        .array(name)
        .min(1)
        .describe(
          "The votes, of those under votes, by which an amendment is adopted; all of them. A changed file takes effect once an administrator has stated for each that it was passed on exactly this text; Such a vote can be held with `/vote new`; its result is stated all the same.",
        ),
      same_text: z
        .boolean()
        .default(false)
        .describe(
          `Whether all of these votes must be on the same text. When left out, they need not. ${recorded} A statement is always about exactly one text.`,
        ),
      notice: span
        .optional()
        .describe(`How long before the vote the text of the amendment is made known, at the least. ${recorded}`),
    })
    .optional()
    .describe(
      "How the document itself is amended. When left out, one statement of who decided it is enough for a changed file.",
    ),
  unconfirmed,
});

export const calendar = z.strictObject({
  counting: z
    .strictObject({
      duration: explained(z.enum(["half_open"]), {
        half_open:
          "It holds from its first day until 00:00 of that day plus its length: a warning of 10 January 2026 for 365 days lapses at 00:00 on 10 January 2027.",
      }).describe("How long something holds that lasts for some days, such as a sanction. There is one way so far."),
      window: explained(z.enum(["exclude_first_day", "include_first_day"]), {
        exclude_first_day: "The day of the event is not counted: 30 days after 1 March end with 31 March.",
        include_first_day: "The day of the event is the first: 30 days from 1 March end with 30 March.",
      }).describe(
        "Which day is the last on which something is in time, such as a task or an appeal; that day belongs to it until it ends.",
      ),
      roll,
    })
    .describe("How days are counted."),
  working_week: z
    .array(
      explained(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), {
        mon: "Monday.",
        tue: "Tuesday.",
        wed: "Wednesday.",
        thu: "Thursday.",
        fri: "Friday.",
        sat: "Saturday.",
        sun: "Sunday.",
      }),
    )
    .min(1)
    .describe("The days of the week on which you work. A length of time in working days (wd) counts only these."),
  holidays,
  closures,
  vacations,
  terms,
  academic_year: z
    .strictObject({
      clause: clause.optional(),
      starts: z
        .string()
        .regex(/^\d\d-\d\d$/, "a day of every year is written 09-01")
        .describe('The day of every year on which it begins, as "09-01".'),
    })
    .optional()
    .describe(
      "When your year begins, where your document counts by it: obligations are counted in it. When left out, on 1 January.",
    ),
  deemed_received: z
    .strictObject({
      clause: clause.optional(),
      after: span.describe("How long after it was sent, such as 48h or 2wd."),
    })
    .optional()
    .describe(
      "When a notice counts as received that an officer sent otherwise, such as by post, and of which nobody can prove that it arrived: whatever counts from its delivery runs from then. When left out, nothing runs before it is known that it arrived.",
    ),
  reminders: z
    .strictObject({
      before: z
        .array(span)
        .describe("How long before the last day, such as 1d; several are possible, and [] is for none."),
      at: timeOfDay.describe("The time of day at which every reminder is sent, in your time zone."),
      overdue_every: span
        .refine(({ amount }) => amount > 0, "reminders of something overdue are some time apart")
        .describe(
          "The time between reminders of something overdue: the first comes on the day after the last day, the others so long after each other, eight in all.",
        ),
      urgent_every: span
        .refine(({ amount }) => amount > 0, "what is urgent is told again after some time")
        .optional()
        .describe(
          "The time after which whoever receives an urgent report is told again, as long as nobody has taken it, by day and by night. When left out, 4h.",
        ),
      ladder,
    })
    .describe(
      "When whoever owes a task or a stage is reminded of it: so long before its last day, on that day, and again while it is overdue.",
    ),
});

const may = (what: string) => z.boolean().optional().describe(`Whether these people ${what}. ${recorded}`);

export const people = z.strictObject({
  attributes: z
    .record(name, z.array(name).min(2))
    .optional()
    .describe(
      "What distinguishes people of one class, each under a name with what it can be, such as the institution somebody studies at. What it is of each person stands in the roster, or is entered with `/member import`; otherwise nobody knows it.",
    ),
  relations: z
    .record(
      name,
      z.strictObject({
        clause,
        of: z
          .array(name)
          .min(1)
          .describe(`The classes of which everybody has one. ${recorded} Who it is stands in the roster.`),
      }),
    )
    .optional()
    .describe(
      "Who stands to somebody in a way that your rules speak of; who that is for each stands in the roster. By one called `supervisor` go reports under rules with the flag to_supervisor.",
    ),
  classes: z
    .record(
      name,
      z.strictObject({
        clause: clause.optional(),
        votes: may("may vote where a body is open to all"),
        stands: may("may stand for an office"),
        services: may("may use your services"),
        pseudonym: z
          .boolean()
          .optional()
          .describe(
            "true: these people have another name (Person 1) in what anybody reads who does not handle the case, and no brief names them, whatever it may name. Whoever is affected and of no class that is known is taken to be one of them.",
          ),
        account: explained(z.enum(["required", "optional"]), {
          required: "Everybody of this class has an account on your platform.",
          optional: "Somebody of this class may have no account there.",
        })
          .optional()
          .describe(`Whether these people have an account on your platform. ${recorded}`),
      }),
    )
    .describe(
      "Kinds of people whom your rules speak of, such as member; elsewhere in this file class:member names them. The roster says who is of which.",
    ),
});

export const office = z.strictObject({
  seats: z
    .int()
    .positive()
    .max(1000, "an office has at most 1000 seats")
    .optional()
    .describe(
      "How many people hold the office at the same time; a roster with more is refused. When left out, any number may.",
    ),
  clause: clause.optional(),
  named_by: name
    .optional()
    .describe(
      "The office whose holder gives this one to somebody until a day, with `/handover name`. When left out, administrators alone do, with `/body seat`.",
    ),
  deputy: name
    .optional()
    .describe(
      "The office whose holder stands in: while nobody holds this one, and for a stage or a challenge of which its holder may not take part. Whoever stands in has no vote by it on a body, and goes through the same question about a conflict of interest.",
    ),
  may_delegate: explained(z.enum(["never", "per_case", "general"]), {
    never: "Whoever holds it acts in person.",
    per_case: "Somebody may be named for one case.",
    general: "Somebody may be named for one case; for all of them by an office of their own (named_by).",
  })
    .optional()
    .describe(
      "Whether the holder may name somebody to act instead: somebody in office, without a conflict of interest, until a day or until it is ended. When left out, nobody may be named.",
    ),
  term: z
    .strictObject({
      lasts: span.describe("For how long it is held."),
      starts: z
        .string()
        .regex(/^\d\d-\d\d$/, "a day of every year is written 07-01")
        .optional()
        .describe('The day of every year on which it begins, as "07-01". When left out, it begins on whichever day.'),
      midway: explained(z.enum(["rest", "whole"]), {
        rest: "Whoever comes in between holds it for the rest of that term.",
        whole: "Whoever comes in between holds it for a whole term from that day on.",
      })
        .optional()
        .describe("For how long somebody holds it who comes in between. When left out, for the rest."),
      times: z
        .int()
        .positive()
        .optional()
        .describe("How many terms somebody may hold it, at the most. When left out, any number."),
    })
    .optional()
    .describe("For how long the office is held. When left out, until somebody ends it."),
});

const aBody = "a body has offices, or members";

export const body = z.union(
  [
    z.strictObject({
      offices: z.array(name).min(1).describe("The offices whose holders are the members of this body."),
      part_of: name
        .optional()
        .describe(
          "The larger body that this one is part of. The checker tells which of its members are no members of that.",
        ),
      at_least: z
        .int()
        .positive()
        .optional()
        .describe(
          "How many members it must have: whoever leads it is told 30 days before the last day on which it has enough, on that day and when it has fewer, and each of its votes says so. Nothing is refused for it.",
        ),
      at_most: z
        .int()
        .positive()
        .optional()
        .describe("How many members it may have: nobody is given an office of it beyond that."),
      chair: z
        .array(name)
        .optional()
        .describe(
          "The offices, among those of this body, whose holders put motions and close votes. When left out, every member may.",
        ),
      clause,
    }),
    z.strictObject({
      members: selector.describe(
        "Who belongs to a body that is no list of offices, such as class:member for a meeting of all; the roster says who that is.",
      ),
      clause,
    }),
  ],
  aBody,
);

export const external = z.strictObject({
  label: z.string().min(1).describe("What it is called, where somebody is told of it."),
  link: z
    .url()
    .max(512, "at most 512 characters fit behind a button")
    .optional()
    .describe(
      "Where it can be reached or read of, for whoever is told where to get help. When left out, it is named only.",
    ),
  phone: shownText(40)
    .optional()
    .describe("Its telephone number, for whoever is told where to get help. When left out, none is told."),
  of: z
    .record(name, name)
    .refine((of) => Object.keys(of).length > 0, "name at least one of people.attributes")
    .optional()
    .describe(
      "Whose it is: the people of whom this is so, each of people.attributes with what it is, such as `{ institution: exeter }`. Where several are told of a case, each respondent's own is; of whom nobody knows it whoever tells them chooses. When left out, it is everybody's.",
    ),
  clause,
});
