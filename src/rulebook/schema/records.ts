import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { clause, name, selector, span } from "./vocabulary.ts";

const trigger = z
  .string()
  .regex(/^[a-z_]+(\.[a-z_]+)?( \+ \d+(h|d|wd|w|mo|y))?$/, "a moment such as decision.notified + 30d")
  .meta({ written: "a moment, such as `decision.notified + 30d`" });

const retention = z.strictObject({
  clause: clause.optional(),
  after: z
    .array(trigger)
    .min(1)
    .describe(
      "When all of these moments have come: `case.closed`, `decision.notified`, `challenges.decided`, `sanction.lapsed`, each with a length of time after it where you give one. Nothing is ever made unreadable before the case is closed, everything has reached the parties, and nothing can be challenged any more.",
    ),
  then: explained(z.enum(["anonymise", "drop_text"]), {
    anonymise: "Names, accounts and words are made unreadable for good.",
    drop_text: "The words are made unreadable for good.",
  }).describe(
    "What happens then. Of a case it is announced a week before to those who handle it, and officers can hold it with a reason. Of `case` and `sanction` everything goes, and a `hearing_record` goes with its case; for other names it is recorded, and nothing acts on it yet.",
  ),
});

export const records = z.strictObject({
  clause,
  owner: selector.describe(
    "Who is answerable for the records: they read the numbers, give them to others, and are told what is to be made unreadable where nobody handles the case any more.",
  ),
  decisions: z
    .strictObject({
      clause,
      publish: explained(z.enum(["outcome_only", "anonymised", "nothing"]), {
        outcome_only: "What was decided, and nothing of how.",
        anonymised: "The decision and its reasons, without names.",
        nothing: "Nothing is made known.",
      }).describe(
        "What others may learn of decisions: the motions that were carried stand in `/decisions`, numbered, with their day and the way to vote. Nothing of a case is ever among them, nor what was decided in camera.",
      ),
      to: z.array(selector).min(1).optional().describe("Who can read the register. When left out, everybody."),
      seal_votes: z.boolean().default(false).describe(`Whether what was said and voted stays closed. ${recorded}`),
    })
    .optional()
    .describe("A register of decisions. When left out, there is none."),
  precedents: z
    .strictObject({
      clause,
      of: z
        .array(name)
        .min(1)
        .describe(
          "The stages whose decisions can be kept as precedents, in words of an officer that name nobody and that a second one has approved.",
        ),
    })
    .optional()
    .describe("Decisions that later ones can look back to, with `/precedents`. When left out, there are none."),
  read_log: z
    .strictObject({ clause })
    .optional()
    .describe(
      "Writing down who read what of a case, when and what for: that is always kept, as long as the words of the case are, and those who handle it read it with `/records readings`.",
    ),
  statistics: z
    .strictObject({
      clause: clause.optional(),
      dimensions: z
        .array(name)
        .min(1)
        .describe(
          "What is counted by: the year (calendar or academic), the rule, the ground, the outcome, the sanction, the stage, or a field of the report that is a choice. Each by itself, never two crossed.",
        ),
      minimum_cell: z
        .int()
        .positive()
        .describe(
          "The smallest number that is told; smaller ones could point to somebody. None is told either by which a smaller one could be reckoned.",
        ),
      share_with: z
        .array(selector)
        .describe(
          "Who gets the numbers: bodies and offices read them with `/statistics`; to somebody outside those who are answerable for the records give them, which is kept.",
        ),
    })
    .optional()
    .describe("Numbers about closed cases, of a year once it is over; made once. When left out, there are none."),
  retention: z
    .record(name, retention)
    .describe(
      "What is made unreadable, and when: `case` for the words, names and accounts of a case that is over, `sanction` for whoever had a sanction, who stays known by it until then, and `hearing_record` for what was written down of a hearing: the words of a case that has one are kept at least until then, and it goes with them. Other names are recorded, and nothing acts on them yet.",
    ),
  exports: z
    .array(
      z.strictObject({
        to: z.array(selector).min(1).describe("Who gets it."),
        what: explained(z.enum(["anonymised_cases"]), {
          anonymised_cases: "The closed cases without names.",
        }).describe("What is handed out."),
        every: span.describe(
          "How often: whoever looks at it is told 28 and 7 days before, on the day and when it is late, once there is a case without names.",
        ),
        confirm: selector.describe(
          "Who looks at it, with `/statistics cases`, before it goes out; that they did is kept.",
        ),
      }),
    )
    .default([])
    .describe("What is handed to others regularly. When left out, nothing."),
});
