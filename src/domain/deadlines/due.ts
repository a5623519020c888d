import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { findApprovedBrief } from "../case/briefs.ts";
import { partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { Addressee, Entry, NoticeSubject } from "../case/entry.ts";
import { readStage } from "../case/stages.ts";
import type { NoticeId, PersonId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { deadlinesOf } from "./deadline.ts";
import type { Deadline, Reminder } from "./deadline.ts";

const isDue = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) <= 0;
const hasReminded = (current: Case, deadline: Deadline, reminder: Reminder) =>
  current.notices.some(
    ({ subject }) =>
      subject.kind === "reminder" && subject.deadline === deadline.key && subject.occasion === reminder.occasion,
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

/** A sanction lapses: the person and the officers are told where the rulebook says so. */
function lapse(rulebook: Rulebook, current: Case, deadline: Deadline, newId: () => NoticeId): readonly Entry[] {
  const rule = rulebook.sanctions[deadline.about];
  const tell = rule?.kind === "dated" ? rule.on_lapse : [];
  const subject: NoticeSubject = { kind: "sanction-lapsed", sanction: deadline.about };
  const person: readonly Addressee[] = partiesOf(current, "respondent").map(({ party, role }) => ({
    kind: "party",
    party,
    role,
  }));
  const officers: readonly Addressee[] = current.handlers.map((officer) => ({ kind: "person", person: officer }));
  const told = [
    ...(tell.includes("inform_person") ? person : []),
    ...(tell.includes("inform_council") ? officers : []),
  ];
  return [
    { kind: "sanction-lapsed", sanction: deadline.about, effective: deadline.due },
    ...told.map((to): Entry => ({ kind: "notice-sent", notice: newId(), to, subject })),
  ];
}

/** Who is reminded of a deadline: those whom its rule names, otherwise the room of the body that owns the stage, or each officer. */
function ownersOf(rulebook: Rulebook, roster: Roster, current: Case, deadline: Deadline): readonly Addressee[] {
  if (deadline.kind === "lapse") return each(current.handlers);
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed") return [];
  // Those who decided without a vote tell of it themselves: whoever would otherwise be reminded does not know of the case.
  const isOfficers = stage.kind === "notify" && current.decision !== undefined && current.decision.vote === undefined;
  if (deadline.kind === "target" && stage.target?.remind !== undefined && !isOfficers) {
    const holders = holdersOf(rulebook, roster, stage.target.remind);
    const reminded = holders.filter((person) => !current.recused.includes(person));
    if (reminded.length > 0) return each(reminded);
  }
  if (stage.kind === "vote" && findApprovedBrief(rulebook, current) !== undefined)
    return [{ kind: "room", purpose: "board" }];
  return [{ kind: "room", purpose: "officers" }];
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
    const [next] = moments.toSorted((a, b) => Temporal.Instant.compare(a, b));
    return next === undefined ? [] : [{ key: deadline.key, kind: deadline.kind, at: next }];
  });
}

function each(people: readonly PersonId[]): readonly Addressee[] {
  return people.map((person) => ({ kind: "person", person }));
}
