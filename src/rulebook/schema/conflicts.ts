import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { clause, name, partyRole, selector } from "./vocabulary.ts";

/** Why somebody has a conflict without being asked, with what follows from it. */
const automatic = explained(z.enum(["party", "witness", "earlier_decider", "declared_interest"]), {
  party: "Whoever filed the report, and whomever it is about: they are always kept out of it.",
  witness:
    "Whoever saw or heard what it is about: a report passes by those whom it names so under the question `witnesses`, as long as somebody else can receive it; nobody is chosen to decide who is one; and whoever is asked about a conflict is asked whether they are.",
  earlier_decider:
    "Whoever decided in the case before: nobody is chosen to decide who did, and none of them hears a challenge.",
  declared_interest: `Whoever has declared an interest in it. ${recorded}`,
});

export const conflicts = z.strictObject({
  clause,
  automatic: z.array(automatic).describe("Who has a conflict without being asked."),
  declared: z
    .array(name)
    .max(10, "at most 10 can be asked at once")
    .describe(
      "What somebody has to declare as a conflict: each is asked of whoever is asked about one. When there is none, whether they are close to somebody.",
    ),
  asked_before: z
    .array(
      explained(z.enum(["case_access", "brief_access", "ballot", "assignment", "panel_seat"]), {
        case_access: "Before the file of the case is opened.",
        brief_access: "Before the brief is read.",
        ballot: "Before a ballot is cast.",
        assignment: "Before a case is given to somebody.",
        panel_seat: "Before somebody sits on a panel.",
      }),
    )
    .describe(
      `When somebody is asked about a conflict. ${recorded} Members of the deciding body are always asked before the brief and before they vote, and officers before they decide a case without a vote.`,
    ),
  precheck_by: selector
    .optional()
    .describe(
      "Who looks for conflicts before the case reaches a body: of those who handle it these, or all of them where it is none of these, say who of the body has one before the brief is approved, and these members never learn of the case. Of a body that is a class of people, or has more than 100 members, nobody does. When left out, nobody does.",
    ),
  earlier_decider_means: z
    .array(
      explained(z.enum(["stage_outcome", "assessed", "convened"]), {
        stage_outcome: "Decided how a stage ended.",
        assessed: "Judged whether the case goes on.",
        convened: "Called the people together who decided.",
      }),
    )
    .min(1)
    .optional()
    .describe(
      "Who has decided in a case before, and so decides on no challenge in it where that keeps them out. When left out, whoever decided how a stage ended.",
    ),
  override: z
    .strictObject({
      clause,
      by: selector.describe(
        "Who may choose a witness, or whoever decided before, to decide all the same, and writes what is done about the conflict. Of a party, and of whoever stepped aside, nobody may.",
      ),
    })
    .optional()
    .describe("When a conflict cannot be avoided. When left out, nobody with one is chosen."),
  then: explained(z.enum(["recuse", "replace"]), {
    recuse: "The person steps aside and sees nothing of the case any more.",
    replace: "The same, and somebody else takes the place; nobody is put there by itself yet.",
  }).describe("What follows from a conflict."),
  party_in_body: z
    .strictObject({
      clause,
      bodies: z.array(name).min(1).describe("The bodies of which no party may be a member."),
      roles: z
        .array(partyRole)
        .min(1)
        .describe(
          "Which parties count. Whoever does not count is kept out of the case as any party is, and it goes on without them. A witness counts once they are asked.",
        ),
      blocks: z.array(name).min(1).describe("The stages that the case then does not enter."),
      exit: name.describe("The stage that it enters instead."),
      confirmed_by: explained(z.enum(["remaining"]), {
        remaining: "The members who are no party.",
      }).describe(`Who confirms it. ${recorded}`),
    })
    .optional()
    .describe(
      "What happens when a party is a member of a body that would decide: the case goes elsewhere. When left out, it goes on as ever, without that member.",
    ),
  notify_when_concerns: z
    .strictObject({
      clause,
      bodies: z
        .array(name)
        .min(1)
        .describe("The bodies that a case may concern: one of whose members is a party, as party_in_body has it."),
      who: selector.describe(
        "Who is told of it: those who handle the case read that on its card until they have recorded it with `/outside`.",
      ),
    })
    .optional()
    .describe("Somebody who is told when a case concerns a body. When left out, nobody is."),
});
