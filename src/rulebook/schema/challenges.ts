import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { anchors, clause, name, owner, programmeEvent, recipients, selector, side, span } from "./vocabulary.ts";

const window = z.union(
  [
    z.literal("none"),
    z.strictObject({
      within: span.describe("For how long."),
      from: anchors.describe("From when: decision.notified, the moment at which the notice reached the person."),
      per: z
        .literal("recipient")
        .optional()
        .describe("recipient: counted for each person from the notice to that person, as it always is."),
      late: z
        .strictObject({
          clause,
          to: selector.describe(`Who decides whether a late one is heard. ${recorded}`),
        })
        .optional()
        .describe(`What becomes of a late one. When left out, it is not heard. ${recorded}`),
    }),
    z.strictObject({
      before: programmeEvent.describe(`The event before which it must be lodged. ${recorded}`),
      at_least: span.describe(`How long before it, at the least. ${recorded}`),
    }),
  ],
  "a window is none, or has within and from, or before and at_least",
);

export const challenge = z.strictObject({
  clause,
  kind: explained(z.enum(["appeal", "information", "review"]), {
    appeal: "The case is decided again.",
    information: "Somebody asks to be told something.",
    review: "Somebody looks at how the case was handled.",
  })
    .default("appeal")
    .describe(`What is asked for. ${recorded}`),
  against: z
    .array(name)
    .min(1)
    .describe("The outcomes that can be challenged so. A notice of one of them tells of the first appeal there is."),
  by: z.array(side).min(1).describe("Who may challenge it; only they are told of it, and until when."),
  window: window.describe("For how long it can be challenged; none is without a limit, and no day is told then."),
  addressed_to: z.array(recipients).min(1).describe("To whom one writes; several are a choice. The notice names them."),
  against_sanctions: z
    .array(name)
    .min(1)
    .optional()
    .describe(`The sanctions that can be challenged by themselves while they hold. ${recorded}`),
  grounds: z
    .union([z.literal("any"), z.array(name).min(1)], "grounds are any, or a list of names")
    .optional()
    .describe("For which reasons: any, or some under names of your own. The notice names them."),
  evidence_for: z
    .array(name)
    .min(1)
    .optional()
    .describe(`The grounds for which evidence must come with it. ${recorded}`),
  consults: owner.optional().describe(`Who is asked before it is decided whether it is heard. ${recorded}`),
  admitted_by: z
    .union([z.literal("automatic"), owner], "automatic, or people")
    .optional()
    .describe(`Who decides whether it is heard; automatic: nobody, whatever is in time is. ${recorded}`),
  heard_at: name.optional().describe(`The stage at which it is heard. ${recorded}`),
  urgent: z.boolean().optional().describe(`Whether it is heard in a shortened time. ${recorded}`),
  moves_other_deadlines: z.boolean().optional().describe(`Whether deadlines of an election wait for it. ${recorded}`),
  if_refused: name
    .optional()
    .describe(`The challenge, of those here, that can follow when it is not heard. ${recorded}`),
  panel: z
    .strictObject({
      seats: z.array(selector).min(1).describe(`Who sits on it. ${recorded}`),
      exclude: z
        .array(explained(z.enum(["earlier_deciders"]), { earlier_deciders: "Whoever has decided in the case before." }))
        .describe(`Who may not. ${recorded}`),
      minimum: z.int().positive().describe(`How many it needs at the least. ${recorded}`),
    })
    .optional()
    .describe(`Who hears it; panel: with the name of this challenge means these people elsewhere. ${recorded}`),
  vote: name.optional().describe(`The vote, of those under votes, by which it is decided. ${recorded}`),
  powers: z
    .array(
      explained(z.enum(["confirm", "change_sanction", "annul"]), {
        confirm: "The decision stands.",
        change_sanction: "Another sanction is imposed.",
        annul: "The decision is void.",
      }),
    )
    .optional()
    .describe(`What whoever hears it can decide. ${recorded}`),
  fallback: explained(z.enum(["original_stands"]), { original_stands: "The decision stands as it was made." })
    .optional()
    .describe(`What holds when nothing is decided on it. ${recorded}`),
  suspends_sanction: z.boolean().optional().describe(`Whether the sanction rests until it has been heard. ${recorded}`),
  final: z.boolean().optional().describe(`Whether nothing can be challenged after it. ${recorded}`),
  answer: explained(z.enum(["discretionary", "always", "never"]), {
    discretionary: "Those who are asked decide.",
    always: "What is asked for is told.",
    never: "It is not told.",
  })
    .optional()
    .describe(`Whether somebody who asks for information gets it. ${recorded}`),
  inform_first: z.array(side).optional().describe(`Who is told before an answer is given. ${recorded}`),
  sees: explained(z.enum(["pseudonymous"]), { pseudonymous: "The file with other names in place of the real ones." })
    .optional()
    .describe(`What whoever hears it reads. ${recorded}`),
  unmask: z
    .strictObject({
      approved_by: selector.describe(`Who has to agree. ${recorded}`),
      reason: z.literal("required").describe(`Whether a reason is given. ${recorded}`),
    })
    .optional()
    .describe(`How the real names can be seen. ${recorded}`),
});
