import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { endOfDay, localDay, subtractSpan, timeOnDay } from "../deadlines/calendar.ts";
import type { MotionEntry } from "./entry.ts";
import { isOver, voteNow } from "./motion.ts";
import type { Motion, VoteOnMotion } from "./motion.ts";
import { ruleOf } from "./rules.ts";

/** A moment at which the clock has something to do in a motion. */
export interface MotionMoment {
  readonly key: string;
  readonly at: Temporal.Instant;
}

const isDue = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;

/** The last day of a vote that closes by itself: the one before the moment at which it is over. */
export function lastDayOf(rulebook: Rulebook, closes: Temporal.Instant): Temporal.PlainDate {
  return localDay(rulebook, closes.subtract({ nanoseconds: 1 }));
}

/** Everything that the clock will have to do: reminders of a vote that is open, and closing it. */
export function momentsOf(rulebook: Rulebook, motion: Motion): readonly MotionMoment[] {
  const vote = isOver(motion) ? undefined : voteNow(motion);
  const ends = vote === undefined ? undefined : endsAt(vote);
  if (vote === undefined || ends === undefined) return [];
  const reminders = remindersOf(rulebook, vote).filter(({ occasion }) => !vote.reminded.includes(occasion));
  return [
    ...reminders.map(({ occasion, at }) => ({ key: `remind:${vote.vote}:${occasion}`, at })),
    { key: `close:${vote.vote}`, at: ends },
  ];
}

/** When it ends by itself: with the time to object once it was called, otherwise after its last day. */
export const endsAt = ({ called, closes }: Pick<VoteOnMotion, "called" | "closes">): Temporal.Instant | undefined =>
  called?.until ?? closes;

interface Reminder {
  readonly occasion: string;
  readonly at: Temporal.Instant;
}

/** As long before the last day as the rulebook reminds of anything, and on it; never on the day on which the vote was opened or before. */
function remindersOf(rulebook: Rulebook, { closes, opened }: VoteOnMotion): readonly Reminder[] {
  if (closes === undefined) return [];
  const { before, at } = rulebook.calendar.reminders;
  const last = lastDayOf(rulebook, closes);
  const days = [...before.map((span) => subtractSpan(rulebook, last, span)), last];
  const since = localDay(rulebook, opened);
  return days
    .filter((day) => Temporal.PlainDate.compare(day, since) > 0)
    .map((day) => ({ occasion: day.toString(), at: timeOnDay(rulebook, day, at) }));
}

/** What is due now: of several reminders that were missed one is given. */
export interface DueInMotion {
  readonly vote: VoteOnMotion;
  readonly isClosing: boolean;
  /** Of which occasions those who have not voted are reminded now, in one message. */
  readonly occasions: readonly string[];
}

export function dueInMotion(rulebook: Rulebook, motion: Motion, now: Temporal.Instant): DueInMotion | undefined {
  const vote = isOver(motion) ? undefined : voteNow(motion);
  const ends = vote === undefined ? undefined : endsAt(vote);
  if (vote === undefined || ends === undefined) return undefined;
  const isClosing = isDue(ends, now);
  const due = remindersOf(rulebook, vote).filter(({ at }) => isDue(at, now));
  const occasions = isClosing
    ? []
    : due.map(({ occasion }) => occasion).filter((each) => !vote.reminded.includes(each));
  return isClosing || occasions.length > 0 ? { vote, isClosing, occasions } : undefined;
}

/** From this long on Redress was away so that people may not have been able to vote. */
export const OUTAGE = { hours: 1 } as const;

/** Until when a vote stays open during which Redress was away: as much longer, to the end of the day on which that falls. */
export function extendedBy(
  rulebook: Rulebook,
  closes: Temporal.Instant,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Temporal.Instant {
  return endOfDay(rulebook, lastDayOf(rulebook, closes.add(from.until(until))));
}

/**
 * What becomes of a vote that was open while Redress was away: it stays open for longer, and one may object for longer to what was called;
 * or it is void, as its rule says. Nothing where it was not away for long, and nothing more of an outage that was made up for.
 * @param last when it was last known to be awake
 */
export function afterOutage(
  rulebook: Rulebook,
  motion: Motion,
  last: Temporal.Instant,
  now: Temporal.Instant,
): readonly MotionEntry[] {
  const open = isOver(motion) ? undefined : voteNow(motion);
  const ends = open === undefined ? undefined : endsAt(open);
  if (open === undefined || ends === undefined) return [];
  const { vote, closes, called } = open;
  const from = [open.opened, ...open.away.map(({ until }) => until)].reduce(later, last);
  // What was over before Redress went away is only closed late.
  if (!isDue(from.add(OUTAGE), now) || isDue(ends, from)) return [];
  if (ruleOf(rulebook, motion).outage === "voids")
    return [{ kind: "vote-closed", vote, result: { kind: "void", why: "outage" }, published: undefined }];
  const until = called?.until?.add(from.until(now));
  const longer = closes === undefined ? ends.add(from.until(now)) : extendedBy(rulebook, closes, from, now);
  return [
    ...(until === undefined ? [] : [{ kind: "consensus-called", vote, until } as const]),
    { kind: "vote-extended", vote, awayFrom: from, awayUntil: now, closes: longer },
  ];
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b);
