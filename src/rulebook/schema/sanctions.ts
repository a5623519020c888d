import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { anchors, clause, name, selector, span } from "./vocabulary.ts";

const condition = z.union(
  [
    z.strictObject({
      severity: z.array(name).min(1).describe(`For a breach of one of these severities. ${recorded}`),
    }),
    z.strictObject({
      violations_at_least: z.int().positive().describe(`From so many breaches on. ${recorded}`),
    }),
    z.strictObject({
      repeat_severity: name.describe(`For another breach of this severity by the same person. ${recorded}`),
    }),
  ],
  "a condition is severity, violations_at_least or repeat_severity",
);

const conditions = z.union([
  condition,
  z.strictObject({ any: z.array(condition).min(2).describe(`When at least one of these is so. ${recorded}`) }),
]);

const common = {
  clause,
  notice: name.describe("The notice, of those under notices, by which the decision is told when it has this sanction."),
  for: conditions
    .optional()
    .describe(`When this sanction is meant. ${recorded} Whoever puts the motion chooses freely.`),
  conditions: explained(z.enum(["advise", "enforce"]), {
    advise: "They are pointed out.",
    enforce: "No other case allows the sanction.",
  })
    .optional()
    .describe(`What the conditions under for do. ${recorded}`),
};

const another = {
  sanction: name.describe(`The other sanction. ${recorded}`),
  start: z.literal("new.effective").describe(`From when: when the other sanction begins. ${recorded}`),
};

const onNew = z.discriminatedUnion("then", [
  z.strictObject({
    then: explained(z.enum(["convert"]), {
      convert: "It becomes the sanction named by `to`.",
    }).describe(`What happens. ${recorded}`),
    ...another,
    to: name.describe(`What it becomes. ${recorded}`),
  }),
  z.strictObject({
    then: explained(z.enum(["extend"]), { extend: "It holds longer." }).describe(`What happens. ${recorded}`),
    ...another,
    by: span.describe(`How much longer. ${recorded}`),
  }),
]);

export const sanction = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: explained(z.enum(["instant"]), {
      instant: "It is done once the person has been told.",
    }).describe("Whether it lasts."),
    ...common,
  }),
  z.strictObject({
    kind: explained(z.enum(["dated"]), {
      dated: "It holds for some time and lapses by itself.",
    }).describe("Whether it lasts."),
    ...common,
    lasts: span.describe("How long it holds."),
    from: anchors.describe(
      "From when it is counted: decision.made, decision.notified, or the latest_of both. It does not begin before the decision has reached the person where decision.notified is named.",
    ),
    on_lapse: z
      .array(
        explained(z.enum(["inform_person", "inform_council"]), {
          inform_person: "The person is told.",
          inform_council: "The officers of the case are told.",
        }),
      )
      .default([])
      .describe("Who is told when it lapses. When left out, nobody is; it lapses all the same."),
    remind_before: z
      .array(span)
      .default([])
      .describe("How long before it lapses the officers of the case are reminded. When left out, they are not."),
    repeat: z
      .strictObject({
        when_active: z.array(name).describe(`Sanctions that still hold. ${recorded}`),
        then: explained(z.enum(["suggest", "require"]), {
          suggest: "The other sanction is proposed.",
          require: "No lesser one can be chosen.",
        }).describe(`What a new breach does. ${recorded}`),
        sanction: name.describe(`The other sanction. ${recorded}`),
      })
      .optional()
      .describe(`What a new breach does while this sanction or another still holds. ${recorded}`),
    bars: z.array(name).default([]).describe(`What the person may not take part in. ${recorded}`),
    permits: z
      .array(name)
      .max(10, "at most 10 fit into a notice")
      .default([])
      .describe("What stays open to the person all the same; a notice that must contain permits lists it."),
    disclose: z
      .strictObject({
        clause,
        to: selector.describe(`Who is told. ${recorded}`),
        contents: z.array(name).describe(`What they are told, such as name or until. ${recorded}`),
      })
      .optional()
      .describe(`Somebody who is told of the sanction so that it is kept. ${recorded}`),
    on_new: z.array(onNew).default([]).describe(`What another sanction does to this one while it holds. ${recorded}`),
  }),
]);

export const doorCheck = z.strictObject({
  clause,
  by: z.array(selector).min(1).describe(`Who checks. ${recorded}`),
  delegate: z
    .strictObject({
      to: name.describe(`Who may do it for them, such as organiser. ${recorded}`),
      for: span.describe(`For how long. ${recorded}`),
    })
    .optional()
    .describe(`Whether somebody else may do it for a while. ${recorded}`),
  event_types: z
    .array(name)
    .min(1)
    .describe(`The kinds of events there are; the permits of a sanction are some of these. ${recorded}`),
});
