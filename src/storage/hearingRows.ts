import { z } from "zod";

/** What happens with the hearings of a case, as it stands in the database. */
export const hearingRows = [
  z.object({
    kind: z.literal("hearing-called"),
    hearing: z.string(),
    on: z.string(),
    time: z.string(),
    statement: z.string(),
    shorter: z
      .string()
      .nullish()
      .transform((value) => value ?? undefined),
  }),
  z.object({ kind: z.literal("hearing-held"), hearing: z.string(), on: z.string() }),
  z.object({
    kind: z.literal("hearing-recorded"),
    hearing: z.string(),
    statement: z.string(),
    files: z
      .array(z.object({ file: z.string(), about: z.string() }))
      .nullish()
      .transform((value) => value ?? undefined),
  }),
  z.object({ kind: z.literal("record-asked"), hearing: z.string(), party: z.string() }),
] as const;

/** What is told of it. */
export const hearingSubjectRows = [
  z.object({
    kind: z.literal("hearing-called"),
    hearing: z.string(),
    on: z.string(),
    time: z.string(),
    statement: z.string(),
    evidence: z.string(),
  }),
  z.object({ kind: z.literal("record-asked") }),
  z.object({ kind: z.literal("record-ready"), hearing: z.string() }),
] as const;
