import { z } from "zod";

import { challenge } from "./schema/challenges.ts";
import { code } from "./schema/code.ts";
import { conflicts } from "./schema/conflicts.ts";
import { recorded } from "./schema/explained.ts";
import { intake, reasons } from "./schema/intake.ts";
import { sanctionsLimit } from "./schema/limits.ts";
import { names } from "./schema/names.ts";
import { notice } from "./schema/notices.ts";
import { body, calendar, document, external, office, organisation, people } from "./schema/organisation.ts";
import { hearings, panel } from "./schema/panels.ts";
import { procedure } from "./schema/procedure.ts";
import { obligations, programmes, registers } from "./schema/programmes.ts";
import { records } from "./schema/records.ts";
import { rule } from "./schema/rules.ts";
import { doorCheck, nonCompliance, sanction, widerDisclosure } from "./schema/sanctions.ts";
import type { stage } from "./schema/stages.ts";
import { listed, name } from "./schema/vocabulary.ts";
import { vote } from "./schema/votes.ts";

/** The shape of a rulebook file: one organisation's code of conduct and bye-laws as data. A key it does not know is an error. */
export const rulebookSchema = z.strictObject({
  redress: z.literal(1).describe("The version of the form of this file: 1."),
  organisation: organisation.describe("Who you are."),
  document: document.describe("The document whose rules these are: your code of conduct, memo or bye-laws."),
  calendar: calendar.describe("How time is counted, which days are working days, and when people are reminded."),
  people: people.describe("Whom your rules speak of."),
  offices: z
    .record(name, office)
    .describe("The offices there are, each under a name of your own. The roster says who holds them."),
  bodies: z
    .record(name, body)
    .describe("The bodies there are, such as a board: the offices whose holders sit on each, and its chair."),
  externals: z
    .record(name, external)
    .default({})
    .describe("People and institutions outside your organisation whom your rules name. When left out, there are none."),
  rules: listed(rule, 100).describe(
    "The rules of conduct, each under a name of your own. A report can name them, and a decision says which were broken.",
  ),
  names,
  severity: z
    .array(name)
    .max(25, "at most 25 fit where one of them is chosen")
    .default([])
    .describe(
      "How serious a breach can be, from the least to the most. Whoever decides may say it; of a motion the body sees it. When left out, nobody is asked.",
    ),
  reasons,
  intake: z
    .strictObject({ report: intake.describe("The report: its form, who gets it, and what it starts.") })
    .describe("How a matter comes to you."),
  conflicts: conflicts.describe("When somebody may not take part because they are too close to the matter."),
  procedures: z
    .record(name, procedure)
    .describe("The ways a case can go, each under a name of your own, stage by stage."),
  votes: z
    .record(name, vote)
    .describe(
      "The ways to vote, each under a name of your own: who may, how many must be there, what carries a motion.",
    ),
  sanctions: listed(sanction, 100).describe(
    "The sanctions there are, each under a name of your own: how long they last and what the person is told.",
  ),
  sanctions_limit: sanctionsLimit,
  non_compliance: nonCompliance,
  wider_disclosure: widerDisclosure
    .optional()
    .describe(
      "Telling somebody of a sanction whom the rules do not have told. When left out, nobody else can be told through Redress.",
    ),
  door_check: doorCheck.optional().describe("Checking at an event whether somebody may not take part."),
  challenges: z
    .record(name, challenge)
    .default({})
    .describe(
      "The ways to contest a decision. Of the one called appeal the notices and the timeline tell who may and until when; nothing else acts on them yet. When left out, nobody is told of any.",
    ),
  panels: z
    .record(name, panel)
    .default({})
    .describe(
      `The panels that hear cases and appeals, each under a name of your own; elsewhere panel: and the name means whoever sits on it. ${recorded}`,
    ),
  hearings,
  notices: z
    .record(name, notice)
    .describe(
      "What the written notices of a decision contain. A sanction names its own; the one called outcome is for decisions without a sanction.",
    ),
  registers,
  obligations,
  programmes,
  records: records.describe(`What is kept of a case, counted, handed on and made unreadable. ${recorded}`),
  code,
});

/** A rulebook that has been read, checked and parsed. */
export type Rulebook = z.output<typeof rulebookSchema>;
export type Procedure = Rulebook["procedures"][string];
export type Stage = z.output<typeof stage>;
export type VoteStage = Extract<Stage, { kind: "vote" }>;
export type StageOutcome = Exclude<Stage, { kind: "closed" }>["outcomes"][string];
export type VoteRule = Rulebook["votes"][string];
export type MotionRule = Extract<VoteRule, { method: "motion" }>;
export type ConsensusRule = Extract<VoteRule, { method: "consensus" }>;
export type ChooseRule = Extract<VoteRule, { method: "choose" }>;
export type RankedRule = Extract<VoteRule, { method: "ranked" }>;
export type SanctionRule = Rulebook["sanctions"][string];
export type IntakeField = Rulebook["intake"]["report"]["fields"][number];
/** The document as it is shown: its chapters with their clauses. */
export type Code = Rulebook["code"];
export type Recipients = Rulebook["intake"]["report"]["about_a_receiver"]["choose"][number];
