import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { PartyRole } from "../case/party.ts";
import { stateOf } from "../challenges/challenge.ts";
import { localDay } from "../deadlines/calendar.ts";
import { imposedIn } from "../sanctions/record.ts";
import { closedAt } from "./retention.ts";

/** What is counted of a case that is over: nothing of it says who, when to the day, or in which words. */
export interface CaseFacts {
  /** The year in which it was closed, as 2026. */
  readonly year: string;
  /** The academic year in which it was closed, by the year in which that began. */
  readonly academicYear: string;
  readonly procedure: string;
  readonly rules: readonly string[];
  readonly grounds: readonly string[];
  /** The options that were chosen in the report, by field. */
  readonly answers: Readonly<Record<string, string>>;
  /** Where it ended, and how it was decided. */
  readonly stage: string;
  readonly outcome: string | undefined;
  readonly sanction: string | undefined;
  /** How many of each kind were parties. */
  readonly parties: Readonly<Partial<Record<PartyRole, number>>>;
  /** How long it took until it was closed, in days. */
  readonly days: number;
  /** The stages that it went through, how each ended, and how many days it took. */
  readonly steps: readonly { readonly stage: string; readonly outcome: string | undefined; readonly days: number }[];
  readonly challenges: readonly { readonly rule: string; readonly state: string }[];
}

/**
 * The facts of a case that is closed.
 * @param answers what was answered in the report, by field: only the options of choices are kept
 */
export function factsOfCase(rulebook: Rulebook, current: Case, answers: Readonly<Record<string, string>>): CaseFacts {
  const over = closedAt(current);
  const closed = localDay(rulebook, over);
  const imposed = imposedIn(rulebook, current).findLast(
    ({ interim, decision }) => interim === undefined && decision.quashed === undefined,
  );
  const decided = current.decisions.findLast(({ quashed }) => quashed === undefined);
  const last = current.concluded.at(-1);
  const count = (role: PartyRole) => current.parties.filter((party) => party.role === role).length;
  const roles = [...new Set(current.parties.map(({ role }) => role))];
  return {
    year: String(closed.year),
    academicYear: academicYearOf(rulebook, closed),
    procedure: current.procedure,
    rules: current.findings.length > 0 ? current.findings : current.rules,
    grounds: current.grounds,
    answers: chosenIn(rulebook, answers),
    stage: decided?.stage ?? last?.stage ?? current.stage.stage,
    outcome: decided?.outcome ?? last?.outcome,
    sanction: imposed?.sanction,
    parties: Object.fromEntries(roles.map((role) => [role, count(role)])),
    days: daysBetween(rulebook, current.received, over),
    steps: current.concluded.map(({ stage, outcome, at }, i) => ({
      stage,
      outcome,
      days: daysBetween(rulebook, current.concluded[i - 1]?.at ?? current.received, at),
    })),
    challenges: current.challenges.map((challenge) => ({ rule: challenge.rule, state: stateOf(rulebook, challenge) })),
  };
}

function chosenIn({ intake }: Rulebook, answers: Readonly<Record<string, string>>): CaseFacts["answers"] {
  const chosen = intake.report.fields.flatMap((field): readonly (readonly [string, string])[] => {
    const answer = answers[field.id];
    return field.type === "choice" && answer !== undefined && answer !== "" ? [[field.id, answer]] : [];
  });
  return Object.fromEntries(chosen);
}

/** The year of the organisation in which a day is, named by the year in which it began. */
export function academicYearOf(rulebook: Rulebook, day: Temporal.PlainDate): string {
  const starts = rulebook.calendar.academic_year?.starts ?? "01-01";
  const begins = Temporal.PlainDate.from(`${day.year}-${starts}`);
  return String(Temporal.PlainDate.compare(day, begins) < 0 ? day.year - 1 : day.year);
}

const daysBetween = (rulebook: Rulebook, from: Temporal.Instant, to: Temporal.Instant) =>
  localDay(rulebook, from).until(localDay(rulebook, to)).days;
