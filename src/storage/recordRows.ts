import { z } from "zod";

/** What JSON leaves out comes back as undefined. */
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** What becomes of the records of a case, as it stands in the database. */
export const recordRows = [
  z.object({ kind: z.literal("anonymising-told"), on: z.string(), isLast: z.boolean() }),
  z.object({ kind: z.literal("anonymising-held"), statement: z.string() }),
  z.object({ kind: z.literal("anonymising-released") }),
  z.object({ kind: z.literal("words-erased") }),
  z.object({ kind: z.literal("precedent-written"), precedent: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("precedent-approved"), precedent: z.string() }),
  z.object({
    kind: z.literal("escalated"),
    escalation: z.string(),
    to: z.string(),
    person: maybe,
    statement: z.string(),
  }),
  z.object({ kind: z.literal("escalation-answered"), escalation: z.string(), isTaken: z.boolean() }),
  z.object({ kind: z.literal("bundle-written"), bundle: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("bundle-approved"), bundle: z.string() }),
  z.object({
    kind: z.literal("handed-outside"),
    referral: z.string(),
    to: z.string(),
    ground: maybe,
    bundle: maybe,
    on: z.string(),
    waitsUntil: maybe,
    statement: z.string(),
  }),
  z.object({ kind: z.literal("outside-answered"), referral: z.string(), on: z.string(), statement: z.string() }),
] as const;

/** What is told of it. */
export const recordSubjectRows = [
  z.object({ kind: z.literal("anonymising"), on: z.string(), isLast: z.boolean() }),
  z.object({ kind: z.literal("to-approve"), what: z.enum(["precedent", "bundle"]), id: z.string() }),
  z.object({ kind: z.literal("escalation-asked"), escalation: z.string() }),
] as const;
