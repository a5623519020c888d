import type { Temporal } from "temporal-polyfill";

import { partiesOf } from "../../domain/case/case.ts";
import type { Case } from "../../domain/case/case.ts";
import { notifiedAt } from "../../domain/case/inform.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { termOf } from "../../domain/sanctions/term.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** The days of a decided sanction, as 2026-03-04: in force from `from`, no longer on `until`. */
export interface TermView {
  readonly from: string;
  readonly until: string;
}

/**
 * The days of the sanction that was decided; undefined where none was, where it has no length, or where its clock has not started.
 * @param assumed when the decision reaches the respondent, where that has not happened yet
 */
export function termView(
  rulebook: Rulebook,
  current: Case,
  assumed: Temporal.Instant | undefined,
): TermView | undefined {
  const { decision } = current;
  const rule = decision?.sanction === undefined ? undefined : rulebook.sanctions[decision.sanction];
  if (decision === undefined || rule === undefined) return undefined;
  const [respondent] = partiesOf(current, "respondent");
  const notified = respondent === undefined ? undefined : notifiedAt(current, respondent.party);
  const term = termOf(rulebook, rule, { made: decision.made, notified: notified ?? assumed });
  if (term.kind !== "running") return undefined;
  return { from: localDay(rulebook, term.from).toString(), until: localDay(rulebook, term.until).toString() };
}
