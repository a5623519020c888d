import { z } from "zod";

import { clause, name, span } from "./vocabulary.ts";

/** How long a whole procedure may take. */
export const procedureLimit = z
  .strictObject({
    clause,
    within: span.describe("How long a case may take until it is closed."),
    from: z.literal("report.received").describe("The moment it is counted from: when the report was received."),
    soft: z
      .boolean()
      .default(false)
      .describe(
        "Whether it is an aim only. When left out, it binds: once it is over, those on the ladder are told. Of an aim the officers alone are reminded.",
      ),
    remind: z
      .array(span)
      .default([])
      .describe("How long before it the officers are reminded. When left out, on its day and while it is over."),
  })
  .optional()
  .describe(
    "How long the whole procedure may take. When the file is checked, the deadlines of the stages are held against it, and the officers are reminded of it.",
  );

/** The highest sanction there is. */
export const sanctionsLimit = z
  .strictObject({
    clause,
    highest: name.describe("The sanction above which the source allows none."),
  })
  .optional()
  .describe(
    "The highest sanction the source allows, where it says so. Sanctions stand in this file from the mildest to the most severe: when the file is checked, those that stand after the highest are told.",
  );
