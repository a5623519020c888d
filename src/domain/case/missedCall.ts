import type { Temporal } from "temporal-polyfill";

import { openVote } from "./case.ts";
import type { Case } from "./case.ts";
import type { Entry } from "./entry.ts";

/** A time in which Redress was away, so that nobody could do anything. */
export interface Away {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => a.epochNanoseconds < b.epochNanoseconds;
const later = (a: Temporal.Instant, b: Temporal.Instant) => (isBefore(a, b) ? b : a);

/**
 * What follows where Redress was away while one could object to what had been called: silence then is no agreement, and one may object for
 * as much longer. One time of several; nothing where none is left.
 */
export function extendCall(current: Case, outages: readonly Away[]): readonly Entry[] {
  const open = openVote(current);
  const { at, until, away = [] } = open?.called ?? {};
  if (open === undefined || at === undefined || until === undefined) return [];
  const since = away.reduce((last, each) => later(last, each.until), at);
  const missed = outages
    .map((each) => ({ ...each, from: later(each.from, since) }))
    .find((each) => isBefore(each.from, each.until) && isBefore(each.from, until));
  if (missed === undefined) return [];
  const longer = until.add(missed.from.until(missed.until));
  return [{ kind: "consensus-called", vote: open.vote, until: longer, away: missed }];
}
