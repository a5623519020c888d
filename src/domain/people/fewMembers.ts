import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { Announcement } from "../obligations/standing.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { rosterAt } from "./appointment.ts";
import type { Term } from "./appointment.ts";

/** So many days before the last day on which a body has enough members it is told, and on that day. */
const AHEAD = [30, 0] as const;

/** A body that has fewer members than it must have. */
export interface FewMembers {
  readonly members: number;
  readonly atLeast: number;
}

/** How many members a body has, where it must have more; undefined for any other. */
export function fewMembersOf(rulebook: Rulebook, roster: Roster, id: string): FewMembers | undefined {
  const body = rulebook.bodies[id];
  if (body === undefined || !("offices" in body) || body.at_least === undefined) return undefined;
  const members = holdersOf(rulebook, roster, { kind: "body", id }).length;
  return members < body.at_least ? { members, atLeast: body.at_least } : undefined;
}

/**
 * What is told up to a day of a body that has too few members, or soon will have: each once, however long it lasts.
 * @param terms who holds which office, and until when
 */
export function fewAnnouncements(
  rulebook: Rulebook,
  terms: readonly Term[],
  id: string,
  now: Temporal.Instant,
): readonly Announcement[] {
  const fewAt = (at: Temporal.Instant) => fewMembersOf(rulebook, rosterAt(terms, at), id);
  const today = localDay(rulebook, now);
  const ends = [...new Set(terms.flatMap(({ until }) => until?.epochMilliseconds ?? []))].toSorted((a, b) => a - b);
  const moments = ends.map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  const few = fewAt(now);
  if (few !== undefined) {
    const since = moments.findLast((at) => Temporal.Instant.compare(at, now) <= 0);
    const day = since === undefined ? today : localDay(rulebook, since);
    // A roster that had too few from the beginning is told of once.
    const key = `body:${id}:few-${few.members}:${since === undefined ? "begin" : day.toString()}`;
    return [{ key, kind: "few", on: day, dueBy: day, done: few.members }];
  }
  for (const at of moments.filter((each) => Temporal.Instant.compare(each, now) > 0)) {
    const then = fewAt(at);
    if (then === undefined) continue;
    const last = localDay(rulebook, at.subtract({ milliseconds: 1 }));
    const days = AHEAD.findLast((each) => Temporal.PlainDate.compare(last.subtract({ days: each }), today) <= 0);
    if (days === undefined) return [];
    const on = last.subtract({ days });
    const key = `body:${id}:few-before-${days}:${last.toString()}`;
    return [{ key, kind: "few-ahead", on, dueBy: last, done: then.members }];
  }
  return [];
}
