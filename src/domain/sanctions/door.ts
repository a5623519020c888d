import { Temporal } from "temporal-polyfill";

import { isNamed } from "../parties/findNames.ts";
import type { Ledger } from "./ledger.ts";

/** A time during which somebody may not take part in events, but in those of some kinds. Nothing says why. */
export interface Bar {
  readonly from: Temporal.Instant;
  /** The first moment at which it no longer holds; undefined where there is none yet. */
  readonly until: Temporal.Instant | undefined;
  /** The kinds of events that stay open. */
  readonly permits: readonly string[];
}

/** The answer at the door of an event. */
export type Admission =
  | { readonly kind: "admit" }
  /** `until` is the first moment at which the person may take part again; undefined where there is none yet. */
  | { readonly kind: "refuse"; readonly until: Temporal.Instant | undefined };

/** What of a ledger keeps somebody from events. */
export function barsOf({ held }: Ledger): readonly Bar[] {
  return held.flatMap(({ rulebook, sanction, from, until }) => {
    const rule = rulebook.sanctions[sanction];
    return rule?.bars.includes("events") === true ? [{ from, until, permits: rule.permits }] : [];
  });
}

/** Whether somebody may take part in an event of a kind at a moment. */
export function admissionTo(bars: readonly Bar[], eventType: string, at: Temporal.Instant): Admission {
  const closed = bars.filter(({ permits }) => !permits.includes(eventType));
  const holdingAt = (moment: Temporal.Instant) => closed.filter((bar) => isHeld(bar, moment));
  if (holdingAt(at).length === 0) return { kind: "admit" };
  let moment = at;
  for (;;) {
    const ends = holdingAt(moment).map(({ until }) => until);
    if (ends.length === 0) return { kind: "refuse", until: moment };
    const known = ends.filter((end) => end !== undefined);
    if (known.length < ends.length) return { kind: "refuse", until: undefined };
    moment = known.reduce((a, b) => (Temporal.Instant.compare(a, b) >= 0 ? a : b));
  }
}

/** What is still to come of it, or holds. */
export function barsFrom(bars: readonly Bar[], at: Temporal.Instant): readonly Bar[] {
  return bars.filter(({ until }) => until === undefined || Temporal.Instant.compare(at, until) < 0);
}

/** Whether a name that was typed at a door is that of somebody: every part of one of them stands in the other. */
export function isSameName(typed: string, name: string): boolean {
  return isNamed(typed, name) || isNamed(name, typed);
}

/** Whether a name has at least two parts, where it is written in parts: one alone is that of too many people. */
export function isFullName(typed: string): boolean {
  return typed.trim().split(/\s+/u).length > 1 || /[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}]{2}/u.test(typed);
}

function isHeld({ from, until }: Bar, at: Temporal.Instant): boolean {
  const hasBegun = Temporal.Instant.compare(from, at) <= 0;
  return hasBegun && (until === undefined || Temporal.Instant.compare(at, until) < 0);
}
