import { z } from "zod";

import { anchors, clause, name, recipients, selector, span } from "./vocabulary.ts";

const condition = z.union(
  [
    z.strictObject({ severity: z.array(name).min(1) }),
    z.strictObject({ violations_at_least: z.int().positive() }),
    z.strictObject({ repeat_severity: name }),
  ],
  "a condition is severity, violations_at_least or repeat_severity",
);

const conditions = z.union([condition, z.strictObject({ any: z.array(condition).min(2) })]);

const common = {
  clause,
  notice: name,
  for: conditions.optional(),
  conditions: z.enum(["advise", "enforce"]).optional(),
};

export const sanction = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("instant"), ...common }),
  z.strictObject({
    kind: z.literal("dated"),
    ...common,
    lasts: span,
    from: anchors,
    on_lapse: z.array(z.enum(["inform_person", "inform_council"])).default([]),
    remind_before: z.array(span).default([]),
    repeat: z
      .strictObject({ when_active: z.array(name), then: z.enum(["suggest", "require"]), sanction: name })
      .optional(),
    bars: z.array(name).default([]),
    permits: z.array(name).max(10, "at most 10 fit into a notice").default([]),
    disclose: z.strictObject({ clause, to: selector, contents: z.array(name) }).optional(),
    on_new: z
      .array(
        z.discriminatedUnion("then", [
          z.strictObject({ then: z.literal("convert"), sanction: name, to: name, start: z.literal("new.effective") }),
          z.strictObject({ then: z.literal("extend"), sanction: name, by: span, start: z.literal("new.effective") }),
        ]),
      )
      .default([]),
  }),
]);

const window = z.union(
  [z.literal("none"), z.strictObject({ within: span, from: anchors, per: z.literal("recipient").optional() })],
  "a window is none, or has within and from",
);

export const challenge = z.strictObject({
  clause,
  kind: z.enum(["appeal", "information", "review"]).default("appeal"),
  against: z.array(name).min(1),
  by: z.array(z.enum(["complainant", "respondent"])).min(1),
  window,
  addressed_to: z.array(recipients).min(1),
  grounds: z.enum(["any"]).optional(),
  admitted_by: z.enum(["automatic"]).optional(),
  panel: z
    .strictObject({
      seats: z.array(selector).min(1),
      exclude: z.array(z.enum(["earlier_deciders"])),
      minimum: z.int().positive(),
    })
    .optional(),
  vote: name.optional(),
  powers: z.array(z.enum(["confirm", "change_sanction", "annul"])).optional(),
  fallback: z.enum(["original_stands"]).optional(),
  suspends_sanction: z.boolean().optional(),
  final: z.boolean().optional(),
  answer: z.enum(["discretionary", "always", "never"]).optional(),
  inform_first: z.array(z.enum(["complainant", "respondent"])).optional(),
  sees: z.enum(["pseudonymous"]).optional(),
  unmask: z.strictObject({ approved_by: selector, reason: z.literal("required") }).optional(),
});

export const notice = z.strictObject({
  clause,
  must_contain: z.array(
    z.enum([
      "unacceptable",
      "clause",
      "further_warnings_lead_to_suspension",
      "excluded_from_events",
      "permits",
      "from",
      "until",
      "appeal_until",
      "outcome",
      "reasons",
    ]),
  ),
  aim_line: z.boolean().default(false),
});

export const doorCheck = z.strictObject({
  clause,
  by: z.array(selector).min(1),
  delegate: z.strictObject({ to: name, for: span }).optional(),
  event_types: z.array(name).min(1),
});
