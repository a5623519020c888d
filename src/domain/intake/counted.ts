import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId, RuleId } from "../identity.ts";
import { officersOf } from "../parties/receivers.ts";
import { academicYearOf } from "../records/facts.ts";
import type { CaseFacts } from "../records/facts.ts";
import type { Roster } from "../roster.ts";

/** An anonymous report that is only counted. */
export interface CountedReport {
  readonly id: string;
  readonly codeName: string;
  /** The day on which it came, as 2026-03-15; nobody knows the hour. */
  readonly day: string;
  /** Who read it when it came. */
  readonly receivers: readonly PersonId[];
  readonly state:
    | ({ readonly kind: "waiting" } & CountedWords)
    /** Its words are gone. */
    | ({ readonly kind: "coded" } & CountedCode);
}

/** What somebody wrote who did not give their name. */
interface CountedWords {
  readonly rules: readonly RuleId[];
  /** What it is based on, of what the rules name. */
  readonly grounds: readonly string[];
  /** The answers by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** Whom it names, as far as it does so apart from its words. */
  readonly names: readonly string[];
}

/** What is counted of it. */
export interface CountedCode {
  readonly rules: readonly RuleId[];
  readonly grounds: readonly string[];
  /** The options that were chosen, by field. */
  readonly choices: Readonly<Record<string, string>>;
  /** What others may read, without names; may be empty. */
  readonly summary: string;
  readonly by: PersonId;
  /** As 2026-03-15. */
  readonly on: string;
}

/** Whether somebody reads such a report: those to whom it came and who are still in office; all of them where nobody is. */
export function readsCounted(
  rulebook: Rulebook,
  roster: Roster,
  { receivers }: Pick<CountedReport, "receivers">,
  person: PersonId,
): boolean {
  const officers = officersOf(rulebook, roster);
  const inOffice = receivers.filter((each) => officers.includes(each));
  return (inOffice.length > 0 ? inOffice : receivers).includes(person);
}

/** Under what such a report counts, in the place of an outcome. */
const COUNTED = "counted_without_name";

/** What is counted of the reports that were coded, as of cases that are over: on the day on which they came. */
export function factsOfCounted(rulebook: Rulebook, reports: readonly CountedReport[]): readonly CaseFacts[] {
  return reports.flatMap(({ day, state }): readonly CaseFacts[] => {
    if (state.kind !== "coded") return [];
    return [
      {
        year: day.slice(0, 4),
        academicYear: academicYearOf(rulebook, Temporal.PlainDate.from(day)),
        procedure: COUNTED,
        rules: state.rules,
        grounds: state.grounds,
        answers: state.choices,
        stage: COUNTED,
        outcome: COUNTED,
        sanction: undefined,
        parties: {},
        days: 0,
        steps: [],
        challenges: [],
      },
    ];
  });
}
