import { z } from "zod";

import { explained } from "./explained.ts";
import { clause, name, programmeEvent, selector } from "./vocabulary.ts";

/** What a matter can be about. */
export const subject = explained(z.enum(["organisation", "person", "group"]), {
  organisation: "What the organisation does or leaves undone.",
  person: "What somebody did.",
  group: "What several people did together.",
});

const plain = {
  rule: z.array(name).min(1).optional().describe("One of these rules is named in the report."),
  respondent_holds: z
    .array(name)
    .min(1)
    .optional()
    .describe("Somebody whom the report is about holds one of these offices."),
  answer: z
    .record(name, z.array(name).min(1))
    .optional()
    .describe("Each of these choices of the form is answered with one of these options."),
  about: z
    .array(subject)
    .min(1)
    .optional()
    .describe("The question `about` of the report is answered with one of these."),
  respondent_class: z
    .array(name)
    .min(1)
    .optional()
    .describe("Somebody whom the report is about is of one of these classes, as the roster says."),
  complainant_class: z
    .array(name)
    .min(1)
    .optional()
    .describe("Whoever files it is of one of these classes, as the roster says."),
};

const aCondition = "a condition says at least one thing that must be so";

/** When something is so of a report: everything that is said must be. */
const condition = z.strictObject(plain).refine((said) => Object.keys(said).length > 0, aCondition);

/** Where reports go that are not like the others. */
export const route = z.strictObject({
  clause,
  when: condition.describe("When this route is taken: everything said here must be so."),
  unless: condition.optional().describe("When it is not taken all the same."),
  procedure: name.describe("The procedure that the report starts."),
  starts: name
    .optional()
    .describe("The stage with which the case begins. When left out, the one that the procedure starts with."),
  to: z
    .array(selector)
    .min(1)
    .optional()
    .describe(
      "Who receives such a report: the first of these of whom nobody is the author or somebody whom it is about. When left out, those who receive every report.",
    ),
  until: z
    .strictObject({
      clause,
      before: programmeEvent.describe(
        "The event before which it must be filed, where it has a date: the last date of that programme and phase.",
      ),
    })
    .optional()
    .describe(
      "Until when such a report can be filed, where it is not the time of all reports: after it, it is refused.",
    ),
  treated_as: subject
    .optional()
    .describe(
      "What such a report counts as being about, whatever it says. With organisation whoever it names is no party: what they are called stands in the file, and nothing of the case is shown to them.",
    ),
});
