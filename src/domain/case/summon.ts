import { Temporal } from "temporal-polyfill";

import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import { addSpan, localDay } from "../deadlines/calendar.ts";
import type { StatementId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import type { Entry } from "./entry.ts";
import { readStage } from "./stages.ts";

type SummonsRule = NonNullable<Extract<Stage, { summons?: unknown }>["summons"]>;

/** The first day on which somebody who is called now may be met. */
export function earliestMeeting(rulebook: Rulebook, rule: SummonsRule, at: Temporal.Instant): Temporal.PlainDate {
  return addSpan(rulebook, localDay(rulebook, at), rule.notice);
}

/**
 * Calls a respondent to a meeting: the day must leave the notice that the rulebook gives.
 * @param on the day of the meeting, as 2026-03-20
 * @param statement what the person is told
 */
export function summonRespondent(
  rulebook: Rulebook,
  current: Case,
  on: string,
  statement: StatementId,
  at: Temporal.Instant,
): Entry | Refusal {
  const stage = readStage(rulebook, current);
  const rule = stage.kind === "closed" || stage.kind === "vote" ? undefined : stage.summons;
  if (rule === undefined) return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  const [respondent] = partiesOf(current, "respondent");
  if (respondent === undefined) return { refused: "nobody-to-summon", clause: stage.clause };
  const earliest = earliestMeeting(rulebook, rule, at);
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(on), earliest) < 0)
    return { refused: "summons-too-soon", earliest: earliest.toString(), clause: stage.clause };
  return { kind: "summoned", party: respondent.party, attempt: current.summons.length + 1, on, statement };
}
