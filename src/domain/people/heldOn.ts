import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { readStage } from "../case/stages.ts";
import { timeOnDay } from "../deadlines/calendar.ts";
import type { OutcomeId, PersonId } from "../identity.ts";
import { awayFrom, holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Term } from "./appointment.ts";

/** The terms that ran at some moment of a day, where the organisation is. */
function runningOn(rulebook: Rulebook, terms: readonly Term[], day: string): readonly Term[] {
  const first = Temporal.PlainDate.from(day);
  const [from, until] = [timeOnDay(rulebook, first, "00:00"), timeOnDay(rulebook, first.add({ days: 1 }), "00:00")];
  return terms.filter(
    (term) =>
      Temporal.Instant.compare(term.from, until) < 0 &&
      (term.until === undefined || Temporal.Instant.compare(term.until, from) > 0),
  );
}

/**
 * The offices that somebody held, and the classes they were of, at some moment of a day; classes as `classKey` gives them.
 * @param day as 2026-03-15
 */
export function heldOn(rulebook: Rulebook, terms: readonly Term[], person: PersonId, day: string): readonly string[] {
  const own = runningOn(rulebook, terms, day).filter((term) => term.person === person);
  return [...new Set(own.map(({ key }) => key))].filter((key) => awayFrom(key) === undefined);
}

/**
 * The outcomes of the present stage to which it points that nobody whom the case is about was of certain people on a day of the report.
 * None where somebody of them is not known by an account, or the report gives no such day.
 * @param days the answers of the report that are days, by the question, each as 2026-03-15
 */
export function suggestedByTerms(
  rulebook: Rulebook,
  terms: readonly Term[],
  current: Case,
  respondents: readonly (PersonId | undefined)[],
  days: Readonly<Record<string, string>>,
): readonly OutcomeId[] {
  const stage = readStage(rulebook, current);
  const people = respondents.flatMap((person) => person ?? []);
  if (stage.kind === "closed" || people.length === 0 || people.length < respondents.length) return [];
  return Object.entries(stage.outcomes).flatMap(([outcome, { suggested_when: rule }]) => {
    const isOfTerms = rule !== undefined && "on" in rule;
    const day = isOfTerms ? days[rule.on] : undefined;
    if (!isOfTerms || day === undefined || day === "") return [];
    const roster = rosterOf(runningOn(rulebook, terms, day));
    const held = rule.not_of.flatMap((selector) => holdersOf(rulebook, roster, selector));
    return people.some((person) => held.includes(person)) ? [] : [outcome];
  });
}

function rosterOf(terms: readonly Term[]): Roster {
  const byKey = Map.groupBy(terms, ({ key }) => key);
  return Object.fromEntries([...byKey].map(([key, of]) => [key, of.map(({ person }) => person)]));
}
