import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Stretch } from "./stretch.ts";

/** How a deadline is counted from an event. */
export interface CountRule {
  readonly span: Span;
  /** Whether it ends so long after the event, or so long before it. */
  readonly direction: "after" | "before";
  /** Whether the day of the event is day 1. Clear days leave it out always. */
  readonly firstDay: "counted" | "not-counted";
  /** What happens when the last day is no working day. */
  readonly roll: "none" | "next" | "previous";
  /** Days that do not count; hours do not run on them. */
  readonly pauses: readonly Stretch[];
  /** In the order in which they were given. */
  readonly extensions: readonly Extension[];
}

/** More time: so much longer than the last day as it stood, or until a day. It never shortens. */
export type Extension =
  | { readonly kind: "by"; readonly span: Span }
  | { readonly kind: "until"; readonly day: Temporal.PlainDate };

/** How the rulebook counts a window after an event. */
export function windowRule(rulebook: Rulebook, span: Span): CountRule {
  const { window, roll } = rulebook.calendar.counting;
  const firstDay = window === "include_first_day" ? "counted" : "not-counted";
  return { span, direction: "after", firstDay, roll, pauses: [], extensions: [] };
}

/** How notice before an event is counted. Its last day stays where it is: moved on it would be too late, moved back sooner than asked. */
export function noticeRule(span: Span): CountRule {
  return { span, direction: "before", firstDay: "not-counted", roll: "none", pauses: [], extensions: [] };
}
