import { z } from "zod";

import { conflicts, intake, rule } from "./schema/intake.ts";
import { body, calendar, document, external, office, organisation, people } from "./schema/organisation.ts";
import { procedure } from "./schema/procedure.ts";
import type { stage } from "./schema/procedure.ts";
import { records } from "./schema/records.ts";
import { challenge, doorCheck, notice, sanction } from "./schema/sanctions.ts";
import { listed, name } from "./schema/vocabulary.ts";
import { vote } from "./schema/votes.ts";

/** The shape of a rulebook file: one organisation's code of conduct and bye-laws as data. A key it does not know is an error. */
export const rulebookSchema = z.strictObject({
  redress: z.literal(1).describe("The version of this shape."),
  organisation,
  document,
  calendar,
  people,
  offices: z.record(name, office),
  bodies: z.record(name, body),
  externals: z.record(name, external).default({}),
  rules: listed(rule, 25),
  severity: z.array(name).min(1).max(25, "at most 25 fit where one of them is chosen"),
  intake: z.strictObject({ report: intake }),
  conflicts,
  procedures: z.record(name, procedure),
  votes: z.record(name, vote),
  sanctions: listed(sanction, 25),
  door_check: doorCheck.optional(),
  challenges: z.record(name, challenge).default({}),
  notices: z.record(name, notice),
  records,
});

/** A rulebook that has been read, checked and parsed. */
export type Rulebook = z.output<typeof rulebookSchema>;
export type Procedure = Rulebook["procedures"][string];
export type Stage = z.output<typeof stage>;
export type VoteStage = Extract<Stage, { kind: "vote" }>;
export type StageOutcome = Exclude<Stage, { kind: "closed" }>["outcomes"][string];
type VoteRule = Rulebook["votes"][string];
export type MotionRule = Extract<VoteRule, { method: "motion" }>;
export type SanctionRule = Rulebook["sanctions"][string];
export type IntakeField = Rulebook["intake"]["report"]["fields"][number];
export type Recipients = Rulebook["intake"]["report"]["about_a_receiver"]["choose"][number];
