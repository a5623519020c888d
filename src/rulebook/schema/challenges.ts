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
          to: selector.describe(
            "Who decides whether a late one is heard. Whoever decided in the case before does not, where conflicts.automatic says so.",
          ),
        })
        .optional()
        .describe("What becomes of a late one. When left out, it is not heard."),
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
    .describe("What is asked for."),
  against: z
    .array(name)
    .min(1)
    .describe("The outcomes that can be challenged so. A notice of one of them tells of the first appeal there is."),
  by: z
    .array(side)
    .min(1)
    .describe(
      "Who may challenge it; only they are told of it, and until when. Each may do so once, until the end of their own last day.",
    ),
  window: window.describe("For how long it can be challenged; none is without a limit, and no day is told then."),
  addressed_to: z.array(recipients).min(1).describe("To whom one writes; several are a choice. The notice names them."),
  against_sanctions: z
    .array(name)
    .min(1)
    .optional()
    .describe("The sanctions that can be challenged by themselves while they hold."),
  grounds: z
    .union([z.literal("any"), z.array(name).min(1)], "grounds are any, or a list of names")
    .optional()
    .describe(
      "For which reasons: any, or some under names of your own. The notice names them, and one is chosen in the form.",
    ),
  evidence_for: z.array(name).min(1).optional().describe("The grounds for which evidence must come with it."),
  consults: owner.optional().describe("Who is asked before it is decided whether it is heard."),
  admitted_by: z
    .union([z.literal("automatic"), owner], "automatic, or people")
    .optional()
    .describe("Who decides whether it is heard; automatic: nobody, whatever is in time is."),
  heard_at: name
    .optional()
    .describe("The stage at which it is heard: the case goes there, and what is decided there decides it."),
  urgent: z.boolean().optional().describe(`Whether it is heard in a shortened time. ${recorded}`),
  moves_other_deadlines: z.boolean().optional().describe(`Whether deadlines of an election wait for it. ${recorded}`),
  if_refused: name.optional().describe("The challenge, of those here, that can follow when it is not heard."),
  panel: z
    .strictObject({
      seats: z.array(selector).min(1).describe("Who sits on it."),
      exclude: z
        .array(explained(z.enum(["earlier_deciders"]), { earlier_deciders: "Whoever has decided in the case before." }))
        .describe("Who may not."),
      minimum: z.int().positive().describe("How many it needs at the least."),
    })
    .optional()
    .describe(
      "Who hears it; panel: with the name of this challenge means these people elsewhere. Those to whom it was written hand it to them and enter how they decided. When left out, those to whom it was written decide.",
    ),
  vote: name.optional().describe(`The vote, of those under votes, by which it is decided. ${recorded}`),
  powers: z
    .array(
      explained(z.enum(["confirm", "change_sanction", "annul"]), {
        confirm: "The decision stands.",
        change_sanction: "Another sanction takes the place of the first, from the beginning.",
        annul:
          "The decision is void, as if it had never been made; so is what it did to other sanctions. Where it had imposed nothing, the case goes back to where it was decided.",
      }),
    )
    .optional()
    .describe("What whoever hears it can decide."),
  fallback: explained(z.enum(["original_stands"]), { original_stands: "The decision stands as it was made." })
    .optional()
    .describe("What holds when nothing is decided on it."),
  suspends_sanction: z.boolean().optional().describe("Whether the sanction rests until it has been heard."),
  final: z.boolean().optional().describe("Whether nobody can challenge anything after it who has lodged it."),
  answer: explained(z.enum(["discretionary", "always", "never"]), {
    discretionary: "Those who are asked decide.",
    always: "What is asked for is told.",
    never: "It is not told.",
  })
    .optional()
    .describe("Whether somebody who asks for information gets it."),
  inform_first: z.array(side).optional().describe("Who is told before an answer is given."),
  sees: explained(z.enum(["pseudonymous"]), { pseudonymous: "The file with other names in place of the real ones." })
    .optional()
    .describe("What whoever hears it reads."),
  unmask: z
    .strictObject({
      approved_by: selector.describe("Who has to agree."),
      reason: z.literal("required").describe("Whether a reason is given."),
    })
    .optional()
    .describe("How those who read it without names can see the real ones. When left out, they cannot."),
});
