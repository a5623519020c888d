import { z } from "zod";

import { clause, shownText } from "./vocabulary.ts";

const aKey =
  "a key of this file is written with its groups before it, joined by points, such as votes.sanction.majority; * is for every name";

/** A value for which the document gives no answer: where it stands, and the question that somebody has to answer. */
const unconfirmedValue = z.strictObject({
  key: z
    .string(aKey)
    .regex(/^[a-z][a-z0-9_]*(\.([a-z][a-z0-9_]*|\*|\d{1,3}))*$/, aKey)
    .max(200, "at most 200 characters fit where it is shown")
    .meta({ written: "a key of this file, such as `votes.sanction.majority`" })
    .describe(
      "Where the value stands, or would stand if it were not left out: challenges.appeal.suspends_sanction. An entry of a list has its number, from 0. * is for every name, as in challenges.*.suspends_sanction.",
    ),
  clause: clause
    .optional()
    .describe("The place in your document that leaves it open. When left out, the document says nothing about it."),
  question: shownText(300).describe("The question, as one asks it of a board. `/setup` shows it with the value."),
  reading: shownText(300).optional().describe("Why this value stands here until somebody confirms it."),
});

export const unconfirmed = z
  .array(unconfirmedValue)
  .max(100, "at most 100 fit where they are shown")
  .default([])
  .describe(
    "The values that your document does not give and that stand in this file as a default. Administrators see them in `/setup`, and on your own server Redress begins once each has been confirmed there. When left out, there are none.",
  );
