import { z } from "zod";

/** What JSON leaves out comes back as undefined. */
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

const moreTime = { deadline: z.string(), was: z.string(), until: z.string(), reasons: maybe, vacation: maybe };

/** What happens to the time that things may take, as it stands in the database. */
export const timeEntryRows = [
  z.object({ kind: z.literal("deadline-extended"), ...moreTime }),
  z.object({
    kind: z.literal("step-planned"),
    step: z.string(),
    owner: z.string(),
    on: z.string(),
    statement: z.string(),
  }),
  z.object({ kind: z.literal("step-done"), step: z.string() }),
  z.object({
    kind: z.literal("more-asked"),
    stage: z.string(),
    outcome: z.string(),
    statement: maybe,
    until: z.string(),
  }),
  z.object({ kind: z.literal("lateness-judged"), isTaken: z.boolean(), reasons: z.string() }),
  z.object({ kind: z.literal("answered"), statement: z.string() }),
] as const;

/** What is told about it. */
export const timeSubjectRows = [
  z.object({ kind: z.literal("extended"), about: z.string(), ...moreTime }),
  z.object({
    kind: z.literal("takes-longer"),
    deadline: z.string(),
    about: z.string(),
    day: z.string(),
    statement: z.string(),
  }),
  z.object({
    kind: z.literal("vacation-offer"),
    deadline: z.string(),
    about: z.string(),
    day: z.string(),
    until: z.string(),
    vacation: z.string(),
  }),
  z.object({ kind: z.literal("more-asked"), statement: maybe, until: z.string() }),
  z.object({ kind: z.literal("lateness"), isTaken: z.boolean(), reasons: z.string() }),
  z.object({ kind: z.literal("unanswered"), until: z.string() }),
  z.object({ kind: z.literal("answered") }),
  z.object({ kind: z.literal("choice-open"), stage: z.string(), until: z.string() }),
  z.object({
    kind: z.literal("not-answered"),
    what: z.enum(["witness", "agreement", "joining"]),
    about: z.string(),
  }),
] as const;
