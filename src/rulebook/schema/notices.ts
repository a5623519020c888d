import { z } from "zod";

import { explained } from "./explained.ts";
import { clause } from "./vocabulary.ts";

export const notice = z.strictObject({
  clause,
  must_contain: z
    .array(
      explained(
        z.enum([
          "unacceptable",
          "clause",
          "further_warnings_lead_to_suspension",
          "excluded_from_events",
          "permits",
          "from",
          "until",
          "appeal_until",
          "outcome",
          "reasons",
          "sanction",
          "next_step",
          "allegation",
          "code_link",
          "procedure_link",
          "support",
        ]),
        {
          unacceptable: "To the respondent: the behaviour is unacceptable and against the rules.",
          clause: "The clauses; they stand in every notice, asked for or not.",
          further_warnings_lead_to_suspension: "To the respondent: further warnings lead to a suspension.",
          excluded_from_events: "During that time the person may not take part in events.",
          permits: "What stays open to the person: the permits of the sanction.",
          from: "The day from which the sanction holds.",
          until: "The day on which it lapses.",
          appeal_until: "Until when one may appeal; it is told to everybody who may, asked for or not.",
          outcome: "How it ended; it stands in every notice of a decision.",
          reasons: "The reasons; they stand in every notice of a decision to a party.",
          sanction: "The sanction; it stands in every notice of a decision with one.",
          next_step:
            "What can be done next: to which stage the case goes, how one may appeal, or that the decision is final.",
          allegation:
            "What the report says: it stands in the notice by which a task is done (tasks.notice), as whoever does it writes it.",
          code_link:
            "Where the clauses of the rules that the report names can be read: a link of their own under code, or of their chapter. Only in a notice by which a task is done.",
          procedure_link: "Where the rules can be read; the link stands in every notice, asked for or not.",
          support:
            "Where help is: the support card of the procedure, or that one can ask those who handle the case. In a notice by which a task is done.",
        },
      ),
    )
    .describe(
      "What has to stand in the notice; one in which reasons, an appeal, a next step or a link would be missing is not sent. The words are ours, in locales/.",
    ),
  aim_line: z
    .boolean()
    .default(false)
    .describe(
      "Of the notice called outcome: true puts one sentence into every notice of a decision, that the aim is a safe environment and not punishment.",
    ),
});
