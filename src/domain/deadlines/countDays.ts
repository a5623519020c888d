import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { CountRule, Extension } from "./countRule.ts";
import { dayOf, numberOf } from "./dayNumber.ts";
import { moveBy, moveNumber } from "./moveBy.ts";
import { dayOff } from "./workingDays.ts";
import type { DayOff } from "./workingDays.ts";

/** The counting of a deadline in days, weeks, months or years, step by step. */
export interface DayCount {
  readonly kind: "days";
  readonly rule: CountRule;
  readonly event: Temporal.PlainDate;
  /** Days that do not count because the organisation does not work, in the order of counting; weekends go without saying. */
  readonly skipped: readonly SkippedDay[];
  /** Days that do not count because the counting rested, in the order of counting. */
  readonly paused: readonly Temporal.PlainDate[];
  /** How the last day moved once it was counted, in this order. */
  readonly moves: readonly Move[];
  /** More time that may be given because the last day falls into a vacation. */
  readonly offer: VacationOffer | undefined;
  /** The last day on which it is in time; counted backwards the last day on which notice may be given. */
  readonly lastDay: Temporal.PlainDate;
}

export interface SkippedDay {
  readonly day: Temporal.PlainDate;
  readonly why: DayOff;
}

export type Move = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } & (
  | { readonly kind: "rolled"; readonly why: DayOff | { readonly kind: "pause" } }
  | { readonly kind: "vacation"; readonly name: string }
  | { readonly kind: "extended"; readonly extension: Extension }
);

interface VacationOffer {
  readonly vacation: string;
  /** The first working day after it. */
  readonly until: Temporal.PlainDate;
}

/** Counts from a day by a rule whose span is of days or longer. */
export function countDays(rulebook: Rulebook, event: Temporal.PlainDate, rule: CountRule): DayCount {
  const counted = countOff(rulebook, event, rule);
  const moves = [...settle(rulebook, rule, counted.lastDay)];
  const reached = () => moves.at(-1)?.to ?? counted.lastDay;
  for (const extension of rule.extensions) {
    const from = reached();
    const to = extended(rulebook, from, extension);
    moves.push({ kind: "extended", extension, from, to }, ...settle(rulebook, rule, to));
  }
  const lastDay = reached();
  const offer = vacationOffer(rulebook, rule, lastDay);
  return { kind: "days", rule, event, ...counted, moves, offer, lastDay };
}

type Counted = Pick<DayCount, "skipped" | "paused" | "lastDay">;

function countOff(rulebook: Rulebook, event: Temporal.PlainDate, rule: CountRule): Counted {
  const { span, direction } = rule;
  const step = direction === "after" ? 1 : -1;
  const isClear = span.unit === "clear-days" || span.unit === "clear-working-days";
  const isOfWorkingDays = span.unit === "working-days" || span.unit === "clear-working-days";
  const start = numberOf(event);
  const amount = isOfWorkingDays
    ? span.amount + (isClear ? 1 : 0)
    : Math.abs(moveNumber(rulebook, start, span, step) - start);
  const isFirstDayCounted = rule.firstDay === "counted" && !isClear && amount > 0;
  const isPaused = restOf(rule);
  const skipped: SkippedDay[] = [];
  const paused: Temporal.PlainDate[] = [];
  let number = isFirstDayCounted ? start - step : start;
  if (!isOfWorkingDays && rule.pauses.length === 0) return { skipped, paused, lastDay: dayOf(number + step * amount) };
  for (let left = amount; left > 0;) {
    number += step;
    const why = isOfWorkingDays ? dayOff(rulebook, number) : undefined;
    if (isPaused(number)) paused.push(dayOf(number));
    else if (why === undefined) left -= 1;
    else if (why.kind !== "weekend") skipped.push({ day: dayOf(number), why });
  }
  return { skipped, paused, lastDay: dayOf(number) };
}

/** Whether the counting rests on a day, by its number. */
function restOf({ pauses }: CountRule): (number: number) => boolean {
  const rests = pauses.map(({ from, to }) => ({ first: numberOf(from), last: numberOf(to) }));
  return (number) => rests.some(({ first, last }) => first <= number && number <= last);
}

/** Moves a last day to one on which it may end: by the rule, and out of vacations that extend deadlines. */
function settle(rulebook: Rulebook, rule: CountRule, day: Temporal.PlainDate): readonly Move[] {
  const why = rule.roll === "none" ? undefined : obstacle(rulebook, rule, numberOf(day));
  if (why !== undefined) {
    const to = freeDay(rulebook, rule, day, rule.roll === "next" ? 1 : -1);
    return [{ kind: "rolled", why, from: day, to }, ...settle(rulebook, rule, to)];
  }
  const vacation = vacationAt(rulebook, rule, day, "extend");
  if (vacation === undefined) return [];
  const to = freeDay(rulebook, rule, Temporal.PlainDate.from(vacation.to), 1);
  return [{ kind: "vacation", name: vacation.name, from: day, to }, ...settle(rulebook, rule, to)];
}

/** Why nothing may end on a day that has to be a working day. */
function obstacle(
  rulebook: Rulebook,
  rule: CountRule,
  number: number,
): DayOff | { readonly kind: "pause" } | undefined {
  return restOf(rule)(number) ? { kind: "pause" } : dayOff(rulebook, number);
}

function freeDay(rulebook: Rulebook, rule: CountRule, day: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate {
  let number = numberOf(day) + step;
  while (obstacle(rulebook, rule, number) !== undefined) number += step;
  return dayOf(number);
}

function extended(rulebook: Rulebook, from: Temporal.PlainDate, extension: Extension): Temporal.PlainDate {
  const to = extension.kind === "until" ? extension.day : moveBy(rulebook, from, extension.span, 1);
  return Temporal.PlainDate.compare(to, from) < 0 ? from : to;
}

type Vacation = Rulebook["calendar"]["vacations"][number];

function vacationAt(
  rulebook: Rulebook,
  rule: CountRule,
  day: Temporal.PlainDate,
  deadlines: Vacation["deadlines"],
): Vacation | undefined {
  if (rule.direction === "before") return undefined;
  if (rulebook.calendar.vacations.length === 0) return undefined;
  const written = day.toString();
  return rulebook.calendar.vacations.find(
    (vacation) => vacation.deadlines === deadlines && vacation.from <= written && written <= vacation.to,
  );
}

function vacationOffer(rulebook: Rulebook, rule: CountRule, lastDay: Temporal.PlainDate): VacationOffer | undefined {
  const vacation = vacationAt(rulebook, rule, lastDay, "offer_extension");
  if (vacation === undefined) return undefined;
  return { vacation: vacation.name, until: freeDay(rulebook, rule, Temporal.PlainDate.from(vacation.to), 1) };
}
