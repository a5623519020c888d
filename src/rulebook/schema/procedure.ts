import { z } from "zod";

import { anchor, clause, listed, name, partyRole, selector, span } from "./vocabulary.ts";

const task = z.strictObject({
  id: z.enum(["acknowledge"], "a task is something that can be done here: acknowledge"),
  within: span.describe("Counted from the opening of the stage."),
});

const need = z.enum(["tasks_done", "rule_cited", "reasons", "summoned", "attempts_used"]);

const outcome = z.strictObject({
  then: name.describe("The stage that follows."),
  needs: z.array(need).default([]),
  notify: z.array(z.enum(["complainant", "respondent", "council"])).default([]),
  sanctions: z.array(name).optional(),
});

const target = z.strictObject({ within: span, from: anchor, remind: selector.optional() });

const common = {
  clause,
  outcomes: listed(outcome, 10),
  with: z.array(partyRole).default([]),
  tasks: z.array(task).max(1, "a task stands here once").default([]),
  target: target.optional(),
};

const handled = (kind: "contact" | "assess" | "investigate" | "notify" | "external") =>
  z.strictObject({
    kind: z.literal(kind),
    owner: selector,
    ...common,
    informs: partyRole.optional().describe("From this stage on, this party knows of the case."),
    summons: z.strictObject({ notice: span, attempts: z.int().positive() }).optional(),
  });

const motion = z.strictObject({
  vote: name,
  requires: z.array(z.enum(["finding", "one_sanction"])).default([]),
  outcome: name,
});

export const stage = z.discriminatedUnion("kind", [
  handled("contact"),
  handled("assess"),
  handled("investigate"),
  handled("notify"),
  handled("external"),
  z.strictObject({
    kind: z.literal("vote"),
    owner: selector,
    ...common,
    sees: z.enum(["brief"]),
    brief: z.strictObject({
      clause,
      by: selector,
      second_approval: z.boolean(),
      mask: z.array(z.enum(["names", "accounts", "contact"])).min(1),
    }),
    questions_via: selector.optional(),
    motions: listed(motion, 25),
  }),
  z.strictObject({ kind: z.literal("closed"), clause }),
]);

export const procedure = z.strictObject({
  clause,
  starts: name,
  support_contact: z.strictObject({ clause, from: selector, changeable_by: selector }).optional(),
  stoppable_by: z.strictObject({ clause, who: selector, until: anchor, outcome: name }).optional(),
  confidentiality_gate: z
    .strictObject({ clause, for: z.array(z.enum(["complainant", "respondent", "witness", "handler", "voter"])).min(1) })
    .optional(),
  stages: z.record(name, stage),
  escalate: z.strictObject({ clause, by: selector, to: selector, reason: z.literal("required") }).optional(),
  referrals: z
    .strictObject({ clause, police: z.enum(["never_by_us", "discretionary", "required"]), support_card: z.array(name) })
    .optional(),
});
