import { z } from "zod";

/** Entries of what the parties are asked to agree to or choose, as they stand in the database. */
export const agreementRows = [
  z.object({ kind: z.literal("agreement-asked"), agreement: z.string(), statement: z.string() }),
  z.object({
    kind: z.literal("agreement-answered"),
    agreement: z.string(),
    party: z.string(),
    isAgreed: z.boolean(),
  }),
  z.object({ kind: z.literal("agreement-left"), party: z.string() }),
  z.object({ kind: z.literal("choice-made"), party: z.string(), outcome: z.string() }),
] as const;

/** What is told of it. */
export const agreementSubjects = [
  z.object({ kind: z.literal("agreement-asked"), agreement: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("agreement-answered"), isAgreed: z.boolean() }),
  z.object({ kind: z.literal("agreement-left") }),
] as const;
