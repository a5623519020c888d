import { z } from "zod";

import { clause, fraction, name, selector } from "./vocabulary.ts";

const majority = z.strictObject({
  fraction,
  of: z.enum(["votes_cast", "present", "all_members"]).describe("What the fraction is taken of."),
  strict: z.boolean().describe("true: more than the fraction; false: at least the fraction."),
});

const quorum = z.strictObject({
  present: z.int().positive().describe("How many must be present."),
  including: z
    .array(z.strictObject({ from: selector, at_least: z.int().positive() }))
    .max(5, "at most 5 fit where the quorum is shown")
    .default([]),
  recused_count: z.boolean().describe("Whether members who stepped aside count as present."),
  check: z.array(z.enum(["open", "close"])).min(1),
});

const common = {
  clause,
  electorate: selector,
  closed: z.boolean().describe("true: behind closed doors, no member's vote is shown to anybody."),
  observers: z.array(selector).default([]),
};

export const vote = z.discriminatedUnion("method", [
  z.strictObject({
    ...common,
    method: z.literal("motion"),
    majority,
    quorum: z
      .union([z.literal("none").transform(() => undefined), quorum], "a vote has a quorum, or says quorum: none")
      .describe("How many must be present; none where the source gives no number."),
    second_ballot: z
      .enum(["replaces", "refused"])
      .describe(
        "What a second ballot of the same member does while the vote is open: it replaces the first, or is refused.",
      ),
    tie: z.enum(["fails", "chair"]),
    unreachable_quorum: name
      .optional()
      .describe("The stage that takes over when recusals leave too few to be quorate."),
  }),
  z.strictObject({ ...common, method: z.literal("consensus") }),
]);
