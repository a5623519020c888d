import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { isIn } from "./stretch.ts";
import type { Stretch } from "./stretch.ts";

/** A term of an academic year, as the rulebook names it. */
export interface AcademicTerm extends Stretch {
  readonly name: string;
}

/** The term that a day is in; undefined between terms, and where the rulebook lists none. */
export function academicTermOn(rulebook: Rulebook, day: Temporal.PlainDate): AcademicTerm | undefined {
  return Object.entries(rulebook.calendar.terms)
    .map(([name, { from, to }]) => ({ name, from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }))
    .find((term) => isIn(term, day));
}
