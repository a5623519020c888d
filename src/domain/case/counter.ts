import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";

/**
 * Whether a case about whoever reported can follow: the rulebook names a reason for it, the report was dismissed for that reason, by what
 * still stands, and it is known who reported.
 */
export function isCounterPossible({ intake }: Rulebook, current: Case): boolean {
  const reason = intake.report.false_reports?.from_reason;
  if (reason === undefined || partiesOf(current, "complainant").length === 0) return false;
  const isVoid = (decision: string | undefined) =>
    current.decisions.some(({ id, quashed }) => id === decision && quashed !== undefined);
  const decided = current.decisions.flatMap(({ because = [], quashed }) => (quashed === undefined ? because : []));
  const concluded = current.concluded.flatMap(({ because = [], decision }) => (isVoid(decision) ? [] : because));
  return [...decided, ...concluded].includes(reason);
}
