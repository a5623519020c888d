import { z } from "zod";

/** What JSON leaves out comes back as undefined. */
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** Yes, no, or nothing that came of it. */
const answer = z
  .boolean()
  .nullish()
  .transform((value) => value ?? undefined);

/** What others than those who decide say, as it stands in the database. */
export const consentRows = [
  z.object({
    kind: z.literal("sanction-confirmed"),
    decision: z.string(),
    isConfirmed: z.boolean(),
    statement: z.string(),
  }),
  z.object({
    kind: z.literal("confirmation-put"),
    decision: z.string(),
    motion: z.string(),
    rule: z.string(),
    lastDay: z.string(),
    mover: z.string(),
    statement: z.string(),
  }),
  z.object({
    kind: z.literal("confirmation-voted"),
    motion: z.string(),
    isConfirmed: answer,
  }),
  z.object({
    kind: z.literal("disclosure-asked"),
    disclosure: z.string(),
    decision: z.string(),
    party: z.string(),
    to: z.string(),
    reasons: z.string(),
  }),
  z.object({ kind: z.literal("disclosure-answered"), disclosure: z.string(), isApproved: z.boolean() }),
  z.object({ kind: z.literal("group-named"), party: z.string(), size: z.int(), involved: z.int() }),
  z.object({ kind: z.literal("class-named"), party: z.string(), class: z.string() }),
] as const;

/** What is told of it. */
export const consentSubjectRows = [
  z.object({ kind: z.literal("confirmation-voted"), decision: z.string(), isConfirmed: answer }),
  z.object({ kind: z.literal("disclosure-asked"), disclosure: z.string() }),
  z.object({
    kind: z.literal("wider-disclosure"),
    disclosure: z.string(),
    what: z.enum(["begins", "changes", "ends"]),
    decision: z.string(),
    party: z.string(),
    sanction: z.string(),
    from: z.string(),
    until: maybe,
  }),
] as const;
