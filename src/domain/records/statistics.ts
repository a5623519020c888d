import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { localDay } from "../deadlines/calendar.ts";
import { academicYearOf } from "./facts.ts";
import type { CaseFacts } from "./facts.ts";

type Rule = NonNullable<Rulebook["records"]["statistics"]>;

/** A number of a table: undefined where it is kept back, because it could point to somebody. */
export interface Cell {
  readonly value: string;
  readonly cases: number | undefined;
}

/** The numbers of one period, made once when it is over, and never again: two tables of the same period say the same. */
export interface PublishedTable {
  /** 2026; of an academic year the year in which it began. */
  readonly period: string;
  readonly minimum: number;
  /** How many cases were closed in it; undefined where they are too few. */
  readonly total: number | undefined;
  readonly dimensions: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
}

/** Under what a case counts that has nothing of the kind. */
export const NONE = "none";

const years: readonly string[] = ["year", "academic_year"];

/** In which period a case counts: the academic year where the rulebook counts by it, otherwise the year. */
const periodOf = ({ dimensions }: Rule, facts: CaseFacts): string =>
  dimensions.includes("academic_year") ? facts.academicYear : facts.year;

/** The period in which it is now: nothing is told of it before it is over, as everybody knows what has just ended. */
export function periodNow(rulebook: Rulebook, rule: Rule, now: Temporal.Instant): string {
  const day = localDay(rulebook, now);
  return rule.dimensions.includes("academic_year") ? academicYearOf(rulebook, day) : String(day.year);
}

/** What a case counts under in a dimension; that of a name which is none of ours is the field of the report that is called so. */
function valuesOf(facts: CaseFacts, dimension: string): readonly string[] {
  switch (dimension) {
    case "rule":
      return some(facts.rules);
    case "ground":
      return some(facts.grounds);
    case "outcome":
      return [facts.outcome ?? NONE];
    case "sanction":
      return [facts.sanction ?? NONE];
    case "stage":
      return [facts.stage];
    default:
      return [facts.answers[dimension] ?? NONE];
  }
}

const some = (values: readonly string[]) => (values.length > 0 ? [...new Set(values)] : [NONE]);

/** A value with the cases that count under it, by their places in the list. */
interface Group {
  readonly value: string;
  readonly cases: ReadonlySet<number>;
}

/**
 * The table of a period: each dimension by itself, never two crossed. No number under the minimum stands in it, and none that gives one
 * away: whatever is left of a number when others that it contains are taken from it, in the same dimension or in another, is nothing or
 * at least the minimum.
 */
export function publishTable(rule: Rule, period: string, all: readonly CaseFacts[]): PublishedTable {
  const facts = all.filter((each) => periodOf(rule, each) === period);
  const names = rule.dimensions.filter((name) => !years.includes(name));
  const grouped = names.map((name) => ({ name, groups: groupsOf(facts, name) }));
  const shown = withoutTraces(
    facts.length,
    grouped.map(({ groups }) => groups),
    rule.minimum_cell,
  );
  return {
    period,
    minimum: rule.minimum_cell,
    total: facts.length < rule.minimum_cell ? undefined : facts.length,
    dimensions: grouped.map(({ name, groups }) => ({
      name,
      cells: groups.map((group) => ({ value: group.value, cases: shown.has(group) ? group.cases.size : undefined })),
    })),
  };
}

function groupsOf(facts: readonly CaseFacts[], dimension: string): readonly Group[] {
  const cases = new Map<string, Set<number>>();
  facts.forEach((each, i) => {
    for (const value of valuesOf(each, dimension)) cases.set(value, (cases.get(value) ?? new Set()).add(i));
  });
  return [...cases].map(([value, of]) => ({ value, cases: of })).toSorted((a, b) => (a.value < b.value ? -1 : 1));
}

/**
 * The groups whose numbers can be told. Begins with all that are large enough, and keeps back the smallest of those that give something
 * away until none does.
 */
function withoutTraces(total: number, dimensions: readonly (readonly Group[])[], minimum: number): ReadonlySet<Group> {
  if (total < minimum) return new Set();
  const everything: Group = { value: "", cases: new Set(Array.from({ length: total }, (_, i) => i)) };
  const shown = new Set(dimensions.flat().filter(({ cases }) => cases.size >= minimum));
  for (;;) {
    const culprit = findTrace(everything, dimensions, shown, minimum);
    if (culprit === undefined) return shown;
    shown.delete(culprit);
  }
}

/** The smallest group by which a number under the minimum could be reckoned: as the rest of one that contains it and others. */
function findTrace(
  everything: Group,
  dimensions: readonly (readonly Group[])[],
  shown: ReadonlySet<Group>,
  minimum: number,
): Group | undefined {
  for (const whole of [everything, ...shown])
    for (const groups of dimensions) {
      const parts = groups.filter((group) => group !== whole && shown.has(group) && isWithin(group, whole));
      const culprit = traceIn(whole, parts, minimum);
      if (culprit !== undefined) return culprit;
    }
  return undefined;
}

const isWithin = (part: Group, whole: Group) => [...part.cases].every((each) => whole.cases.has(each));

/** What is left of a group without all of its parts, and without each of them alone. */
function traceIn(whole: Group, parts: readonly Group[], minimum: number): Group | undefined {
  const isTrace = (rest: number) => rest > 0 && rest < minimum;
  const ordered = parts.toSorted((a, b) => a.cases.size - b.cases.size || (a.value < b.value ? -1 : 1));
  const single = ordered.find((part) => isTrace(whole.cases.size - part.cases.size));
  if (single !== undefined) return single;
  const together = new Set(ordered.flatMap(({ cases }) => [...cases]));
  return isTrace(whole.cases.size - together.size) ? ordered[0] : undefined;
}
