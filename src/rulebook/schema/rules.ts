import { z } from "zod";

import { subject } from "./conditions.ts";
import { explained, recorded } from "./explained.ts";
import { clause, name } from "./vocabulary.ts";

/** A rule of conduct. */
export const rule = z.strictObject({
  clause,
  sanctionable: z
    .boolean()
    .default(true)
    .describe(
      "Whether a sanction may follow when it is broken. A motion with a sanction needs at least one broken rule of which this is true; when left out, it is.",
    ),
  exception: name.optional().describe(`A name for when the rule does not hold. ${recorded}`),
  about: z.array(subject).min(1).optional().describe(`What a report under this rule can be about. ${recorded}`),
  needs: z
    .array(name)
    .min(1)
    .optional()
    .describe(`What a report under this rule must say besides, such as date or decision_number. ${recorded}`),
  flags: z
    .array(
      explained(
        z.enum([
          "zero_tolerance",
          "urgent",
          "no_informal",
          "survivor_centric",
          "child_checklist",
          "to_supervisor",
          "offer_no_contact",
          "no_own_attempt",
          "corruption",
          "protection",
        ]),
        {
          zero_tolerance: "A breach always has a consequence.",
          urgent: "Whoever receives it is told at once and in person.",
          no_informal: "There is no informal way for it.",
          survivor_centric: "Whoever it happened to chooses who handles it, and may end it at any time.",
          child_checklist: "It concerns a child: the questions for that are asked.",
          to_supervisor: "It goes to the supervisor first.",
          offer_no_contact: "Both sides may be kept apart while it is handled.",
          no_own_attempt: "Nobody is asked whether they tried to settle it themselves.",
          corruption: "It is looked at as corruption too.",
          protection: "It is looked at as harm to somebody whom the organisation serves too.",
        },
      ),
    )
    .optional()
    .describe(`How reports under this rule are handled otherwise than the rest. ${recorded}`),
  grounds: z
    .array(name)
    .optional()
    .describe(`What an offence can be based on, such as age or religion_or_belief. ${recorded}`),
});
