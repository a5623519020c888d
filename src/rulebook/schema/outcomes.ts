import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { clause, name, selector, shownText, span } from "./vocabulary.ts";

const need = explained(z.enum(["tasks_done", "rule_cited", "reasons", "summoned", "attempts_used", "no_respondent"]), {
  tasks_done: "The tasks of the stage have been done.",
  rule_cited: "At least one rule is named as broken.",
  reasons: "Reasons are given.",
  summoned: "The respondent has been called to a meeting at least once.",
  attempts_used:
    "The respondent has been called as often as summons.attempts says, and the day of the last meeting has passed.",
  no_respondent: "It is not known whom the report is about. While it is known, the outcome is not offered.",
});

/** What a stage can end with. */
export const outcome = z
  .strictObject({
    then: name.describe("The stage that follows."),
    needs: z
      .array(need)
      .default([])
      .describe(
        "What has to be there before officers can conclude the stage so; until then the refusal says what is missing. When left out, nothing. Of a vote or a delivery nothing is asked.",
      ),
    notify: z
      .array(
        explained(z.enum(["complainant", "respondent", "respondent_if_informed", "council"]), {
          complainant: "Whoever filed the report.",
          respondent: "Everybody whom the report is about.",
          respondent_if_informed: "Those of them who know of the case already; nobody learns of it so.",
          council: "The officers, in their room of the case.",
        }),
      )
      .default([])
      .describe(
        "Who is told. When left out, nobody is. What was decided is told at the notify stage that follows, by whoever decided; where none follows, at once.",
      ),
    sanctions: z
      .array(name)
      .optional()
      .describe(
        "The sanctions among which a motion chooses, at a stage that is a vote, and otherwise whoever concludes the stage; when left out, there is none to choose. Those of the kind interim are never offered.",
      ),
    reasons: name
      .optional()
      .describe(
        "The list, of those under reasons, from which at least one is chosen with the outcome, where there are several; the notice gives them. When left out, none is asked for.",
      ),
    suggested_when: z
      .union([
        z.strictObject({
          clause: clause.optional(),
          not_of: z.array(selector).min(1).describe("Of whom nobody was whom the case is about."),
          on: name.describe("The question of the report that says on which day."),
        }),
        z.strictObject({
          clause: clause.optional(),
          scope: explained(z.enum(["none"]), {
            none: "None of the situations applies that the procedure is for, as whoever assesses it said.",
          }).describe("What was said of what the procedure is for."),
        }),
      ])
      .optional()
      .describe(
        "When this outcome is suggested to those who conclude the stage: they read in the report that the terms of office point to it, or on the card of the case that no situation applies that the procedure is for. They are free to choose another. When left out, never.",
      ),
    challenge: name.optional().describe(`The challenge, of those under challenges, that can follow. ${recorded}`),
    changes_earlier: z
      .array(
        explained(z.enum(["remove", "reduce", "increase"]), {
          remove: "They are taken away.",
          reduce: "They are made milder.",
          increase: "They are made harder.",
        }),
      )
      .min(1)
      .optional()
      .describe(
        "What may become of sanctions that an earlier stage imposed. With such an outcome what was decided before is void, and what is decided with it takes its place: whoever decides reads what stands, and whoever is told reads what became of it. When left out, it stands.",
      ),
    opens: name
      .optional()
      .describe(
        "The procedure by which the matter goes on as another case, with the same parties; both files say that they belong together. When left out, none is opened.",
      ),
    pauses: span
      .optional()
      .describe(
        "Of an outcome that leads back to its own stage: whoever reported is asked for more, and what is due at the stage rests until the answer comes, so long at most.",
      ),
    new_deciders: z
      .boolean()
      .optional()
      .describe(
        "true: whoever decided in the case before is not chosen to decide the next stage, whatever is written about it. Of a stage for which nobody is chosen the officers see to it.",
      ),
    tells: z
      .array(selector)
      .optional()
      .describe(
        `Who else is told, besides those under notify. Of one of the externals \`/outside show\` says that it is still to be handed over, until an officer records it; of others: ${recorded}`,
      ),
    sends_support: z
      .literal(true)
      .optional()
      .describe(
        "true: whoever reported, and whoever is affected, is sent with it where to get help, as referrals.support_card says. Nothing is handed to anybody outside with it.",
      ),
    says: shownText(300)
      .optional()
      .describe("What must be written with it: shown to those who conclude the stage so, where they write reasons."),
    confirms: z
      .boolean()
      .optional()
      .describe(
        "At a stage at which another body confirms a sanction that was decided before (confirm): true where it is confirmed with this outcome, false where it is not. When left out, the outcome says nothing of it.",
      ),
    informal: z
      .literal(true)
      .optional()
      .describe(
        "true: it leads to an informal way, and is not offered where a rule that the report names, or a choice that was answered, has the flag no_informal.",
      ),
    final: z.boolean().optional().describe("Whether nothing can be challenged after it; the notice says so."),
  })
  .refine(({ reasons, sanctions }) => reasons === undefined || sanctions === undefined, {
    path: ["reasons"],
    message: "an outcome that imposes a sanction rests on the rules that were broken, and takes no reason of a list",
  });
