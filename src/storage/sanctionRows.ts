import { z } from "zod";

const ofSanction = { decision: z.string(), party: z.string(), sanction: z.string() };
const end = z.enum(["case-closed", "decided"]);

/** A length of time that somebody chose. */
export const span = z.object({
  amount: z.int(),
  unit: z.enum(["hours", "days", "working-days", "clear-days", "clear-working-days", "weeks", "months", "years"]),
});

/** A sanction that was not kept, of which a report was filed. */
export const followsRow = z.object({ case: z.string(), codeName: z.string(), sanction: z.string() });

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

/** The conditions that are attached to a sanction. */
export const conditionsRow = z.array(z.object({ condition: z.string(), by: maybe(z.string()) }));

/** What happens to sanctions besides decisions, as it stands in the database. */
export const sanctionEntryRows = [
  z.object({
    kind: z.literal("interim-imposed"),
    ...ofSanction,
    ground: z.string(),
    reasons: z.string(),
    vote: maybe(z.string()),
  }),
  z.object({ kind: z.literal("interim-ended"), ...ofSanction, how: end }),
  z.object({
    kind: z.literal("interim-asked"),
    ask: z.string(),
    party: z.string(),
    sanction: z.string(),
    ground: z.string(),
    statement: z.string(),
    officer: z.string(),
  }),
  z.object({ kind: z.literal("sanction-reviewed"), ...ofSanction, reasons: z.string() }),
  z.object({ kind: z.literal("sanction-task-done"), ...ofSanction, statement: z.string() }),
  z.object({
    kind: z.literal("sanction-condition"),
    ...ofSanction,
    condition: z.string(),
    isMet: z.boolean(),
    statement: z.string(),
  }),
  z.object({
    kind: z.literal("sanction-breached"),
    ...ofSanction,
    breach: z.string(),
    consequence: maybe(z.enum(["extend", "rehear", "new_report"])),
    statement: z.string(),
  }),
  z.object({
    kind: z.literal("sanction-prolonged"),
    ...ofSanction,
    breach: z.string(),
    by: span,
    reasons: z.string(),
  }),
  z.object({ kind: z.literal("reheard"), breach: z.string(), stage: z.string() }),
] as const;

/** What is told about sanctions besides decisions. */
export const sanctionSubjectRows = [
  z.object({
    kind: z.literal("interim"),
    decision: z.string(),
    sanction: z.string(),
    ground: z.string(),
    reasons: z.string(),
  }),
  z.object({ kind: z.literal("interim-ended"), sanction: z.string(), how: end }),
  z.object({ kind: z.literal("sanction-task-done"), sanction: z.string() }),
  z.object({
    kind: z.literal("sanction-condition"),
    decision: z.string(),
    sanction: z.string(),
    condition: z.string(),
    isMet: z.boolean(),
  }),
  z.object({ kind: z.literal("sanction-breached"), decision: z.string(), sanction: z.string() }),
] as const;
