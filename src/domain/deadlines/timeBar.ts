import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { localDay } from "./calendar.ts";
import { countDays } from "./countDays.ts";
import { windowRule } from "./countRule.ts";

type Answers = Readonly<Record<string, string>>;
type Limitation = Exclude<Rulebook["intake"]["report"]["limitation"], "none">;

/** That a report comes later than it could be filed. */
export interface Lateness {
  /** The last day, as 2026-03-15. */
  readonly lastDay: string;
  readonly clause: string;
  /** Who decides whether it is taken all the same; undefined where nobody does. */
  readonly late: Limitation["late"];
}

/**
 * Whether a report comes too late, and what becomes of it then; undefined for one in time, where the rules know of no such time, and where it
 * is not said when it happened.
 * @param answers of the form, by field; a day as 2026-03-15
 */
export function latenessOf(rulebook: Rulebook, answers: Answers, now: Temporal.Instant): Lateness | undefined {
  const { limitation } = rulebook.intake.report;
  const happened = dayOfIncident(rulebook, answers);
  if (limitation === "none" || happened === undefined) return undefined;
  const { lastDay } = countDays(rulebook, Temporal.PlainDate.from(happened), windowRule(rulebook, limitation.within));
  if (Temporal.PlainDate.compare(localDay(rulebook, now), lastDay) <= 0) return undefined;
  const { clause, late } = limitation;
  return { lastDay: lastDay.toString(), clause: late?.clause ?? clause, late };
}

/** Whether what a report tells of happened before the document was first adopted, as far as both days are known. */
export function isBeforeDocument(rulebook: Rulebook, answers: Answers): boolean {
  const happened = dayOfIncident(rulebook, answers);
  const { established } = rulebook.document;
  return happened !== undefined && established !== undefined && happened < established;
}

/** The question of the form that asks why something is reported late. */
export const whyLateField = ({ intake }: Rulebook): string | undefined =>
  intake.report.fields.find(({ id }) => id === "why_late")?.id;

/** On which day it happened, or stopped: what was answered to `incident_date`, otherwise to the first question about a day. */
function dayOfIncident({ intake }: Rulebook, answers: Answers): string | undefined {
  const days = intake.report.fields.filter(({ type }) => type === "date");
  const asked = days.find(({ id }) => id === "incident_date") ?? days[0];
  const answered = asked === undefined ? "" : (answers[asked.id] ?? "");
  return answered === "" ? undefined : answered;
}
