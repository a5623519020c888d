import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { procedureLimit } from "./limits.ts";
import { anchor, clause, listed, name, partyRole, selector, span } from "./vocabulary.ts";

const task = z.strictObject({
  id: explained(z.enum(["acknowledge"], "a task is something that can be done here: acknowledge"), {
    acknowledge: "An officer tells the author that the report has arrived, with a button of the case.",
  }).describe("What has to be done."),
  within: span.describe(
    "By when: so long after the stage began. The officers are reminded, at the times of the calendar.",
  ),
});

const need = explained(z.enum(["tasks_done", "rule_cited", "reasons", "summoned", "attempts_used", "no_respondent"]), {
  tasks_done: "The tasks of the stage have been done.",
  rule_cited: "At least one rule is named as broken.",
  reasons: "Reasons are given.",
  summoned: "The respondent has been called to a meeting at least once.",
  attempts_used:
    "The respondent has been called as often as summons.attempts says, and the day of the last meeting has passed.",
  no_respondent: "It is not known whom the report is about. While it is known, the outcome is not offered.",
});

const outcome = z.strictObject({
  then: name.describe("The stage that follows."),
  needs: z
    .array(need)
    .default([])
    .describe(
      "What has to be there before officers can conclude the stage so; until then the refusal says what is missing. When left out, nothing. Of a vote or a delivery nothing is asked.",
    ),
  notify: z
    .array(
      explained(z.enum(["complainant", "respondent", "council"]), {
        complainant: "Whoever filed the report.",
        respondent: "Everybody whom the report is about.",
        council: "The officers, in their room of the case.",
      }),
    )
    .default([])
    .describe("Who is told. When left out, nobody is."),
  sanctions: z
    .array(name)
    .optional()
    .describe(
      `The sanctions among which a motion chooses, at a stage that is a vote; when left out, there is none to choose. Of other stages: ${recorded.toLowerCase()}`,
    ),
});

const target = z.strictObject({
  within: span.describe("So long after the moment of `from`."),
  from: anchor.describe("What the time is counted from: here stage.opened or decision.made."),
  remind: selector
    .optional()
    .describe(
      "Who is reminded, each in person. When left out, or where all of them stepped aside, the room is: of the board once it has a brief, otherwise of the officers.",
    ),
});

const common = {
  clause,
  outcomes: listed(outcome, 10).describe(
    "What the stage can end with, each under a name of your own. Officers have a button for each; a vote ends by its motions, a notify stage by its first outcome.",
  ),
  with: z.array(partyRole).default([]).describe(`The parties whom the stage is about. ${recorded}`),
  tasks: z
    .array(task)
    .max(1, "a task stands here once")
    .default([])
    .describe("What has to be done at this stage within a time. When left out, nothing."),
  target: target.optional().describe("By when the stage should be over. When left out, nobody is reminded of it."),
};

const aKind = "What is done at this stage.";

const handled = z.strictObject({
  kind: explained(z.enum(["contact", "assess", "investigate", "notify", "external"]), {
    contact: "Officers speak with a party, and conclude it.",
    assess: "Officers judge whether a rule may have been broken, and conclude it.",
    investigate: "Officers gather what is known and hear witnesses, and conclude it.",
    notify:
      "The notices of the decision are sent. It ends by itself, with its first outcome, once all of them have been delivered.",
    external: "Somebody outside decides. Nobody can conclude it in Redress yet.",
  }).describe(aKind),
  owner: selector.describe(
    `Whose stage it is. ${recorded} Whoever received the report handles it until the deciding body has it.`,
  ),
  ...common,
  informs: partyRole
    .optional()
    .describe(
      `The party who learns of the case at this stage. ${recorded} A respondent learns of it by the first thing that is sent to them.`,
    ),
  summons: z
    .strictObject({
      notice: span.describe("How long before the meeting the respondent is told of it, at the least."),
      attempts: z.int().positive().describe("How often the respondent is called before attempts_used is met."),
    })
    .optional()
    .describe("How respondents are called to a meeting. When left out, nobody can be called at this stage."),
});

