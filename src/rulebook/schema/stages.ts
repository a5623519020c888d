import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { outcome } from "./outcomes.ts";
import { anchor, anchors, clause, listed, name, owner, partyRole, selector, span } from "./vocabulary.ts";

const task = z.strictObject({
  id: explained(
    z.enum(
      [
        "acknowledge",
        "hear_complainant",
        "hear_respondent",
        "hear_witnesses",
        "inform_respondent",
        "consent_complainant",
        "consent_respondent",
        "support_needs",
        "own_attempt",
        "report_to_university",
        "safety_plan",
        "support_referral",
        "child_protection",
        "authorities_considered",
        "propose",
        "document",
      ],
      "a task is something that can be done here, such as acknowledge or hear_respondent",
    ),
    {
      acknowledge: "An officer tells the author that the report has arrived, with a button of the case.",
      hear_complainant: "The complainant has been heard.",
      hear_respondent: "The respondent has been heard, or has had the chance.",
      hear_witnesses: "The witnesses have been heard.",
      inform_respondent: "The respondent has been told in writing what the report says.",
      consent_complainant:
        "The complainant has agreed in writing, by a button under exactly the text that both sides were asked about.",
      consent_respondent:
        "The respondent has agreed in writing, by a button under exactly the text that both sides were asked about.",
      support_needs: "Each party has been asked what support they need.",
      own_attempt: "It has been asked whether the parties tried to settle it themselves.",
      report_to_university: "The university has been told.",
      safety_plan: "It has been settled how whoever is in danger is kept safe.",
      support_referral: "Whoever needs it has been told where help is.",
      child_protection: "Those who protect children have been told, or it has been written down why not.",
      authorities_considered:
        "It has been considered whether the authorities are told, and written down why or why not.",
      propose: "A proposal has been made in writing: both sides are asked to agree to it.",
      document: "What happened has been written down.",
    },
  ).describe("What has to be done. What is not acknowledge, an officer ticks, with a note."),
  clause: clause.optional(),
  within: span
    .optional()
    .describe(
      "By when: so long after the stage began. The officers are reminded, at the times of the calendar. When left out, nobody is.",
    ),
  tells: z
    .array(selector)
    .min(1)
    .optional()
    .describe(
      "Those outside who are told, each one of the externals: the task is done by recording what was handed to one of them, and on which day; for each respondent to their own, where externals say whose they are. When left out, nobody outside is.",
    ),
  notice: name
    .optional()
    .describe(
      "The notice, of those under notices, by which it is done: what an officer writes with the task is sent to every respondent. When left out, the task is ticked, with a note.",
    ),
});

