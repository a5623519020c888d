import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { Entry, NoticeSubject } from "../case/entry.ts";
import type { NoticeId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import { toldOfEnd } from "../sanctions/across.ts";
import { deadlinesOf } from "./deadline.ts";
import type { Deadline, Reminder } from "./deadline.ts";
import { nextRung } from "./ladder.ts";
import { ownersOf } from "./owners.ts";

const isDue = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) <= 0;
const hasReminded = (current: Case, deadline: Deadline, reminder: Reminder) =>
  current.notices.some(
    ({ subject }) =>
      subject.kind === "reminder" &&
      subject.deadline === deadline.key &&
      subject.occasion === reminder.occasion &&
      // A last day that moves, or that comes a second time at a stage, is reminded of anew.
      subject.day === deadline.day.toString(),
  );

/**
 * What is due in a case at this moment, each once. Of several reminders that were missed only the latest is given: a backlog is one
 * message, not a flood.
 * @param newId gives an id for each notice
 */
export function dueEntries(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  now: Temporal.Instant,
  newId: () => NoticeId,
): readonly Entry[] {
  return deadlinesOf(rulebook, current).flatMap((deadline): readonly Entry[] => {
    if (deadline.kind === "lapse" && isDue(deadline.due, now)) return lapse(rulebook, current, deadline, newId);
    const latest = deadline.reminders.filter((reminder) => isDue(reminder.at, now)).at(-1);
    if (latest === undefined || hasReminded(current, deadline, latest)) return [];
    const { key, about, day } = deadline;
    const subject: NoticeSubject = {
      kind: "reminder",
      deadline: key,
      occasion: latest.occasion,
      about,
      day: day.toString(),
    };
    return ownersOf(rulebook, roster, current, deadline).map((to) => ({
      kind: "notice-sent",
      notice: newId(),
      to,
      subject,
    }));
  });
}

/** Whether a sanction lapses now. */
export function hasLapseDue(rulebook: Rulebook, current: Case, now: Temporal.Instant): boolean {
  return deadlinesOf(rulebook, current).some(({ kind, due }) => kind === "lapse" && isDue(due, now));
}

/** A sanction lapses: the person and the officers are told where the rulebook says so. */
function lapse(rulebook: Rulebook, current: Case, deadline: Deadline, newId: () => NoticeId): readonly Entry[] {
  const { about: sanction, due: effective, party } = deadline;
  const subject: NoticeSubject = { kind: "sanction-lapsed", sanction };
  const whose = partiesOf(current, "respondent").filter((each) => party === undefined || each.party === party);
  const told = whose.flatMap((each) => toldOfEnd(rulebook, current, sanction, { party: each }));
  return [
    { kind: "sanction-lapsed", sanction, effective, party },
    ...told.map((to): Entry => ({ kind: "notice-sent", notice: newId(), to, subject })),
  ];
}

/** A deadline with the next moment at which something is to be done about it. */
export interface Wake {
  readonly key: string;
  readonly kind: Deadline["kind"];
  readonly at: Temporal.Instant;
}

/** When to look at the case again, for each deadline: at its next reminder, or when it happens. */
export function wakesOf(rulebook: Rulebook, current: Case): readonly Wake[] {
  return deadlinesOf(rulebook, current).flatMap((deadline) => {
    const lastReminded = deadline.reminders.findLastIndex((reminder) => hasReminded(current, deadline, reminder));
    const moments = deadline.reminders.slice(lastReminded + 1).map((reminder) => reminder.at);
    if (deadline.kind === "lapse") moments.push(deadline.due);
    const rung = nextRung(rulebook, current, deadline);
    if (rung !== undefined) moments.push(rung.at);
    const [next] = moments.toSorted((a, b) => Temporal.Instant.compare(a, b));
    return next === undefined ? [] : [{ key: deadline.key, kind: deadline.kind, at: next }];
  });
}