const motion = z.strictObject({
  vote: name.describe("The vote, of those under votes, by which it is decided; one whose method is motion."),
  requires: z
    .array(
      explained(z.enum(["finding", "one_sanction"]), {
        finding: "At least one rule is named as broken.",
        one_sanction: "One sanction is chosen; a motion that does not require it may have none.",
      }),
    )
    .default([])
    .describe("What whoever puts the motion has to choose with it. When left out, nothing."),
  outcome: name.describe("The outcome of this stage when it is carried. When it is lost, the stage goes on."),
});

export const stage = z.discriminatedUnion("kind", [
  handled,
  z.strictObject({
    kind: explained(z.enum(["vote"]), {
      vote: "A body decides on motions, from a brief without names.",
    }).describe(aKind),
    owner: selector.describe(
      "The body that decides. Its members see the case once there is an approved brief; its chair puts motions and closes votes.",
    ),
    ...common,
    sees: explained(z.enum(["brief"]), {
      brief: "The brief, and nothing of the file.",
    }).describe("What the deciding body reads. There is one way so far."),
    brief: z
      .strictObject({
        clause,
        by: selector.describe(`Who writes it. ${recorded} Whoever handles the case does.`),
        second_approval: z
          .boolean()
          .describe(
            "true: another officer than its writer approves the brief, unless one officer alone handles the case. false: its writer may.",
          ),
        mask: z
          .array(
            explained(z.enum(["names", "accounts", "contact"]), {
              names: "Names of the parties.",
              accounts: "Mentions of accounts.",
              contact: "Addresses and numbers of telephones.",
            }),
          )
          .min(1)
          .describe(
            `What may not stand in it. ${recorded} A brief with a name of a party or a mention is always refused; addresses and numbers are not looked for.`,
          ),
      })
      .describe("The text from which the body decides."),
    questions_via: selector.optional().describe(`Through whom the body asks the parties. ${recorded}`),
    motions: listed(motion, 25).describe("What can be put to the vote at this stage, each under a name of your own."),
  }),
  z.strictObject({
    kind: explained(z.enum(["closed"]), { closed: "Nothing more: the case is over." }).describe(aKind),
    clause,
  }),
]);

export const procedure = z.strictObject({
  clause,
  starts: name.describe("The stage with which a case begins."),
  limit: procedureLimit,
  support_contact: z
    .strictObject({
      clause,
      from: selector.describe(`Among whom one is. ${recorded}`),
      changeable_by: selector.describe(`Who may ask for another. ${recorded}`),
    })
    .optional()
    .describe(`One officer to whom a party can turn. ${recorded}`),
  stoppable_by: z
    .strictObject({
      clause,
      who: selector.describe(`Who may stop it. ${recorded}`),
      until: anchor.describe(`Until when. ${recorded}`),
      outcome: name.describe(`The name of a case that ended so; a challenge may be against it. ${recorded}`),
    })
    .optional()
    .describe(`Who may stop a case. ${recorded}`),
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
        .describe(`Who promises it. ${recorded} Members of the deciding body always do before they read the brief.`),
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
      by: selector.describe(`Who may hand it over. ${recorded}`),
      to: selector.describe(`To whom. ${recorded}`),
      reason: z.literal("required").describe(`Whether a reason is given. ${recorded}`),
    })
    .optional()
    .describe(`Handing a case to somebody above at any stage. ${recorded}`),
  referrals: z
    .strictObject({
      clause,
      police: explained(z.enum(["never_by_us", "discretionary", "required"]), {
        never_by_us: "You never do; whoever is affected may.",
        discretionary: "You may.",
        required: "You have to.",
      }).describe(`Whether you report matters to the police. ${recorded}`),
      support_card: z
        .array(name)
        .describe(`The externals who can help, as they would be shown to a party. ${recorded}`),
    })
    .optional()
    .describe(`Help from outside. ${recorded}`),
});
