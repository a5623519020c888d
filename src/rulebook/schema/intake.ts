import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { clause, name, partyRole, recipients, selector } from "./vocabulary.ts";

export const rule = z.strictObject({
  clause,
  sanctionable: z
    .boolean()
    .default(true)
    .describe(
      "Whether a sanction may follow when it is broken. A motion with a sanction needs at least one broken rule of which this is true; when left out, it is.",
    ),
  exception: name.optional().describe(`A name for when the rule does not hold. ${recorded}`),
  grounds: z
    .array(name)
    .optional()
    .describe(`What an offence can be based on, such as age or religion_or_belief. ${recorded}`),
});

const field = z.strictObject({
  id: name.describe(
    "The name of the question. `relation` asks how the author is involved, and has to be there; whoever is named under `who_else` becomes a respondent; any other name is free.",
  ),
  type: explained(z.enum(["text", "long_text", "choice", "people", "rules"]), {
    text: "A short text of at most 200 characters.",
    long_text: "A text of several paragraphs.",
    choice: "One of the options.",
    people: "Up to five accounts of your platform; these people become respondents.",
    rules: "Some of the rules of this file.",
  }).describe("What is answered."),
  options: z
    .array(name)
    .min(2)
    .max(10)
    .optional()
    .describe(
      "What can be chosen, for a choice; other types have none. Of `relation` they are affected, witness and on_behalf.",
    ),
  required: z.boolean().describe("Whether the report can only be sent with an answer to this."),
});

export const intake = z.strictObject({
  clause,
  open_to: z.array(selector).min(1).describe(`Who may file a report. ${recorded} Everybody on your platform may.`),
  via: z
    .array(
      explained(z.enum(["command", "message_action", "officer_entry"]), {
        command: "By the command /report.",
        message_action: "From the menu of a message.",
        officer_entry: "By an officer who enters what somebody told them.",
      }),
    )
    .min(1)
    .describe(`In which ways a report can be filed. ${recorded} The command /report is the one there is.`),
  anonymous: explained(z.enum(["refused", "statistics_only", "investigable"]), {
    refused: "There are no anonymous reports.",
    statistics_only: "They are counted and not investigated.",
    investigable: "They are investigated like any other.",
  }).describe(`What becomes of a report without its author's name. ${recorded} None can be filed so far.`),
  limitation: z
    .literal("none")
    .describe("How old a matter may be when it is reported; none is for any age, and the one value so far."),
  fields: z
    .array(field)
    .min(1)
    .max(15)
    .describe("The questions of the form, in their order; four stand on a page. Their texts stand in locales/."),
  show_readers_before_sending: z
    .boolean()
    .describe(`Whether the author is told who will read the report before sending it. ${recorded} It is always told.`),
  to: selector.describe(
    "Who receives reports: a body or an office. The author of a report is never among them; about_a_receiver says what happens when it is about one of them.",
  ),
  about_a_receiver: z
    .strictObject({
      clause,
      ask_first: z
        .boolean()
        .describe("Whether the form asks if the report is about one of its receivers, and about whom."),
      choose: z
        .array(recipients)
        .min(1)
        .describe(
          "To whom the report may go instead. The author chooses: each holder of an office or member of a body is one choice, those of all_of are one together; nobody whom the report is about is offered.",
        ),
      also_show_addresses: z.boolean().describe(`Whether other ways to reach somebody are shown as well. ${recorded}`),
    })
    .describe(
      "What happens when a report is about one of its receivers: it passes by the whole body and goes to others.",
    ),
  procedure: name.describe("The procedure, of those under procedures, that a report starts."),
});

export const conflicts = z.strictObject({
  clause,
  automatic: z
    .array(
      explained(z.enum(["party", "witness"]), {
        party: "Whoever filed the report, and whomever it is about.",
        witness: "Whoever saw or heard what it is about.",
      }),
    )
    .describe(`Who has a conflict without being asked. ${recorded} A party of the case is always kept out of it.`),
  declared: z.array(name).describe(`What somebody has to declare as a conflict. ${recorded}`),
  asked_before: z
    .array(
      explained(z.enum(["case_access", "brief_access", "ballot"]), {
        case_access: "Before the file of the case is opened.",
        brief_access: "Before the brief is read.",
        ballot: "Before a ballot is cast.",
      }),
    )
    .describe(
      `When somebody is asked about a conflict. ${recorded} Members of the deciding body are always asked before the brief and before they vote.`,
    ),
  precheck_by: selector.optional().describe(`Who looks for conflicts before the case reaches a body. ${recorded}`),
  then: z
    .literal("recuse")
    .describe(
      "What follows from a conflict. recuse, the one value so far: the person steps aside and sees nothing of the case any more.",
    ),
  party_in_body: z
    .strictObject({
      clause,
      bodies: z.array(name).min(1).describe("The bodies of which no party may be a member."),
      roles: z
        .array(partyRole)
        .min(1)
        .describe(`Which parties count. ${recorded} The author of the report and whomever it is about always do.`),
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
      bodies: z.array(name).min(1).describe(`The bodies that a case may concern. ${recorded}`),
      who: selector.describe(`Who is told of it. ${recorded}`),
    })
    .optional()
    .describe(`Somebody who is told when a case concerns a body. ${recorded}`),
});
