import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { addSpan } from "../deadlines/calendar.ts";
import { periodBefore, periodOn } from "./period.ts";
import type { Obligation, Period } from "./period.ts";

/** How an obligation stands on a day. */
export interface ObligationStanding {
  readonly id: string;
  readonly rule: Obligation;
  /** How often it was done in the present stretch; in all, where it is not counted in one. */
  readonly done: number;
  readonly period: Period | undefined;
  /** When it was done last, as far as that is recorded. */
  readonly lastDone: Temporal.PlainDate | undefined;
  /** The last day for doing it again; undefined while nothing is owed. */
  readonly dueBy: Temporal.PlainDate | undefined;
}

/** An announcement of an obligation to those who owe it. */
export interface Announcement {
  /** Names it for all time: finance_meetings:2027-08-31:before-28. */
  readonly key: string;
  /**
   * "missed": the stretch is over. "too-many": more often than at most. "few-ahead", "few": of a body that will have, or has, fewer members than
   * it must have.
   */
  readonly kind: "ahead" | "late" | "missed" | "too-many" | "few-ahead" | "few";
  /** The day on which it is made. */
  readonly on: Temporal.PlainDate;
  /** The last day that it is about. */
  readonly dueBy: Temporal.PlainDate;
  /** How often it was done in the stretch that it is about. */
  readonly done: number;
}

/** So many days before the last day those who owe it are told, and on that day. */
const AHEAD = [28, 7, 0] as const;
/** So often they are told that it is late before it stays silent. */
const LATE_REPEATS = 8;
/** Of a stretch that is over they are told within so many days. */
const MISSED_WITHIN = 60;

const within = (period: Period, day: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(period.from, day) <= 0 && Temporal.PlainDate.compare(day, period.to) <= 0;
const countIn = (done: readonly Temporal.PlainDate[], period: Period | undefined) =>
  period === undefined ? done.length : done.filter((day) => within(period, day)).length;
const isUpTo = (day: Temporal.PlainDate, today: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) <= 0;

/**
 * How often something was done that has to be done again and again, and by when it is owed next.
 * @param done the days on which it was done, in any order
 * @param since from when it is counted that nothing is recorded: the day on which the organisation began with Redress
 */
export function standingOf(
  rulebook: Rulebook,
  id: string,
  rule: Obligation,
  done: readonly Temporal.PlainDate[],
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
): ObligationStanding {
  const past = done.filter((day) => isUpTo(day, today)).toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  const lastDone = past.at(-1);
  const period = periodOn(rulebook, rule, today);
  const counted = countIn(past, period);
  const isShort = rule.at_least !== undefined && period !== undefined && counted < rule.at_least;
  const next = rule.every === undefined ? undefined : addSpan(rulebook, lastDone ?? since, rule.every);
  const days = [next, isShort ? period.to : undefined].filter((day) => day !== undefined);
  const [dueBy] = days.toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  return { id, rule, done: counted, period, lastDone, dueBy };
}

/**
 * What those who owe it are told of up to a day, the latest of each: that its last day comes, that it is late, that the stretch in which it
 * was to be done is over, that it was done too often. Whoever was off meanwhile is told once and not for every day that was missed.
 * @param done the days on which it was done, in any order
 * @param since the day on which the organisation began with Redress: of what was missed before nobody is told
 */
export function announcementsOf(
  rulebook: Rulebook,
  id: string,
  rule: Obligation,
  done: readonly Temporal.PlainDate[],
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
): readonly Announcement[] {
  const standing = standingOf(rulebook, id, rule, done, since, today);
  const { dueBy } = standing;
  const next = dueBy === undefined ? undefined : latest(rulebook, standing, dueBy, since, today);
  return [next, missed(rulebook, id, rule, done, since, today), tooMany(standing, today)].filter(
    (announcement) => announcement !== undefined,
  );
}

function latest(
  rulebook: Rulebook,
  { id, done }: ObligationStanding,
  dueBy: Temporal.PlainDate,
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Announcement | undefined {
  const ahead = AHEAD.map((days) => ({ kind: "ahead" as const, name: `before-${days}`, on: dueBy.subtract({ days }) }));
  const late: { readonly kind: "late"; readonly name: string; readonly on: Temporal.PlainDate }[] = [];
  for (let repeat = 1, on = dueBy.add({ days: 1 }); repeat <= LATE_REPEATS; repeat += 1) {
    late.push({ kind: "late", name: `late-${repeat}`, on });
    on = addSpan(rulebook, on, rulebook.calendar.reminders.overdue_every);
  }
  const found = [...ahead, ...late].findLast(({ on }) => isUpTo(on, today) && isUpTo(since, on));
  if (found === undefined) return undefined;
  const { kind, name, on } = found;
  return { key: `${id}:${dueBy.toString()}:${name}`, kind, on, dueBy, done };
}

function missed(
  rulebook: Rulebook,
  id: string,
  rule: Obligation,
  done: readonly Temporal.PlainDate[],
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Announcement | undefined {
  const over = rule.at_least === undefined ? undefined : periodBefore(rulebook, rule, today);
  if (over === undefined || !isUpTo(since, over.to) || over.to.until(today).days > MISSED_WITHIN) return undefined;
  const counted = countIn(done, over);
  if (counted >= (rule.at_least ?? 0)) return undefined;
  const key = `${id}:${over.to.toString()}:missed`;
  return { key, kind: "missed", on: over.to.add({ days: 1 }), dueBy: over.to, done: counted };
}

function tooMany({ id, rule, done, period }: ObligationStanding, today: Temporal.PlainDate): Announcement | undefined {
  if (rule.at_most === undefined || period === undefined || done <= rule.at_most) return undefined;
  return { key: `${id}:${period.to.toString()}:too-many-${done}`, kind: "too-many", on: today, dueBy: period.to, done };
}
