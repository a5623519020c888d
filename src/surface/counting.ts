import { Temporal } from "temporal-polyfill";

import { localTime } from "../domain/deadlines/calendar.ts";
import type { DayCount, Move, SkippedDay } from "../domain/deadlines/countDays.ts";
import type { HourCount } from "../domain/deadlines/countHours.ts";
import type { CountRule, Extension } from "../domain/deadlines/countRule.ts";
import { stretchesOf } from "../domain/deadlines/stretch.ts";
import type { Stretch } from "../domain/deadlines/stretch.ts";
import type { DayOff } from "../domain/deadlines/workingDays.ts";
import { shortDay, shortDays } from "../locale/shortDay.ts";
import type { Speech, TextKey } from "../locale/speech.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Span } from "../rulebook/schema/vocabulary.ts";

const lengths: Readonly<Record<Span["unit"], TextKey>> = {
  hours: "counting.length.hours",
  days: "counting.length.days",
  "clear-days": "counting.length.clear-days",
  "working-days": "counting.length.working-days",
  "clear-working-days": "counting.length.clear-working-days",
  weeks: "counting.length.weeks",
  months: "counting.length.months",
  years: "counting.length.years",
};

/**
 * How a deadline was counted, in one sentence: "10 working days from Thu 17 Dec 2026: skips 25 and 28 Dec, 1 Jan; last day Tue 5 Jan
 * 2027". Weekends go without saying.
 */
export function sayCount(speech: Speech, rulebook: Rulebook, count: DayCount | HourCount): string {
  return count.kind === "days" ? sayDayCount(speech, count) : sayHours(speech, rulebook, count);
}

/** Each day that was left out, with its reason: "Fri 25 Dec 2026 (Christmas Day) and ..."; nothing where there is none. */
export function saySkipped(speech: Speech, skipped: readonly SkippedDay[]): string {
  return speech.list(skipped.map(({ day, why }) => sayOff(speech, day, why)));
}

/** How a number of days was counted, in one sentence. */
export function sayDayCount(speech: Speech, count: DayCount): string {
  const { rule, event, skipped, paused, moves, lastDay } = count;
  const off = inOrder(skipped.map(({ day }) => day));
  const rests = stretchesOf(inOrder(paused)).map((rest) => sayStretch(speech, rest));
  return sentence(speech, rule, sayDay(speech, event), [
    ...(off.length === 0 ? [] : [speech.say("counting.skips", { days: shortDays(speech, off.map(String)) })]),
    ...(rests.length === 0 ? [] : [speech.say("counting.rests", { days: speech.list(rests) })]),
    ...moves.map((move) => sayMove(speech, move)),
    speech.say("counting.last", { day: sayDay(speech, lastDay) }),
  ]);
}

function sayHours(speech: Speech, rulebook: Rulebook, { rule, event, extended, until }: HourCount): string {
  const moment = (at: Temporal.Instant) => {
    const local = localTime(rulebook, at);
    return `${sayDay(speech, local.toPlainDate())} ${local.toPlainTime().toString({ smallestUnit: "minute" })}`;
  };
  const shift = clockChange(rulebook, event, until) * (rule.direction === "after" ? 1 : -1);
  const rests = rule.pauses.map((rest) => sayStretch(speech, rest));
  return sentence(speech, rule, moment(event), [
    ...(shift > 0 ? [speech.say("counting.clocks.forward")] : []),
    ...(shift < 0 ? [speech.say("counting.clocks.back")] : []),
    ...(rests.length === 0 ? [] : [speech.say("counting.rests", { days: speech.list(rests) })]),
    ...extended.map((each) => sayExtension(speech, each.extension, moment(each.until))),
    speech.say("counting.ends", { moment: moment(until) }),
  ]);
}

/** By how many hours the clocks were moved forward from one moment to another; less than none where they were moved back. */
function clockChange(rulebook: Rulebook, from: Temporal.Instant, to: Temporal.Instant): number {
  const shown = localTime(rulebook, to).since(localTime(rulebook, from));
  return shown.subtract(from.until(to)).total("hours");
}

function sentence(speech: Speech, rule: CountRule, from: string, steps: readonly string[]): string {
  const values = { length: sayLength(speech, rule.span), from, steps: steps.join("; ") };
  if (rule.direction === "before") return speech.say("counting.before", values);
  return speech.say(rule.firstDay === "counted" ? "counting.after.counted" : "counting.after", values);
}

function sayMove(speech: Speech, move: Move): string {
  const day = sayDay(speech, move.from);
  const to = sayDay(speech, move.to);
  switch (move.kind) {
    case "vacation":
      return speech.say("counting.vacation", { day, vacation: move.name, to });
    case "extended":
      return sayExtension(speech, move.extension, to);
    case "rolled":
      if (move.why.kind === "pause") return speech.say("counting.day.rest", { day, to });
      return speech.say("counting.day.moved", { day: sayOff(speech, move.from, move.why), to });
  }
}

function sayExtension(speech: Speech, extension: Extension, to: string): string {
  if (extension.kind === "until") return speech.say("counting.extended.until", { to });
  return speech.say("counting.extended", { length: sayLength(speech, extension.span), to });
}

function sayOff(speech: Speech, off: Temporal.PlainDate, why: DayOff): string {
  const day = sayDay(speech, off);
  switch (why.kind) {
    case "weekend":
      return day;
    case "listed":
      return speech.say("counting.why", { day, why: speech.say("counting.why.listed") });
    case "closure":
      return speech.say("counting.why", { day, why: speech.say("counting.why.closure", { name: why.name }) });
    case "holiday": {
      const holiday = speech.name("holiday", why.id);
      const kept = why.isSubstitute ? speech.say("counting.why.substitute", { holiday }) : holiday;
      return speech.say("counting.why", { day, why: kept });
    }
  }
}

/** A length of time in words: "10 working days". */
export const sayLength = (speech: Speech, { amount, unit }: Span) => speech.say(lengths[unit], { amount });
const sayDay = (speech: Speech, day: Temporal.PlainDate) => shortDay(speech, day.toString());
const sayStretch = (speech: Speech, { from, to }: Stretch) =>
  from.equals(to)
    ? sayDay(speech, from)
    : speech.say("counting.stretch", { from: sayDay(speech, from), to: sayDay(speech, to) });
const inOrder = (days: readonly Temporal.PlainDate[]) => days.toSorted((a, b) => Temporal.PlainDate.compare(a, b));
