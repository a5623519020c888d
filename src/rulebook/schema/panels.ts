import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { clause, conflictKind, name, selector, side, span } from "./vocabulary.ts";

const seat = z.strictObject({
  from: selector.describe("From among whom."),
  count: z.int().positive().describe("How many."),
  including: z
    .array(
      z.strictObject({
        from: selector.describe("The body or office from which some of them must be."),
        at_least: z.int().positive().describe("How many of them."),
      }),
    )
    .optional()
    .describe("Who must be among them. When left out, it does not matter."),
  except: z.array(selector).optional().describe("Who may not take this seat. When left out, nobody is kept from it."),
  role: explained(z.enum(["member", "adviser"]), {
    member: "Sits and votes as any other.",
    adviser: "Advises on the rules, and votes as any other.",
  })
    .optional()
    .describe(`What whoever sits there does. ${recorded}`),
});

/** People who hear a case or an appeal and decide it. */
export const panel = z.strictObject({
  clause,
  seats: z
    .array(seat)
    .min(1)
    .describe("Who sits on it. When the file is checked, it is tried whether it can be filled."),
  chair: selector.describe(`Who chairs it. ${recorded}`),
  exclude: z.array(conflictKind).describe("Who may not sit on it."),
  equal_sides: z
    .strictObject({
      clause,
      of: z.array(selector).min(2).describe("The groups of people who must be there in equal numbers."),
      binds: z.boolean().describe("true: no panel without it. false: it is aimed at."),
    })
    .optional()
    .describe("Groups that must sit on it in equal numbers. When left out, numbers do not matter."),
  challenged: z
    .strictObject({
      clause,
      by: z.array(side).min(1).describe(`Who may object to a member. ${recorded}`),
      until: span.describe(`How long before the hearing, at the least. ${recorded}`),
      decided_by: selector.describe(`Who decides on it. ${recorded}`),
      of_the_chair: selector.optional().describe(`Who decides on it when it is about the chair. ${recorded}`),
      final: z.boolean().describe(`Whether that cannot be contested. ${recorded}`),
    })
    .optional()
    .describe(`Objections to members. ${recorded}`),
  fallback: z
    .strictObject({
      clause,
      who: selector.describe("Who sits instead."),
      reason: z.literal("required").describe(`Whether it is written down why. ${recorded}`),
    })
    .optional()
    .describe("Who sits where too few are left. When left out, nobody does."),
  vote: name.describe(`The vote, of those under votes, by which it decides. ${recorded}`),
  script: name.optional().describe(`The course of its hearing, of those under hearings.scripts. ${recorded}`),
});

const profile = z.strictObject({
  clause,
  notice: span.describe(
    "How long before the hearing the parties are told of it, at the least. With less only where it is written down why.",
  ),
  evidence: span.describe(
    "How long before the hearing evidence must be there, at the least. The parties read until when, and are reminded; what comes later is taken all the same.",
  ),
  outcome: span.describe(
    "How long after the hearing the parties are told how it ended, at the most. The officers are reminded, at the times of the calendar.",
  ),
});

/** How a hearing is held. */
export const hearings = z
  .strictObject({
    profiles: z.record(name, profile).describe("The times of hearings, each set under a name."),
    companion: z
      .strictObject({
        clause,
        from: selector.describe(`From among whom. ${recorded}`),
        at_most: z.int().positive().describe(`How many. ${recorded}`),
        may_speak: z.boolean().describe(`Whether the companion may speak for the party. ${recorded}`),
      })
      .optional()
      .describe(`Who may come with a party. ${recorded}`),
    witnesses: z
      .strictObject({
        clause,
        called_by: explained(z.enum(["whoever_asks", "panel"]), {
          whoever_asks: "Whoever wants them heard tells them.",
          panel: "The panel does.",
        }).describe(`Who calls them. ${recorded}`),
        first_hand: z
          .boolean()
          .describe(
            "Whether they may only tell what they saw or heard themselves: they are asked so with their statement, and officers are told where they do not say it.",
          ),
        criteria: z
          .array(name)
          .min(1)
          .optional()
          .describe(
            "What else is asked of them with their statement, each thing under a name of your own; officers are told where they do not say it.",
          ),
        wanted_by: z
          .array(
            explained(z.enum(["panel", "complainant", "respondent"]), {
              panel: "Those who hear the case.",
              complainant: "Whoever filed the report, or brings the charge.",
              respondent: "Whomever it is about.",
            }),
          )
          .min(1)
          .optional()
          .describe(`Who may want somebody heard. ${recorded}`),
      })
      .optional()
      .describe(`Witnesses at a hearing. ${recorded}`),
    evidence: z
      .strictObject({
        clause,
        relevance: z
          .literal("shown")
          .optional()
          .describe(
            "Whether whoever brings it has to show what it has to do with the matter; when left out, they may.",
          ),
        late: selector.describe(`Who decides on evidence that comes late. ${recorded}`),
        shared_with: z.array(side).min(1).describe(`Who gets it before the hearing. ${recorded}`),
      })
      .optional()
      .describe(`Evidence at a hearing. ${recorded}`),
    experts: z
      .strictObject({ clause, asked_by: selector.describe(`Who may ask them. ${recorded}`) })
      .optional()
      .describe(`Staff and experts who are heard on what they know. ${recorded}`),
    adjournment: z
      .strictObject({ clause, granted_by: selector.describe(`Who may put the hearing off. ${recorded}`) })
      .optional()
      .describe(`Putting a hearing off. ${recorded}`),
    absent_party: z
      .strictObject({
        clause,
        any_of: z
          .array(
            explained(z.enum(["proceed", "adjourn"]), {
              proceed: "It is held without the party, if the notice reached them.",
              adjourn: "It is put off.",
            }),
          )
          .min(1)
          .describe(`What the panel may do. ${recorded}`),
      })
      .optional()
      .describe(`When a party does not come. ${recorded}`),
    scripts: z
      .record(
        name,
        z.strictObject({
          clause,
          steps: z.array(name).min(1).describe(`The steps, in their order. ${recorded}`),
        }),
      )
      .default({})
      .describe(`The course of a hearing, each under a name. ${recorded}`),
    decision: z
      .strictObject({
        clause,
        steps: z.array(name).min(1).describe(`The steps by which it is decided, in their order. ${recorded}`),
      })
      .optional()
      .describe(`How a panel comes to its decision. ${recorded}`),
    summary: z
      .strictObject({
        clause,
        by: selector.describe(
          "Who writes it: those of them who handle the case are reminded, and where none does everybody who handles it. Whoever handles the case can write it.",
        ),
        published_by: selector
          .refine(({ kind, ...rest }) => kind === "panel" && "id" in rest && rest.id === "members", "panel:members")
          .optional()
          .describe(
            "Who may make public what was decided: `panel:members`, the panel that decided it. With `/publish` somebody who handles the case writes in which form and where, another one reads it, and the panel's decision is entered with who was there: as many as its vote asks for, and by its majority. Nothing is published without that, and nobody is named but whom it is about, where it is published in full. When left out, nothing is published.",
          ),
      })
      .optional()
      .describe(
        "What is written down of a hearing. The complainant and the respondent get it when they ask for it, and those who hear an appeal read it.",
      ),
  })
  .optional()
  .describe("How hearings are held.");
