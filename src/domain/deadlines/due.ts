import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { silence } from "../case/choice.ts";
import type { Entry } from "../case/entry.ts";
import type { NoticeSubject } from "../case/noticeSubject.ts";
import { readStage } from "../case/stages.ts";
import { remindOfChallenges, waitingIn } from "../challenges/remind.ts";
import type { NoticeId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import { toldOfEnd } from "../sanctions/across.ts";
import { awaitedDue, awaitedSteps } from "./awaited.ts";
import { deadlinesOf } from "./deadline.ts";
import type { Deadline } from "./deadline.ts";
import { delegationsDue, endingsOf } from "./delegations.ts";
import { inactivityOf } from "./inactivity.ts";
import { nextRung } from "./ladder.ts";
import { offersDue, offersOf } from "./moreTime.ts";
import { ownersOf } from "./owners.ts";
import { questionsDue, questionsOf } from "./questions.ts";
import type { Reminder } from "./reminders.ts";
import { urgentAgainAt, urgentDue } from "./urgent.ts";

const isDue = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) <= 0;
const hasReminded = (current: Case, watched: Pick<Watched, "key" | "day">, reminder: Reminder) =>
  current.notices.some(
    ({ subject }) =>
      subject.kind === "reminder" &&
      subject.deadline === watched.key &&
      subject.occasion === reminder.occasion &&
      // A last day that moves, or that comes a second time at a stage, is reminded of anew.
      subject.day === watched.day.toString(),
  );

/** A deadline, or a case in which nobody does anything: then `day` is the one on which somebody last did. */
type Watched = Pick<Deadline, "key" | "about" | "party" | "day" | "reminders"> & {
  readonly kind: Deadline["kind"] | "inactivity";
};

function watchedIn(rulebook: Rulebook, current: Case): readonly Watched[] {
  const idle = inactivityOf(rulebook, current);
  const deadlines = deadlinesOf(rulebook, current);
  if (idle === undefined) return deadlines;
  const { since: day, reminders } = idle;
  return [...deadlines, { key: "inactivity", kind: "inactivity", about: current.stage.stage, day, reminders }];
}

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
  if (isSilent(rulebook, current, now)) return silence(rulebook, current, newId);
  const ended = deadlinesOf(rulebook, current).filter(({ kind, due }) => kind === "lapse" && isDue(due, now));
  const lapses = ended.flatMap((deadline) => lapse(rulebook, current, deadline, newId));
  const reminders = watchedIn(rulebook, current).flatMap((watched): readonly Entry[] => {
    if (ended.some((deadline) => deadline.key === watched.key)) return [];
    const latest = watched.reminders.filter((reminder) => isDue(reminder.at, now)).at(-1);
    if (latest === undefined || hasReminded(current, watched, latest)) return [];
    const { key, about, day } = watched;
    const subject: NoticeSubject = {
      kind: "reminder",
      deadline: key,
      occasion: latest.occasion,
      about,
      day: day.toString(),
    };
    return ownersOf(rulebook, roster, current, { ...watched, occasion: latest.occasion }).map((to) => ({
      kind: "notice-sent",
      notice: newId(),
      to,
      subject,
    }));
  });
  const waiting = remindOfChallenges(rulebook, roster, current, (moment) => isDue(moment, now), newId);
  return [
    ...lapses,
    ...delegationsDue(rulebook, current, (moment) => isDue(moment, now)),
    ...offersDue(rulebook, roster, current, now, newId),
    ...questionsDue(rulebook, current, now, newId),
    ...awaitedDue(rulebook, current, (moment) => isDue(moment, now), newId),
    ...urgentDue(rulebook, roster, current, (moment) => isDue(moment, now), newId),
    ...reminders,
    ...waiting,
  ];
}

/** Whether the time in which somebody could choose is over, and nothing was chosen. What comes next is looked at in its turn. */
function isSilent(rulebook: Rulebook, current: Case, now: Temporal.Instant): boolean {
  if (readStage(rulebook, current).kind !== "elect") return false;
  return deadlinesOf(rulebook, current).some(({ kind, due }) => kind === "target" && isDue(due, now));
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
  readonly kind: Watched["kind"] | "challenge" | "question" | "awaited" | "urgent" | "delegation";
  readonly at: Temporal.Instant;
}

/** When to look at the case again, for each deadline: at its next reminder, or when it happens; and when nobody does anything. */
export function wakesOf(rulebook: Rulebook, current: Case): readonly Wake[] {
  const deadlines = deadlinesOf(rulebook, current);
  const offers = offersOf(rulebook, current);
  const waiting = waitingIn(rulebook, current).map(({ challenge, task, at }): Wake => ({
    key: `challenge:${challenge}:${task}`,
    kind: "challenge",
    at,
  }));
  const found = watchedIn(rulebook, current).flatMap((watched): readonly Wake[] => {
    const { key, kind, reminders } = watched;
    const lastReminded = reminders.findLastIndex((reminder) => hasReminded(current, watched, reminder));
    const moments = reminders.slice(lastReminded + 1).map((reminder) => reminder.at);
    const deadline = deadlines.find((each) => each.key === key);
    const rung = deadline === undefined ? undefined : nextRung(rulebook, current, deadline);
    const happensByItself =
      kind === "lapse" || kind === "objections" || (kind === "target" && readStage(rulebook, current).kind === "elect");
    if (happensByItself && deadline !== undefined) moments.push(deadline.due);
    if (rung !== undefined) moments.push(rung.at);
    moments.push(...offers.filter((offer) => offer.deadline.key === key).map(({ at }) => at));
    const [next] = moments.toSorted((a, b) => Temporal.Instant.compare(a, b));
    return next === undefined ? [] : [{ key, kind, at: next }];
  });
  const questions = questionsOf(rulebook, current).map(({ what, at }): Wake => ({
    key: `question:${what}`,
    kind: "question",
    at,
  }));
  const awaited = awaitedSteps(rulebook, current).map(({ step, about, at }): Wake => ({
    key: `awaited:${step}:${about}`,
    kind: "awaited",
    at,
  }));
  const again = urgentAgainAt(rulebook, current);
  const urgent: readonly Wake[] = again === undefined ? [] : [{ key: "urgent", kind: "urgent", at: again }];
  const delegations = endingsOf(rulebook, current).map(({ to, at }): Wake => ({
    key: `delegation:${to}`,
    kind: "delegation",
    at,
  }));
  return [...found, ...waiting, ...questions, ...awaited, ...urgent, ...delegations];
}