const target = z.strictObject({
  clause: clause.optional(),
  within: span.describe("So long after the moment of `from`."),
  from: anchor.describe("What the time is counted from: here report.received, stage.opened or decision.made."),
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
  with: z
    .array(partyRole)
    .default([])
    .describe(
      `The parties whom the stage is about. With witness, witnesses are asked at this stage and after it, and at none before; where no stage names them, at every stage that officers conclude. Of the other parties: ${recorded}`,
    ),
  tasks: z
    .array(task)
    .max(5, "at most 5 tasks fit")
    .default([])
    .describe("What has to be done at this stage. When left out, nothing."),
  target: target.optional().describe("By when the stage should be over. When left out, nobody is reminded of it."),
};

const aKind = "What is done at this stage.";

const handledKeys = {
  owner: owner.describe(
    "Whose stage it is. A case that comes to it goes on to them, where none of those who handle it is one of them and the stage is of the kind contact, assess, investigate, agree or decide; of any other stage whoever handles the case enters what came of it. With chosen_by and from it is chosen in each case who decides.",
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
};

const handled = z.strictObject({
  kind: explained(z.enum(["contact", "assess", "investigate", "agree", "decide", "notify", "external"]), {
    contact: "Officers speak with a party, and conclude it.",
    assess: "Officers judge whether a rule may have been broken, and conclude it.",
    investigate: "Officers gather what is known and hear witnesses, and conclude it.",
    agree: "A way that both sides agree to is looked for. Officers conclude it, with what was agreed.",
    decide:
      "Whoever handles the case decides it, without a vote: an outcome with sanctions names the rules that were broken, one sanction and the reasons.",
    notify:
      "The notices of the decision are sent: by the chair of the body that voted, otherwise by those who handle the case. It ends by itself, with its first outcome, once all of them have been delivered.",
    external:
      "Somebody outside decides. Officers enter how it ended; an outcome with sanctions is entered like a decision.",
  }).describe(aKind),
  ...handledKeys,
});

const panel = z.strictObject({
  kind: explained(z.enum(["panel"]), {
    panel:
      "A panel hears both sides and decides. It is not called together in Redress yet: officers enter what it decided, like a decision.",
  }).describe(aKind),
  panel: name.describe(`The panel, of those under panels. ${recorded}`),
  scope: explained(z.enum(["rehearing", "grounds_only"]), {
    rehearing: "The whole matter, anew.",
    grounds_only: "Only the grounds of the challenge.",
  })
    .optional()
    .describe(
      "What it looks at. Where it is the grounds only, those before whom a challenge is that it hears read what was lodged, the reasons of what was decided before and what was handed in since, and nothing else of the case (`/appeal bundle`).",
    ),
  hearing: z
    .strictObject({
      clause,
      profile: name.describe("The times of the hearing, of those under hearings.profiles."),
    })
    .optional()
    .describe(
      "The hearing: officers tell both sides when it is, and record that it was held and what happened there; the stage does not end before that. When left out, none is held.",
    ),
  ...handledKeys,
});

const choice = z.strictObject({
  kind: explained(z.enum(["elect"]), {
    elect:
      "The respondent chooses how it goes on, within a time: the notice before it says between what, and until when, with a button for each. Officers enter it only for those without an account and those whom the decision reached by hand. Several have to choose the same. When nothing was chosen in time, what holds then is entered by itself.",
  }).describe(aKind),
  window: z
    .strictObject({
      within: span.describe("For how long the respondent may choose."),
      from: anchors.describe(
        "From when: report.received, decision.made, or decision.notified, the moment at which the notice reached the last of them; any other is the beginning of the stage.",
      ),
      silence: name.describe("The outcome of this stage when nothing is chosen."),
    })
    .describe("For how long the respondent may choose, and what holds afterwards."),
  ...handledKeys,
});

const motion = z.strictObject({
  clause: clause.optional(),
  vote: name.describe(
    "The vote, of those under votes, by which it is decided; one whose method is motion or consensus.",
  ),
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

const vote = z.strictObject({
  kind: explained(z.enum(["vote"]), {
    vote: "A body decides on motions, from a brief.",
  }).describe(aKind),
  owner: selector.describe(
    "The body that decides. Its members see the case once there is an approved brief; its chair puts motions and closes votes.",
  ),
  ...common,
  sees: explained(z.enum(["brief"]), {
    brief: "The brief, and nothing of the file.",
  }).describe("What the deciding body reads. There is one way so far."),
  session: z
    .strictObject({
      clause,
      closed: z.boolean().describe(`Whether nobody else is present. ${recorded}`),
      only_this: z.boolean().describe(`Whether nothing else is on the agenda. ${recorded}`),
    })
    .optional()
    .describe(`The sitting at which it is decided. ${recorded}`),
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
        .describe(
          "What may not stand in it; [] where your body decides knowing the names. With names, a brief in which a party is named is refused; with accounts, one with a mention of an account. Addresses and numbers are not looked for.",
        ),
    })
    .describe("The text from which the body decides."),
  questions_via: selector
    .optional()
    .describe(
      "Through whom the body asks the parties: whoever handles the case puts the question to them, and hands the answer to the body without names. With a question all ballots that were cast so far are destroyed, and the vote and the time of the stage rest until the answer, or until whoever puts motions goes on without it. When left out, the body asks nobody.",
    ),
  motions: listed(motion, 25).describe("What can be put to the vote at this stage, each under a name of your own."),
});

export const stage = z.discriminatedUnion("kind", [
  handled,
  panel,
  choice,
  vote,
  z.strictObject({
    kind: explained(z.enum(["closed"]), { closed: "Nothing more: the case is over." }).describe(aKind),
    clause,
  }),
]);
