import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import { isOpen } from "../challenges/challenge.ts";
import type { Challenge } from "../challenges/challenge.ts";
import { localDay } from "../deadlines/calendar.ts";
import { windowRule } from "../deadlines/countRule.ts";
import type { Stretch } from "../deadlines/stretch.ts";
import { countWindow } from "../deadlines/window.ts";
import type { CountedWindow } from "../deadlines/window.ts";
import type { DecisionId } from "../identity.ts";

/** Whether an appeal is open against a decision whose sanctions rest meanwhile. */
export const restsNow = (rulebook: Rulebook, current: Case, decision: DecisionId): boolean =>
  suspending(rulebook, current, decision).some((challenge) => isOpen(rulebook, challenge));

/** Whether the sanctions of any decision of a case rest. */
export const anyRests = (rulebook: Rulebook, current: Case): boolean =>
  current.decisions.some(({ id, quashed }) => quashed === undefined && restsNow(rulebook, current, id));

/**
 * The days on which the sanctions of a decision rested because of appeals that are over: from the day after each was lodged to that on which
 * it ended. What is to be done by a sanction has as much time after them as it had before.
 */
function restedDays(rulebook: Rulebook, current: Case, decision: DecisionId): readonly Stretch[] {
  return suspending(rulebook, current, decision).flatMap((challenge): readonly Stretch[] => {
    const over = endOf(challenge);
    if (over === undefined) return [];
    const from = localDay(rulebook, challenge.lodged).add({ days: 1 });
    const to = localDay(rulebook, over);
    return Temporal.PlainDate.compare(from, to) <= 0 ? [{ from, to }] : [];
  });
}

/** The window of so long after an event, without the days on which the sanctions of a decision rested. */
export function windowWithoutRests(
  rulebook: Rulebook,
  current: Case,
  decision: DecisionId,
  event: Temporal.Instant,
  span: Span,
): CountedWindow {
  const pauses = restedDays(rulebook, current, decision);
  return countWindow(rulebook, event, { ...windowRule(rulebook, span), pauses });
}

/** A day, as 2026-03-15, as much later as the sanctions of a decision rested before it. */
export function dayAfterRests(rulebook: Rulebook, current: Case, decision: DecisionId, written: string): string {
  return restedDays(rulebook, current, decision)
    .reduce(
      (day, { from, to }) =>
        Temporal.PlainDate.compare(from, day) <= 0 ? day.add({ days: from.until(to).days + 1 }) : day,
      Temporal.PlainDate.from(written),
    )
    .toString();
}

const suspending = (rulebook: Rulebook, current: Case, decision: DecisionId): readonly Challenge[] =>
  current.challenges.filter(
    ({ rule, against }) => against.decision === decision && rulebook.challenges[rule]?.suspends_sanction === true,
  );

const endOf = ({ decided, judged }: Challenge): Temporal.Instant | undefined =>
  decided?.at ?? judged.find(({ isHeard }) => !isHeard)?.at;
