import { Temporal } from "temporal-polyfill";

import type { Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import { isNamed } from "../parties/findNames.ts";
import type { Ledger } from "./ledger.ts";

/** A time during which somebody may not take part in something, or lacks rights of a member. Nothing says why. */
export interface Bar {
  readonly from: Temporal.Instant;
  /** The first moment at which it no longer holds; undefined where there is none yet. */
  readonly until: Temporal.Instant | undefined;
  /** The kinds of events, places and services that stay open. */
  readonly permits: readonly string[];
  /** What it keeps the person from; events when left out. */
  readonly bars?: readonly string[] | undefined;
  /** The rights that the person does not have; none when left out. */
  readonly takesAway?: readonly Right[] | undefined;
  /** What those rights are about, such as some elections only; everything when left out. */
  readonly scope?: readonly string[] | undefined;
}

/** What a member may do, and a sanction can take away. */
export type Right = NonNullable<SanctionRule["takes_away"]>[number];

/** What is asked about at a door: a kind of event, a place or a service, and what it belongs to of what sanctions bar. */
export interface AskedOf {
  readonly what: string;
  readonly of: string;
  /** Of an application for which right, and for what of it: all of it when left out. */
  readonly application?: { readonly to: Right; readonly of: string | undefined } | undefined;
}

type DoorRule = NonNullable<Rulebook["door_check"]>;

const EVENTS = "events";

/** What somebody asks about by a name; undefined for what the rulebook does not know. */
export function askedOf(rule: DoorRule, what: string): AskedOf | undefined {
  if (rule.event_types.includes(what)) return { what, of: EVENTS };
  const application = rule.applications?.[what];
  if (application !== undefined) return { what, of: "", application: { to: application.to, of: application.of } };
  const of = rule.places?.[what];
  return of === undefined ? undefined : { what, of };
}

/** Everything that can be asked about, events first. */
export const askable = (rule: DoorRule): readonly string[] => [
  ...rule.event_types,
  ...Object.keys(rule.places ?? {}),
  ...Object.keys(rule.applications ?? {}),
];

/** The answer at the door of an event. */
export type Admission =
  | { readonly kind: "admit" }
  /** `until` is the first moment at which the person may take part again; undefined where there is none yet. */
  | { readonly kind: "refuse"; readonly until: Temporal.Instant | undefined };

/** What of a ledger keeps somebody from something, or from rights. What was chosen of a sanction is all that it is about. */
export function barsOf({ held }: Ledger): readonly Bar[] {
  return held.flatMap(({ rulebook, sanction, from, until, scope, rests }): readonly Bar[] => {
    const rule = rulebook.sanctions[sanction];
    if (rests === true || rule === undefined || (rule.bars.length === 0 && rule.takes_away === undefined)) return [];
    const { takes_away: takesAway, permits } = rule;
    const about = takesAway === undefined ? undefined : (scope ?? rule.scope);
    return [{ from, until, permits, bars: barredBy(rule, scope), takesAway, scope: about }];
  });
}

/** What a sanction keeps somebody from; where some of it was chosen, only that. */
function barredBy(rule: SanctionRule, scope: readonly string[] | undefined): readonly string[] {
  const isChosen = (thing: string) =>
    scope === undefined || rule.scope?.includes(thing) !== true || scope.includes(thing);
  return rule.bars.filter(isChosen);
}

/** Whether somebody may take part in an event, enter a place or use a service at a moment; or whether an application of theirs may be taken. */
export function admissionTo(
  bars: readonly Bar[],
  asked: AskedOf,
  at: Temporal.Instant,
  alwaysOpen: readonly string[] = [],
): Admission {
  if (alwaysOpen.includes(asked.what)) return { kind: "admit" };
  const closed = bars.filter((bar) => isClosedBy(bar, asked));
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

function isClosedBy(
  { permits, bars = [EVENTS], takesAway = [], scope }: Bar,
  { what, of, application }: AskedOf,
): boolean {
  if (application === undefined) return (bars.includes(of) || bars.includes(what)) && !permits.includes(what);
  if (!takesAway.includes(application.to)) return false;
  return scope === undefined || (application.of !== undefined && scope.includes(application.of));
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
