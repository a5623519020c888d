import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { subtractSpan, timeOnDay } from "../deadlines/calendar.ts";

/** How long what was typed and not sent is kept where the rulebook does not say. */
const KEPT: Span = { amount: 30, unit: "days" };
/** So many days the clock has to have gone on by itself before anything is deleted. */
const TRUSTED_AFTER = 7;
/** So many days may be between two looks for the clock to have gone on by itself. */
const STEP = 2;

/** How long what was typed and not sent is kept. */
export const draftsKept = ({ intake }: Rulebook): Span => intake.report.drafts_kept ?? KEPT;

/** As far as the clock is known: the day on which it was looked at last, and since when it has gone on day by day; as 2026-03-15. */
export interface ClockSeen {
  readonly last: string;
  readonly since: string;
}

/**
 * The clock as it is known after another look at it. A clock that jumped, or a machine that was off for days, begins anew: whoever comes back
 * finds what they had typed.
 */
export function seenOn(before: ClockSeen | undefined, today: string): ClockSeen {
  const day = Temporal.PlainDate.from(today);
  const days = before === undefined ? undefined : Temporal.PlainDate.from(before.last).until(day).days;
  const hasGoneOn = days !== undefined && days >= 0 && days <= STEP;
  return { last: today, since: hasGoneOn ? (before?.since ?? today) : today };
}

/** Whether a clock has gone on by itself for so long that something may be deleted by it. */
export const isTrusted = ({ last, since }: ClockSeen): boolean =>
  Temporal.PlainDate.from(since).until(Temporal.PlainDate.from(last)).days >= TRUSTED_AFTER;

/** What was typed last before this moment is kept no longer. */
export function keptSince(rulebook: Rulebook, today: string): Temporal.Instant {
  const { amount, unit } = draftsKept(rulebook);
  const span: Span = unit === "hours" ? { amount: Math.ceil(amount / 24), unit: "days" } : { amount, unit };
  return timeOnDay(rulebook, subtractSpan(rulebook, Temporal.PlainDate.from(today), span), "00:00");
}
