import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { procedureLimit } from "./limits.ts";
import { flag } from "./rules.ts";
import { stage } from "./stages.ts";
import { anchor, clause, fraction, name, partyRole, selector, span } from "./vocabulary.ts";

const protections = {
  interim: z
    .array(
      z.strictObject({
        clause,
        sanction: name.describe("The sanction, of those under sanctions whose kind is interim."),
        by: selector.describe("Who may impose it, of those who handle the case; with a vote, the body that votes."),
        vote: name
          .optional()
          .describe(
            "The vote, of those under votes, by which a body imposes it. When left out, whoever may imposes it alone.",
          ),
        grounds: z
          .array(name)
          .min(1)
          .max(25, "at most 25 can be chosen from")
          .describe(
            "When it may be imposed, each ground under a name; whoever imposes it chooses one, and gives reasons.",
          ),
        review_every: span
          .optional()
          .describe(
            "How often it is looked at again: those who may impose it are reminded, and say that it goes on, and why, or end it. When left out, as the sanction says.",
          ),
        ends: anchor.describe(
          "When it ends at the latest: case.closed, or decision.made, when something is decided. Any other is read as case.closed. A decision that has reached the person takes its place in any case.",
        ),
      }),
    )
    .default([])
    .describe("What can be imposed before the case is decided: it holds meanwhile. When left out, nothing."),
  no_contact: z
    .strictObject({
      clause,
      decided_by: selector.describe("Who decides that both sides are kept apart, and that they are no longer."),
      relay_questions: z
        .union([z.boolean(), z.literal("always")])
        .describe(
          "Whether either side can put questions to the other through those who handle the case: true while they are kept apart, always also when they are not.",
        ),
      within: span
        .optional()
        .describe(
          "Within how long those who handle the case pass such words on or hold them back, and within how long they are answered: officers are reminded of both, and whoever was asked of the answer. Nobody has to answer. Needed where relay_questions is not false.",
        ),
    })
    .refine(({ relay_questions: relays, within }) => relays === false || within !== undefined, {
      path: ["within"],
      message: "within how long words are passed on and answered has to be said where relay_questions is not false",
    })
    .optional()
    .describe(
      "Keeping both sides apart while a case is handled: each is told not to write to the other. It holds until it is ended or the case is over. When left out, nobody is kept apart.",
    ),
  anonymous_evidence: z
    .strictObject({
      clause,
      by: z
        .array(selector)
        .min(1)
        .describe("Who may allow it, and alone reads the source; whoever holds the office next does after them."),
      verify: z
        .literal("required")
        .describe("Whether the source is checked: without saying how, it does not come into the file."),
    })
    .optional()
    .describe("Evidence whose source the others do not learn: it goes by a number. When left out, there is none."),
  priors_sealed: z
    .strictObject({
      clause,
      until: explained(z.enum(["finding_upheld"]), {
        finding_upheld: "It has been found that a rule was broken.",
      }).describe(
        "Until when nobody who decides learns of earlier findings: at a stage that imposes sanctions and is concluded by hand the finding is recorded first, which opens them, and only then is a sanction chosen.",
      ),
    })
    .optional()
    .describe(
      "Earlier findings against the respondent. When left out, nobody is shown any; what follows from a sanction that holds is told to whoever imposes another.",
    ),
  groups: z
    .strictObject({
      clause,
      share: fraction.describe("From which share of its members on, involved in it, a group is answerable as one."),
    })
    .optional()
    .describe("Groups that are answerable as one. When left out, none is."),
  support_needs: z
    .strictObject({ clause })
    .optional()
    .describe(
      "Asking each party at every stage what support they need: the task support_needs of a stage is entered for each of them. When left out, it is ticked like any other.",
    ),
};

const opening = {
  scope: z
    .strictObject({
      clause,
      any_of: z
        .array(name)
        .min(1)
        .max(24, "at most 24 fit where one of them is chosen")
        .describe("What may be so, each thing under a name of your own."),
    })
    .optional()
    .describe(
      "What the procedure is for: one of these has to be so. Whoever assesses a case says which it is, with a button of the case or `/scope`; where it is none, the outcomes with `suggested_when: { scope: none }` are suggested, and they decide. Not asked of a report about the organisation itself. When left out, it is for anything.",
    ),
  opened_without_report: z
    .strictObject({ clause, by: z.array(selector).min(1).describe("Who may open it, with `/open`.") })
    .optional()
    .describe(
      "Opening a case that nobody has reported; the organisation is the complainant then, and nobody is told of it as one. Whoever opens it handles it, with those whose stage it begins with. When left out, every case begins with a report.",
    ),
  may_start_at: z
    .strictObject({
      clause,
      stages: z.array(name).min(1).describe("The stages with which a case that nobody has reported may begin instead."),
      reason: z.literal("required").describe("Whether a reason is given."),
    })
    .optional()
    .describe(
      "Beginning with a later stage; the file says which were left out, and why. When left out, with the first.",
    ),
};

