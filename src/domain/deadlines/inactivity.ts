import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { isClosed } from "../case/stages.ts";
import { addSpan, localDay, timeOnDay } from "./calendar.ts";
import { deadlinesOf } from "./deadline.ts";
import { isWaitedForNoMore } from "./hearings.ts";
import type { Reminder } from "./reminders.ts";

/** A case in which nobody does anything. */
interface Inactivity {
  /** The day on which somebody last did something. */
  readonly since: Temporal.PlainDate;
  /** The earliest first. */
  readonly reminders: readonly Reminder[];
}

/** So often the officers are reminded before it stays silent. */
const REPEATS = 8;

/**
 * When the officers are reminded of a case in which nobody does anything; undefined where the rulebook does not say so, and for a closed
 * case. While something of the case is late they are reminded of that instead.
 */
export function inactivityOf(rulebook: Rulebook, current: Case): Inactivity | undefined {
  const rule = rulebook.procedures[current.procedure]?.inactivity;
  if (rule === undefined || isClosed(rulebook, current)) return undefined;
  const since = localDay(rulebook, current.active);
  const late = deadlinesOf(rulebook, current).filter(
    (deadline) => deadline.kind !== "lapse" && !isWaitedForNoMore(deadline, true),
  );
  const reminders: Reminder[] = [];
  let day = since;
  for (let repeat = 1; repeat <= REPEATS; repeat += 1) {
    day = addSpan(rulebook, day, rule.after);
    const at = timeOnDay(rulebook, day, rulebook.calendar.reminders.at);
    const isLate = late.some(({ due }) => Temporal.Instant.compare(due, at) <= 0);
    if (!isLate) reminders.push({ occasion: `idle-${repeat}`, at });
  }
  return { since, reminders };
}
