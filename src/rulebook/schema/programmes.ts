import { z } from "zod";

import { localMoment } from "./day.ts";
import { explained, recorded } from "./explained.ts";
import { clause, name, owner, selector, shownText, span } from "./vocabulary.ts";

const entry = {
  clause,
  what: shownText(200).describe(`What stands in it, in a sentence. ${recorded}`),
};

/** Things that people declare, and that somebody keeps. */
export const registers = z
  .record(
    name,
    z.strictObject({
      ...entry,
      kind: explained(z.enum(["declaration", "disclosure", "authorisation", "record", "question"]), {
        declaration: "Somebody promises or confirms something.",
        disclosure: "Somebody makes something known.",
        authorisation: "Somebody asks whether they may.",
        record: "What was decided or done.",
        question:
          "Somebody asks in confidence with /ask, without a report and without a case, and is answered; nobody else reads it.",
      }).describe(`What is done with it. ${recorded} A question is asked and answered.`),
      by: z
        .array(selector)
        .min(1)
        .describe(
          `Who makes the entry. ${recorded} Of a question it is acted on; where nobody is listed in a class, everybody may ask.`,
        ),
      to: owner
        .optional()
        .describe(
          `Who receives it. ${recorded} Of a question it is acted on: with chosen_by whoever asks chooses one person.`,
        ),
      needs: z.array(name).optional().describe(`What must come with it, each under a name of your own. ${recorded}`),
      within: span
        .optional()
        .describe(`In what time. ${recorded} Whoever has not answered a question by then is reminded.`),
      lasts: span.optional().describe(`For how long an entry holds. When left out, until it is ended. ${recorded}`),
      renew: explained(z.enum(["never", "every_year", "new_version"]), {
        never: "It is made once.",
        every_year: "It is made every year.",
        new_version: "It is made again when the document changes.",
      })
        .optional()
        .describe(`When it is made again. ${recorded}`),
      remind_before: span.optional().describe(`How long before it matters the person is reminded. ${recorded}`),
      blocks_vote: z
        .boolean()
        .optional()
        .describe(`Whether somebody who has not made it yet may not vote. When left out, they may. ${recorded}`),
      rank: z
        .int()
        .positive()
        .optional()
        .describe(
          `Which goes before which when two decisions contradict each other: 1 goes before 2. When left out, none does. ${recorded}`,
        ),
      readers: z.array(selector).optional().describe(`Who may read it. ${recorded}`),
      feeds_conflicts: z.boolean().optional().describe(`Whether an entry is a conflict of interest. ${recorded}`),
    }),
  )
  .default({})
  .describe(`What people declare and what is kept of it. When left out, nothing. ${recorded}`);

/** What has to be done again and again. */
export const obligations = z
  .record(
    name,
    z.strictObject({
      clause,
      what: shownText(200).describe(
        "What it is, in a sentence. Those who owe it read it when it comes near or is late.",
      ),
      owner: selector.describe(
        "Who owes it: they are told 28 and 7 days before its last day, on that day and when it is over, and record with `/due` that it was done.",
      ),
      every: span
        .refine(({ amount }) => amount > 0, "what is done again is done some time later")
        .optional()
        .describe("How often: so long after the last time that is recorded, or after you began with Redress."),
      at_least: z.int().positive().optional().describe("How many times at the least, as far as it is recorded."),
      at_most: z
        .int()
        .positive()
        .optional()
        .describe("How many times at the most. Those who owe it are told when it was recorded more often."),
      per: explained(z.enum(["academic_year", "calendar_year", "term"]), {
        academic_year: "In each of your years, as calendar.academic_year says.",
        calendar_year: "From January to December.",
        term: "In each term of calendar.terms; outside them nothing is owed.",
      })
        .optional()
        .describe("In what time that is counted."),
    }),
  )
  .default({})
  .describe("What has to be done again and again, counted from what is recorded with `/due`. When left out, nothing.");

const phase = z.strictObject({
  clause,
  dates: z
    .array(
      z
        .strictObject({
          opens: localMoment.optional().describe("When it opens."),
          closes: localMoment.optional().describe("When it closes."),
        })
        .refine(({ opens, closes }) => opens !== undefined || closes !== undefined, "it says when it opens or closes"),
    )
    .default([])
    .describe(
      "When it is, where you are, each time that it is held. What has to be filed before such a moment is refused after the last of them; nothing in a case moves them. When left out, nothing is refused for it.",
    ),
  what: shownText(200).optional().describe(`What is done, in a sentence. ${recorded}`),
  lasts: span.optional().describe(`How long it takes, at the least. ${recorded}`),
  within: span.optional().describe(`In what time it must be done. ${recorded}`),
  before: z
    .strictObject({
      phase: name.describe(`The phase of this programme, or held for the event itself. ${recorded}`),
      at_least: span.describe(`How long before it, at the least. ${recorded}`),
    })
    .optional()
    .describe(`Before what it must be done. ${recorded}`),
  after_close: z.record(name, span).optional().describe(`What is made known in what time after its end. ${recorded}`),
  vote: name.optional().describe("The vote, of those under votes: whoever chairs the programme opens and closes it."),
  needs: z.array(name).optional().describe(`What must be there, each thing under a name of your own. ${recorded}`),
});

/** Elections, referendums, meetings: what runs by a timetable. */
export const programmes = z
  .record(
    name,
    z.strictObject({
      ...entry,
      owner: owner.describe(`Who holds it. ${recorded}`),
      started_by: z
        .array(
          z.union([
            z.strictObject({ clause, decision_of: selector.describe(`A decision of these people. ${recorded}`) }),
            z.strictObject({
              clause,
              petition: z.int().positive().describe(`So many members ask for it. ${recorded}`),
            }),
          ]),
        )
        .default([])
        .describe(`What starts it; any of these. ${recorded}`),
      notice: z
        .strictObject({ clause, at_least: span.describe(`How long before, at the least. ${recorded}`) })
        .optional()
        .describe(`How long before it members are told. ${recorded}`),
      agenda: z
        .strictObject({
          clause,
          must_have: z.array(name).min(1).describe(`The items, by names of your own. ${recorded}`),
        })
        .optional()
        .describe(`What must be dealt with. ${recorded}`),
      quorum: z
        .strictObject({ clause, present: z.int().positive().describe(`How many must be there. ${recorded}`) })
        .optional()
        .describe(`How many must be there. ${recorded}`),
      chair: owner
        .optional()
        .describe(
          "Who chairs: all whom it names open and close the votes of its phases and lead the sessions of the body, as far as they are of that body. When left out, the chair of the body does.",
        ),
      phases: z.record(name, phase).default({}).describe(`Its parts in time, each under a name. ${recorded}`),
      rules: z
        .array(z.strictObject({ clause, says: shownText(300).describe(`The rule, in a sentence. ${recorded}`) }))
        .default([])
        .describe(`What else holds for it. ${recorded}`),
    }),
  )
  .default({})
  .describe(`What runs by a timetable: elections, referendums, meetings. When left out, nothing. ${recorded}`);
