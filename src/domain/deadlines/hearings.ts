import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { hearingHere, hearingTimes, lastDaysBefore } from "../case/hearing.ts";
import { isTold } from "../case/told.ts";
import { localDay, startOfDay } from "./calendar.ts";
import type { Deadline } from "./deadline.ts";
import { remindersOf } from "./reminders.ts";
import type { Reminder } from "./reminders.ts";
import { windowAfter } from "./window.ts";
import type { CountedWindow } from "./window.ts";

/**
 * What is due round the hearing of the present stage, each by the times of its rulebook: that the parties are told of it, as long as
 * somebody is not; that they hand in what they want to show there, until it was held; that what happened is written down, and that the
 * parties are told how it ended. The outcome has its time from the day on: also where nobody enters that it was held.
 */
export function hearingDeadlines(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const times = hearingTimes(rulebook, current);
  const hearing = hearingHere(current);
  if (times === undefined || hearing === undefined) return [];
  const { called, on, isHeld, record, since } = hearing;
  const known = localDay(rulebook, called?.at ?? since);
  const dated = (about: "notice" | "evidence" | "record" | "outcome", window: CountedWindow): Deadline => {
    const { lastDay: day, closes: due, count } = window;
    return {
      key: `hearing:${about}`,
      kind: "hearing",
      about,
      due,
      day,
      count,
      reminders: remindersOf(rulebook, day, known),
    };
  };
  const before = lastDaysBefore(rulebook, times, on);
  const evidence = dated("evidence", before.evidence);
  const after = windowAfter(rulebook, startOfDay(rulebook, Temporal.PlainDate.from(on)), times.outcome);
  const isUntold = current.notices.some(
    (notice) =>
      notice.subject.kind === "hearing-called" &&
      notice.subject.hearing === hearing.hearing &&
      notice.subject.on === on &&
      !isTold(current, notice),
  );
  return [
    ...(!isHeld && isUntold ? [dated("notice", before.notice)] : []),
    ...(!isHeld && called !== undefined ? [{ ...evidence, reminders: evidence.reminders.filter(inTime) }] : []),
    ...(isHeld && record === undefined ? [dated("record", after)] : []),
    dated("outcome", after),
  ];
}

/** Whoever has handed in nothing by its day is reminded no more. */
const inTime = ({ occasion }: Reminder) => !occasion.startsWith("overdue");

/** Whether something whose day is over is waited for no more: what was not handed in for a hearing by then. */
export const isWaitedForNoMore = ({ kind, about }: Pick<Deadline, "kind" | "about">, isLate: boolean): boolean =>
  kind === "hearing" && about === "evidence" && isLate;
