import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { endOfDay, sameTimeAfter, startOfDay } from "./calendar.ts";
import type { CountRule, Extension } from "./countRule.ts";
import type { Stretch } from "./stretch.ts";

/** The counting of a deadline in hours: elapsed time, whatever the clocks show. */
export interface HourCount {
  readonly kind: "hours";
  readonly rule: CountRule;
  readonly event: Temporal.Instant;
  readonly extended: readonly { readonly extension: Extension; readonly until: Temporal.Instant }[];
  /** The first moment that is too late; counted backwards the last at which notice may be given. */
  readonly until: Temporal.Instant;
}

/** Counts from a moment by a rule whose span is of hours. */
export function countHours(rulebook: Rulebook, event: Temporal.Instant, rule: CountRule): HourCount {
  const counted = rule.direction === "after" ? runOn(rulebook, event, rule) : runBack(rulebook, event, rule);
  const extended: { extension: Extension; until: Temporal.Instant }[] = [];
  let until = counted;
  for (const extension of rule.extensions) {
    until = later(until, extend(rulebook, until, extension));
    extended.push({ extension, until });
  }
  return { kind: "hours", rule, event, extended, until };
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? b : a);
const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b);

function extend(rulebook: Rulebook, until: Temporal.Instant, extension: Extension): Temporal.Instant {
  if (extension.kind === "by") return sameTimeAfter(rulebook, until, extension.span);
  return endOfDay(rulebook, extension.day);
}

/** A rest as moments: from the beginning of its first day to the end of its last. */
function restOf(rulebook: Rulebook, { from, to }: Stretch) {
  return { begins: startOfDay(rulebook, from), ends: endOfDay(rulebook, to) };
}

function runOn(rulebook: Rulebook, event: Temporal.Instant, { span, pauses }: CountRule): Temporal.Instant {
  const rests = pauses
    .map((pause) => restOf(rulebook, pause))
    .toSorted((a, b) => Temporal.Instant.compare(a.begins, b.begins));
  let ran = event;
  let left = Temporal.Duration.from({ hours: span.amount });
  for (const { begins, ends } of rests) {
    const until = ran.add(left);
    if (Temporal.Instant.compare(begins, until) >= 0) break;
    left = left.subtract(ran.until(later(ran, begins)));
    ran = later(ran, ends);
  }
  return ran.add(left);
}

function runBack(rulebook: Rulebook, event: Temporal.Instant, { span, pauses }: CountRule): Temporal.Instant {
  const rests = pauses
    .map((pause) => restOf(rulebook, pause))
    .toSorted((a, b) => Temporal.Instant.compare(b.ends, a.ends));
  let ran = event;
  let left = Temporal.Duration.from({ hours: span.amount });
  for (const { begins, ends } of rests) {
    const until = ran.subtract(left);
    if (Temporal.Instant.compare(ends, until) <= 0) break;
    left = left.subtract(earlier(ran, ends).until(ran));
    ran = earlier(ran, begins);
  }
  return ran.subtract(left);
}
