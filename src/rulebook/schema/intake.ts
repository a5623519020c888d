import { z } from "zod";

import { route } from "./conditions.ts";
import { explained, recorded } from "./explained.ts";
import { flag } from "./rules.ts";
import { clause, name, recipients, selector, span } from "./vocabulary.ts";

const field = z.strictObject({
  id: name.describe(
    "The name of the question. `relation` asks how the author is involved, and has to be there; whoever is named under `who_else` becomes a respondent; `about` asks what it is about, as the rules say it under `about`; `whom_it_happened_to` (a text) and `to_whom` (people, one) ask those who saw it or report for somebody to whom it happened, who becomes the affected party; `tried_first` asks what own_attempt says; any other name is free.",
  ),
  type: explained(z.enum(["text", "long_text", "choice", "people", "rules", "date", "contact", "decision"]), {
    text: "A short text of at most 200 characters.",
    long_text: "A text of several paragraphs.",
    choice: "One of the options.",
    people: "Up to five accounts of your platform; these people become respondents, but for the field `to_whom`.",
    rules: "Some of the rules of this file.",
    date: "A day: chosen from a calendar, or written as 2026-03-15, 15.3.2026 or 15/3/2026.",
    decision:
      "The number of a decision in the register, such as D-2027-04. Whoever may read the register is told where it holds no such decision; of others it is taken as written.",
    contact: "How the author can be reached: an address or a number, as it was written.",
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
  flags: z
    .record(name, z.array(flag).min(1))
    .optional()
    .describe(
      "Of a choice: by which of its options a report is handled otherwise than the rest, and how; such as `{ under_18: [urgent, no_informal] }`.",
    ),
});

export const intake = z.strictObject({
  clause,
  open_to: z
    .array(selector)
    .min(1)
    .describe(
      "Who may file a report: anyone who has an account on your platform, or those alone who hold an office, are of a body, or are of a class, as the roster says. An officer may enter a report of anybody else.",
    ),
  via: z
    .array(
      explained(z.enum(["command", "message_action", "officer_entry"]), {
        command: "By the command /report.",
        message_action: "From the menu of a message.",
        officer_entry: "By an officer who enters what somebody told them.",
      }),
    )
    .min(1)
    .describe("In which ways a report can be filed. In any other it is refused, with the way that there is."),
  anonymous: explained(z.enum(["refused", "statistics_only", "investigable"]), {
    refused: "There are no anonymous reports.",
    statistics_only:
      "They are counted and not investigated: an officer reads and codes each, and its words are destroyed with that.",
    investigable:
      "They are investigated like any other. Their author gets a code, with which officers can ask and the author can answer.",
  }).describe(
    "What becomes of a report without its author's name. Nothing that is kept says who filed one, and whoever receives reports cannot file one.",
  ),
  limitation: z
    .union(
      [
        z.literal("none"),
        z.strictObject({
          clause,
          within: span.describe("For how long it can be reported."),
          from: z
            .literal("incident.date")
            .describe(
              "From when that is counted: what is answered to the field incident_date, or to the first that asks for a day.",
            ),
          late: z
            .strictObject({
              clause,
              to: selector.describe(
                "Who decides whether a late report is taken, of those who receive it; where it passed all of them by, those who receive it do.",
              ),
              final: z.boolean().describe("Whether that cannot be contested; whoever reported is told so."),
            })
            .optional()
            .describe(
              "A late report can be filed with the reason, where a field why_late asks for it, and waits for a decision. When left out, it is refused.",
            ),
        }),
      ],
      "how old a matter may be is none, or has clause, within and from",
    )
    .describe("How old a matter may be when it is reported; none is for any age."),
  groups: z
    .strictObject({
      clause,
      spokesperson: explained(z.enum(["required", "allowed"]), {
        required: "One of them speaks for all: the report is not sent before it says who.",
        allowed: "One of them may speak for all.",
      }).describe(
        "Whether one of several who report together speaks for them: answers what the officers ask and says who is their contact.",
      ),
      confirm_each: z
        .boolean()
        .describe(
          "true: whoever was named confirms it with a button, or an officer records it, and is no party before. false: they are parties at once. Either way each of them is told and can decline.",
        ),
    })
    .optional()
    .describe(
      "Several people who report something together: the form asks who they are. When left out, a report is from one person.",
    ),
  companion: z
    .strictObject({
      clause,
      from: selector.describe("From among whom. Somebody else is refused."),
      may_speak: z
        .boolean()
        .describe("Whether the companion may speak for the party: whoever reports reads it before they send it."),
    })
    .optional()
    .describe(
      "Nobody from outside speaks for a party, in speech or in writing: whoever reports or hands something in says that they speak for themselves, and who of these goes with them; what somebody from outside wrote goes back to its party, who sends it again in their own name. When left out, anybody may speak for a party.",
    ),
  organisation_as_party: z
    .strictObject({
      clause,
      represented_by: selector.describe(
        "Who represents it: the first of them who has no other part in the case. They get what a respondent gets, and neither handle nor decide the case.",
      ),
    })
    .optional()
    .describe(
      "When a report is about the organisation itself, it is the respondent. When left out, such a report has no respondent.",
    ),
  self_disclosure: z
    .strictObject({
      clause,
      to: selector.describe("Who receives it. Where all of them are the author, those whom about_a_receiver names do."),
    })
    .optional()
    .describe(
      "Reporting what one has done oneself: an option of the field `relation`. There is no complainant then, nobody else is told, and whoever decides reads that the respondent came by themselves. When left out, it is not asked.",
    ),
  respondent: z
    .strictObject({
      clause,
      named: explained(z.enum(["required"]), {
        required: "A report says whom it is about, by an account or in words.",
      }).describe("Whether a report has to say it."),
    })
    .optional()
    .describe("Saying whom a report is about. When left out, the fields say what has to be answered."),
  own_attempt: z
    .strictObject({ clause })
    .optional()
    .describe(
      "Whether it is asked if somebody tried to settle the matter themselves, where no rule is named that shuts that out. The answer never stops a report.",
    ),
  false_reports: z
    .strictObject({
      clause,
      from_reason: name.describe("The reason of a dismissal, of those under reasons, that such a case can follow."),
    })
    .optional()
    .describe(
      "A case about somebody who reported what they knew to be false: whoever handles a case that was dismissed for that reason opens it. When left out, nobody can.",
    ),
  author_is_told: z
    .array(
      z.strictObject({
        clause,
        what: explained(z.enum(["respondent_sees_report", "false_reports", "police_duty", "what_happens_next"]), {
          respondent_sees_report: "The respondent will be told what the report says.",
          false_reports: "Knowingly false reports have consequences.",
          police_duty:
            "Some matters have to be reported to the police. Where referrals.police of the procedure says otherwise, that is told.",
          what_happens_next:
            "What happens next: how soon the report is acknowledged and looked at, as the first stage of its procedure says.",
        }).describe("What is told."),
      }),
    )
    .default([])
    .describe(
      "What an author is told before sending, besides who will read the report and whether it may go to the police. When left out, whether the respondent can learn the author's name follows from the challenges: only on request, where there is one for information.",
    ),
  fields: z
    .array(field)
    .min(1)
    .max(15)
    .describe(
      "The questions of the form, in their order; four stand on a page. What only some rules need comes last, and is asked of reports under these rules alone. Their texts stand in locales/.",
    ),
  drafts_kept: span
    .optional()
    .describe(
      "How long what somebody has typed and not sent is kept, from when they last typed; then it is deleted. When left out, 30 days.",
    ),
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
  procedure: name.describe("The procedure, of those under procedures, that a report starts where no route is taken."),
  routes: z
    .array(route)
    .default([])
    .describe(
      "Reports that start another procedure. The first route that fits is taken; when left out, there is none.",
    ),
});

/** Reasons by which an officer explains an outcome, each list under a name. */
export const reasons = z
  .record(
    name,
    z.strictObject({
      clause,
      any_of: z
        .array(name)
        .min(1)
        .max(10, "at most 10 reasons fit in a notice")
        .describe("The reasons there are, each under a name of your own."),
    }),
  )
  .default({})
  .describe("Lists of reasons from which an outcome takes one or more. When left out, there is none.");
