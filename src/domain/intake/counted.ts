import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId, RuleId } from "../identity.ts";
import { officersOf } from "../parties/receivers.ts";
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
export interface CountedWords {
  readonly rules: readonly RuleId[];
  /** The answers by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** Whom it names, as far as it does so apart from its words. */
  readonly names: readonly string[];
}

/** What is counted of it. */
export interface CountedCode {
  readonly rules: readonly RuleId[];
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

/** A number as it may be shown; undefined for one that is smaller than the smallest that is shown. */
export type Shown = number | undefined;

/** How many were counted in a year, and how many of them under each rule. */
export interface YearCounted {
  readonly year: string;
  readonly total: Shown;
  readonly rules: readonly { readonly rule: RuleId; readonly count: Shown }[];
}

/**
 * The numbers of what was coded, by the year in which it came, the latest first.
 * @param minimum the smallest number that is shown: with a smaller one it could be guessed whom it is about. One is known to be at least 1.
 */
export function countedByYear(reports: readonly CountedReport[], minimum: number): readonly YearCounted[] {
  const shown = (count: number): Shown => (count < minimum ? undefined : count);
  const byYear = Map.groupBy(reports, ({ day }) => day.slice(0, 4));
  return [...byYear]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .flatMap(([year, those]) => {
      const coded = those.flatMap(({ state }) => (state.kind === "coded" ? [state] : []));
      if (coded.length === 0) return [];
      const rules = [...new Set(coded.flatMap((each) => each.rules))].toSorted();
      const count = (rule: RuleId) => coded.filter((each) => each.rules.includes(rule)).length;
      return [{ year, total: shown(coded.length), rules: rules.map((rule) => ({ rule, count: shown(count(rule)) })) }];
    });
}
