import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { endOfDay, localDay } from "./calendar.ts";
import { countDays } from "./countDays.ts";
import type { DayCount } from "./countDays.ts";
import { countHours } from "./countHours.ts";
import type { HourCount } from "./countHours.ts";
import { noticeRule, windowRule } from "./countRule.ts";
import type { CountRule } from "./countRule.ts";

/** Until when something may be done: the last day belongs to it. */
interface Window {
  /** The last day, where the organisation is. */
  readonly lastDay: Temporal.PlainDate;
  /** The first moment after it. */
  readonly closes: Temporal.Instant;
}

/** A window with the steps by which it was found. */
export interface CountedWindow extends Window {
  readonly count: DayCount | HourCount;
}

/** The window of so long after an event: the day of the event is not counted unless the rulebook counts it. */
export function windowAfter(rulebook: Rulebook, event: Temporal.Instant, span: Span): CountedWindow {
  return countWindow(rulebook, event, windowRule(rulebook, span));
}

/** Until when notice of an event may be given that has to be so long before it. */
export function noticeBefore(rulebook: Rulebook, event: Temporal.Instant, span: Span): CountedWindow {
  return countWindow(rulebook, event, noticeRule(span));
}

/** The window that a rule gives for an event. */
export function countWindow(rulebook: Rulebook, event: Temporal.Instant, rule: CountRule): CountedWindow {
  if (rule.span.unit === "hours") {
    const count = countHours(rulebook, event, rule);
    return { count, lastDay: localDay(rulebook, count.until), closes: count.until };
  }
  const count = countDays(rulebook, localDay(rulebook, event), rule);
  const { lastDay } = count;
  return { count, lastDay, closes: endOfDay(rulebook, lastDay) };
}
