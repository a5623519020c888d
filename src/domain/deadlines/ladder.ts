import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case, Notice } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { NoticeId, PersonId } from "../identity.ts";
import { mayLearnOfLateness, peopleOfRung } from "../parties/escalation.ts";
import type { Rung } from "../parties/escalation.ts";
import { handlersOf } from "../parties/viewer.ts";
import type { Roster } from "../roster.ts";
import { addSpan, localDay, timeOnDay } from "./calendar.ts";
import { deadlinesOf } from "./deadline.ts";
import type { Deadline } from "./deadline.ts";
import { ownersByName } from "./owners.ts";

/** The rung that is told next of something late, and when. */
export interface NextRung {
  readonly rung: number;
  readonly at: Temporal.Instant;
}

/**
 * The rung that comes next while a deadline stays late; undefined where there is no ladder, and before the owner has been reminded that it
 * is late. Each rung is told as long after the rung below as the rulebook says, counted from when that one was told or said that they
 * have seen it: whatever was missed while the program was off, nobody is told over the head of somebody who was not.
 */
export function nextRung(rulebook: Rulebook, current: Case, deadline: Deadline): NextRung | undefined {
  const { ladder = [], at: time } = rulebook.calendar.reminders;
  if (!climbs(rulebook, current, deadline) || ladder.length === 0) return undefined;
  const told = toldOf(current, deadline);
  const last = told.at(-1);
  const from = last === undefined ? firstReminded(current, deadline) : heldFrom(current, told, last);
  if (from === undefined) return undefined;
  const below = last === undefined ? -1 : last.rung;
  const top = ladder.length - 1;
  const rung = Math.min(below + 1, top);
  if (last !== undefined && below < top && hasReachedNobody(told, last)) return { rung, at: last.notice.sent };
  const on = afterGap(rulebook, deadline, below, localDay(rulebook, from));
  return { rung, at: timeOnDay(rulebook, on, time) };
}

/**
 * Everybody who is now to be told that something is late in a case, one rung of each deadline. A rung that is nobody falls through to the
 * next; where all above are nobody those below are told again, and in the end the officers.
 * @param parties the people who are parties
 * @param newId gives an id for each notice
 */
export function escalationsDue(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
  now: Temporal.Instant,
  newId: () => NoticeId,
): readonly Entry[] {
  return deadlinesOf(rulebook, current).flatMap((deadline) => {
    const next = nextRung(rulebook, current, deadline);
    if (next === undefined || Temporal.Instant.compare(next.at, now) > 0) return [];
    const { key, about, day } = deadline;
    const { rung, people } = findPeople(rulebook, roster, current, deadline, parties, next.rung);
    return people.map((person): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "person", person },
      subject: { kind: "escalation", deadline: key, rung, about, day: day.toString() },
    }));
  });
}

function findPeople(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  deadline: Deadline,
  parties: readonly PersonId[],
  from: number,
): { readonly rung: number; readonly people: readonly PersonId[] } {
  const { ladder = [] } = rulebook.calendar.reminders;
  const owners = ownersByName(rulebook, roster, current, deadline);
  const onRung = (rung: Rung) => peopleOfRung(rulebook, roster, current, rung, owners, parties);
  const above = ladder.map((rung, index) => ({ rung: index, people: index < from ? [] : onRung(rung) }));
  const found = above.find(({ people }) => people.length > 0);
  if (found !== undefined) return found;
  const below = ladder.map(onRung).findLast((people) => people.length > 0);
  const officers = handlersOf(rulebook, roster, current).filter((person) =>
    mayLearnOfLateness(rulebook, roster, current, person, parties),
  );
  return { rung: ladder.length - 1, people: below ?? officers };
}

/**
 * Nobody is told of the end of a sanction, of the end of the time to object, of an aim that was missed, or of an answer that nobody has to
 * give, as of something late.
 */
function climbs(rulebook: Rulebook, current: Case, { kind, about }: Deadline): boolean {
  if (kind === "relay") return about === "pass";
  if (kind === "hearing") return about !== "evidence";
  if (kind === "limit") return rulebook.procedures[current.procedure]?.limit?.soft === false;
  return kind !== "lapse" && kind !== "objections";
}

interface Told {
  readonly rung: number;
  readonly notice: Notice;
}

/** Who has been told before that this is late, in the order in which they were told. */
export function toldOf(
  current: Case,
  deadline: { readonly key: string; readonly day: Temporal.PlainDate },
): readonly Told[] {
  return current.notices.flatMap((notice) => {
    const { subject } = notice;
    if (subject.kind !== "escalation" || subject.deadline !== deadline.key) return [];
    return subject.day === deadline.day.toString() ? [{ rung: subject.rung, notice }] : [];
  });
}

/** When the owner was first reminded that it is late. */
function firstReminded(current: Case, { key, day }: Deadline): Temporal.Instant | undefined {
  return current.notices.find(
    ({ subject }) =>
      subject.kind === "reminder" &&
      subject.deadline === key &&
      subject.day === day.toString() &&
      subject.occasion.startsWith("overdue-"),
  )?.sent;
}

const isSameTime = (one: Told, other: Told) => one.rung === other.rung && one.notice.sent.equals(other.notice.sent);

/** From when the time to the next rung runs: since the last was told, or since somebody on it first said that they have seen it. */
function heldFrom(current: Case, told: readonly Told[], last: Told): Temporal.Instant {
  const together = told.filter((each) => isSameTime(each, last)).map(({ notice }) => notice.id);
  return current.seen.find(({ notice }) => together.includes(notice))?.at ?? last.notice.sent;
}

const hasReachedNobody = (told: readonly Told[], last: Told) =>
  told.every((each) => !isSameTime(each, last) || each.notice.failed !== undefined);

/** A day so long after another as the next rung comes after this one; -1 is the first reminder of the owner, on the day after the last. */
function afterGap(rulebook: Rulebook, { day }: Deadline, below: number, from: Temporal.PlainDate): Temporal.PlainDate {
  const { ladder = [], overdue_every: every } = rulebook.calendar.reminders;
  const dayOf = (index: number) => {
    const rung = ladder[index];
    return rung === undefined ? day.add({ days: 1 }) : addSpan(rulebook, day, rung.after);
  };
  if (below >= ladder.length - 1) return addSpan(rulebook, from, every);
  return from.add({ days: Math.max(0, dayOf(below).until(dayOf(below + 1)).days) });
}
