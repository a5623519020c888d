import type { Temporal } from "temporal-polyfill";

import type { Case, Decision } from "../../domain/case/case.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { PartyId } from "../../domain/identity.ts";
import { imposedTerm } from "../../domain/sanctions/imposed.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** The days of a decided sanction, as 2026-03-04: in force from `from`, no longer on `until`; without `until` it has no last day. */
export interface TermView {
  readonly from: string;
  readonly until: string | undefined;
}

/**
 * The days of the sanction of a decision; undefined where it has none, where nothing runs, or where its clock has not started.
 * @param assumed when the decision reaches the respondent, where that has not happened yet
 * @param party the respondent; the first of them when left out
 */
export function termView(
  rulebook: Rulebook,
  current: Case,
  decision: Decision | undefined,
  assumed: Temporal.Instant | undefined,
  party?: PartyId,
): TermView | undefined {
  const term = decision === undefined ? undefined : imposedTerm(rulebook, current, decision, assumed, party);
  switch (term?.kind) {
    case "running":
      return { from: localDay(rulebook, term.from).toString(), until: localDay(rulebook, term.until).toString() };
    case "standing":
      return { from: localDay(rulebook, term.from).toString(), until: undefined };
    case "instant":
    case "waiting":
    case undefined:
      return undefined;
  }
}
