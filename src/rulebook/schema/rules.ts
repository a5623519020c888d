import { z } from "zod";

import { subject } from "./conditions.ts";
import { explained, recorded } from "./explained.ts";
import { clause, name } from "./vocabulary.ts";

/** How a report is handled otherwise than the rest. */
export const flag = explained(
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
    zero_tolerance: "A breach always has a consequence. The officers read it on the card of the case.",
    urgent: "Whoever receives it is told at once and in person, and again until somebody has taken it.",
    no_informal: "There is no informal way for it: outcomes with `informal: true` are not offered.",
    survivor_centric:
      "Whoever reports it chooses who handles it, and to whom it happened may end it where stoppable_by of the procedure says so. The officers read it on the card of the case.",
    child_checklist: "It concerns a child. The officers read it on the card of the case.",
    to_supervisor: "It goes to the supervisor of whoever reports it, where one is known, past those whom it is about.",
    offer_no_contact:
      "Keeping both sides apart while it is handled suggests itself: it is offered on the card of the case, where no_contact of the procedure is set.",
    no_own_attempt: "Nobody is asked whether they tried to settle it themselves.",
    corruption: "It is looked at as corruption too. The officers read it on the card of the case.",
    protection:
      "It is looked at as harm to somebody whom the organisation serves too. The officers read it on the card of the case.",
  },
);

/** One of them. */
export type Flag = z.output<typeof flag>;

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
  about: z
    .array(subject)
    .min(1)
    .optional()
    .describe(
      "What a report under this rule can be about. Where a field `about` asks for it on an earlier page, only rules that fit the answer are offered there; a rule without this always is.",
    ),
  needs: z
    .array(name)
    .min(1)
    .optional()
    .describe(
      "The fields of the form that a report under this rule must answer besides. Where a field is not required of every report, it is asked only of those under such a rule.",
    ),
  flags: z.array(flag).optional().describe("How reports under this rule are handled otherwise than the rest."),
  grounds: z
    .array(name)
    .max(25, "at most 25 can be chosen from")
    .optional()
    .describe(
      "What an offence can be based on, such as age or religion: whoever reports one under this rule may choose some of them.",
    ),
});