const times = {
  inactivity: z
    .strictObject({
      clause: clause.optional(),
      after: span
        .refine(({ amount }) => amount > 0, "a reminder that nothing happens comes after some time")
        .describe(
          "After how long without an entry by anybody, and so long after each other while nothing else is late, eight in all.",
        ),
    })
    .optional()
    .describe("Reminding the officers of a case in which nothing happens. When left out, they are not."),
  extendable: z
    .strictObject({
      clause,
      by: selector.describe(
        "Who may give more time, of those who know of the case; where a report passed all of them by, those who handle it.",
      ),
      reason: z.literal("required").describe("Whether a reason is given. Because of a vacation, that is the reason."),
      tells: z
        .array(partyRole)
        .min(1)
        .describe("Who is told of it, with the reason, of those who know of the case already."),
    })
    .optional()
    .describe(
      "More time for a task, a stage or the whole case, with `/case extend`. When left out, nobody can give any.",
    ),
  overdue: z
    .strictObject({
      clause,
      tells: z.array(partyRole).min(1).describe("Who is told of it, of those who know of the case already."),
    })
    .optional()
    .describe(
      "When a stage or the whole case takes longer than it should and nobody gave more time: the officers are asked to tell the parties, with `/case longer`. When left out, they are not.",
    ),
};

export const procedure = z.strictObject({
  clause,
  starts: name.describe("The stage with which a case begins."),
  ours: z
    .boolean()
    .default(false)
    .describe(
      "true: your document names duties and no procedure, and this one is a default that comes with Redress. Officers are told so in every case.",
    ),
  limit: procedureLimit,
  ...opening,
  ...times,
  ...protections,
  exits: z
    .array(z.strictObject({ clause, to: name.describe("Where, under a name of your own.") }))
    .default([])
    .describe(
      "Where a case may be handed to at any stage that officers conclude: each is one more outcome there, with reasons, and the case is closed here. What is handed over while it goes on is recorded with `/outside hand`. When left out, nowhere.",
    ),
  final: z.boolean().optional().describe("Whether nothing can be challenged in this procedure; the notices say so."),
  support_contact: z
    .strictObject({
      clause,
      from: selector.describe("Among whom one is, of those who handle the case."),
      changeable_by: selector.describe(
        "The party who sees in /mycase who it is, and may choose another there without a reason.",
      ),
    })
    .optional()
    .describe("One officer to whom a party can turn. When left out, nobody is named for that."),
  stoppable_by: z
    .strictObject({
      clause,
      who: selector.describe(
        "The party who may; party:affected is also whoever filed the report when it happened to them, and then nobody who saw it or reports for somebody.",
      ),
      until: explained(z.enum(["decision.made", "decision.notified", "case.closed"]), {
        "decision.made": "As long as no motion was carried and no decision entered.",
        "decision.notified": "As long as the decision has reached nobody.",
        "case.closed": "As long as the case is open.",
      }).describe("Until when."),
      outcome: name.describe("The name of a case that ended so; a challenge may be against it."),
      flag: flag
        .optional()
        .describe("Only cases with this flag, such as survivor_centric. When left out, every case of the procedure."),
    })
    .optional()
    .describe(
      "Who may stop a case, in /mycase, without a reason: an open vote is void and the case is closed. When left out, nobody.",
    ),
  confidentiality_gate: z
    .strictObject({
      clause: clause.describe(
        "The clause that is cited when a member of the deciding body promises to keep the case confidential.",
      ),
      for: z
        .array(
          explained(z.enum(["complainant", "respondent", "witness", "handler", "voter"]), {
            complainant: "Whoever filed the report.",
            respondent: "Whomever it is about.",
            witness: "Whoever is heard about it.",
            handler: "The officers of the case.",
            voter: "The members of the deciding body.",
          }),
        )
        .min(1)
        .describe(
          `Who promises it. With complainant, whoever reports with their name reads before sending that they promise it by that. Of respondent: ${recorded} Witnesses always promise it before they read what they are asked, members of the deciding body before they read the brief, and officers before they decide.`,
        ),
    })
    .optional()
    .describe(
      "The promise to keep the case confidential. When left out, the clause of conflicts is cited where it is asked for.",
    ),
  stages: z
    .record(name, stage)
    .describe("The steps of a case, each under a name of your own; an outcome says which one follows."),
  escalate: z
    .strictObject({
      clause,
      by: selector.describe("Who may hand it over, of those who handle the case."),
      to: selector.describe(
        "To whom: one of the externals. Whoever it is reads nothing before saying that nothing stands between them and the case.",
      ),
      reason: z.literal("required").describe("A reason is always given, and stands in the file."),
    })
    .optional()
    .describe("Handing a case to somebody above at any stage; it goes on meanwhile. When left out, nobody can."),
  referrals: z
    .strictObject({
      clause,
      police: explained(z.enum(["never_by_us", "discretionary", "required"]), {
        never_by_us: "You never do; whoever is affected may.",
        discretionary: "You may.",
        required: "You have to.",
      }).describe(
        "Whether you report matters to the police. Whoever files a report is told so before sending it, by the procedure that reports start where no route is taken.",
      ),
      police_when: z
        .array(name)
        .min(1)
        .optional()
        .describe(
          "On which grounds you have to, each under a name of your own: what is handed to the police is recorded with one of them.",
        ),
      support_card: z
        .array(name)
        .describe(
          "The externals who can help: shown to whoever filed the report with the receipt and in /mycase, and sent by officers, which is recorded.",
        ),
    })
    .optional()
    .describe("Help from outside. When left out, nobody is told where to get any."),
});
