import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { clause, name, selector, span } from "./vocabulary.ts";

const trigger = z
  .string()
  .regex(/^[a-z_]+(\.[a-z_]+)?( \+ \d+(h|d|wd|w|mo|y))?$/, "a moment such as decision.notified + 30d")
  .meta({ written: "a moment, such as `decision.notified + 30d`" });

const retention = z.strictObject({
  clause: clause.optional(),
  after: z.array(trigger).min(1).describe(`When all of these moments have come. ${recorded}`),
  then: explained(z.enum(["anonymise", "drop_text"]), {
    anonymise: "Names, accounts and words are made unreadable for good.",
    drop_text: "The words are made unreadable for good.",
  }).describe(`What happens then. ${recorded}`),
});

export const records = z.strictObject({
  clause,
  owner: selector.describe(`Who is answerable for the records. ${recorded}`),
  decisions: z
    .strictObject({
      clause,
      publish: explained(z.enum(["outcome_only", "anonymised", "nothing"]), {
        outcome_only: "What was decided, and nothing of how.",
        anonymised: "The decision and its reasons, without names.",
        nothing: "Nothing is made known.",
      }).describe(`What others may learn of decisions. ${recorded}`),
      to: z.array(selector).min(1).optional().describe(`To whom. ${recorded}`),
      seal_votes: z.boolean().default(false).describe(`Whether what was said and voted stays closed. ${recorded}`),
    })
    .optional()
    .describe(`A register of decisions. ${recorded}`),
  precedents: z
    .strictObject({
      clause,
      of: z
        .array(name)
        .min(1)
        .describe(`The stages whose decisions are kept as precedents, without names. ${recorded}`),
    })
    .optional()
    .describe(`Decisions that later ones can look back to. ${recorded}`),
  read_log: z.strictObject({ clause }).optional().describe(`Writing down who read what. ${recorded} It always is.`),
  statistics: z
    .strictObject({
      clause: clause.optional(),
      dimensions: z.array(name).min(1).describe(`What is counted by, such as year or outcome. ${recorded}`),
      minimum_cell: z
        .int()
        .positive()
        .describe(`The smallest number that is published; smaller ones could point to somebody. ${recorded}`),
      share_with: z.array(selector).describe(`Who gets the statistics. ${recorded}`),
    })
    .optional()
    .describe(`Numbers about closed cases. ${recorded}`),
  retention: z
    .record(name, retention)
    .describe(`What is made unreadable, and when: each kind of record under a name. ${recorded}`),
  exports: z
    .array(
      z.strictObject({
        to: z.array(selector).min(1).describe(`Who gets it. ${recorded}`),
        what: explained(z.enum(["anonymised_cases"]), {
          anonymised_cases: "The closed cases without names.",
        }).describe(`What is handed out. ${recorded}`),
        every: span.describe(`How often. ${recorded}`),
        confirm: selector.describe(`Who looks at it before it goes out. ${recorded}`),
      }),
    )
    .default([])
    .describe(`What is handed to others regularly. When left out, nothing. ${recorded}`),
});
