import { z } from "zod";

import { clause, name, selector, span } from "./vocabulary.ts";

const trigger = z
  .string()
  .regex(/^[a-z_]+(\.[a-z_]+)?( \+ \d+(h|d|wd|w|mo|y))?$/, "a moment such as decision.notified + 30d");

const retention = z.strictObject({ after: z.array(trigger).min(1), then: z.enum(["anonymise", "drop_text"]) });

export const records = z.strictObject({
  clause,
  owner: selector,
  statistics: z.strictObject({
    dimensions: z.array(name).min(1),
    minimum_cell: z.int().positive(),
    share_with: z.array(selector),
  }),
  retention: z.record(name, retention),
  exports: z
    .array(
      z.strictObject({
        to: z.array(selector).min(1),
        what: z.enum(["anonymised_cases"]),
        every: span,
        confirm: selector,
      }),
    )
    .default([]),
});
