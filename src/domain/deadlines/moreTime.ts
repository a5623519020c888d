import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { Addressee } from "../case/noticeSubject.ts";
import { readProcedure, readStage } from "../case/stages.ts";
import type { NoticeId, PersonId } from "../identity.ts";
import { decidersOf, handlersOf } from "../parties/viewer.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { isTold } from "../timeline/partyLines.ts";
import { localDay, timeOnDay } from "./calendar.ts";
import { deadlinesOf } from "./deadline.ts";
import type { Deadline } from "./deadline.ts";

/**
 * Whether somebody may give more time in a case: whoever the rulebook names and knows of the case. Where a report passed all of them by,
 * those who handle it in their place.
 */
export function mayExtend(rulebook: Rulebook, roster: Roster, current: Case, person: PersonId): boolean {
  return extendersOf(rulebook, roster, current).includes(person);
}

/** Those who may give more time in a case. */
function extendersOf(rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] {
  const rule = readProcedure(rulebook, current).extendable;
  return rule === undefined ? [] : namedOrHandlers(rulebook, roster, current, rule.by);
}

/** Those whom a rule names and who know of the case; where a report passed all of them by, those who handle it in their place. */
export function namedOrHandlers(rulebook: Rulebook, roster: Roster, current: Case, by: Selector): readonly PersonId[] {
  const out = [...current.keptOut, ...current.recused];
  const named = holdersOf(rulebook, roster, by).filter((person) => !out.includes(person));
  const handlers = handlersOf(rulebook, roster, current);
  if (named.length === 0) return handlers;
  const knowing = [...handlers, ...decidersOf(rulebook, roster, current)];
  return named.filter((person) => knowing.includes(person));
}

/** What more time can be given for of what is to be done: at the stage, by the end of it, by that of the whole case; and for a choice. */
export function extendableIn(rulebook: Rulebook, current: Case): readonly Deadline[] {
  return deadlinesOf(rulebook, current).filter(({ kind }) => kind === "task" || kind === "limit" || kind === "target");
}

/** Whether what is due is that somebody chooses how the case goes on. */
export const isChoice = (rulebook: Rulebook, current: Case, { kind }: Pick<Deadline, "kind">): boolean =>
  kind === "target" && readStage(rulebook, current).kind === "elect";

/** The first day until which more time would be more: a later one than the last, and none that is past. */
export function earliestMore(
  rulebook: Rulebook,
  { day }: Pick<Deadline, "day">,
  now: Temporal.Instant,
): Temporal.PlainDate {
  const [next, today] = [day.add({ days: 1 }), localDay(rulebook, now)];
  return Temporal.PlainDate.compare(next, today) < 0 ? today : next;
}

/** The vacation into which the last day falls, and the first working day after it; undefined where none does. */
export function offeredIn({ count }: Pick<Deadline, "count">) {
  return count?.kind === "days" ? count.offer : undefined;
}

/** When more time because of a vacation is offered, for each deadline for which it has not been; none where nobody may give it. */
export function offersOf(
  rulebook: Rulebook,
  current: Case,
): readonly { readonly deadline: Deadline; readonly at: Temporal.Instant }[] {
  if (readProcedure(rulebook, current).extendable === undefined) return [];
  return extendableIn(rulebook, current).flatMap((deadline) => {
    const offer = isChoice(rulebook, current, deadline) ? undefined : offeredIn(deadline);
    if (offer === undefined || isOffered(current, deadline)) return [];
    const begins = rulebook.calendar.vacations.find(({ name }) => name === offer.vacation)?.from;
    const eve = begins === undefined ? deadline.day : Temporal.PlainDate.from(begins).subtract({ days: 1 });
    const moments = [
      timeOnDay(rulebook, eve, rulebook.calendar.reminders.at),
      ...deadline.reminders.map(({ at }) => at),
    ];
    const at = moments.toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? deadline.due;
    return [{ deadline, at }];
  });
}

const isOffered = (current: Case, { key, day }: Deadline) =>
  current.notices.some(
    ({ subject }) => subject.kind === "vacation-offer" && subject.deadline === key && subject.day === day.toString(),
  );

/**
 * Offers more time to whoever may give it, the day before the vacation or at the first reminder, whichever comes first. Silence leaves the
 * last day where it is. Where nobody who may give it knows of the case, the officers read that it may be given.
 * @param newId gives an id for each notice
 */
export function offersDue(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  now: Temporal.Instant,
  newId: () => NoticeId,
): readonly Entry[] {
  const due = offersOf(rulebook, current).filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
  return due.flatMap(({ deadline }) => {
    const offer = offeredIn(deadline);
    if (offer === undefined) return [];
    const { key, about, day } = deadline;
    const people = extendersOf(rulebook, roster, current);
    const told: readonly Addressee[] =
      people.length > 0
        ? people.map((person) => ({ kind: "person", person }))
        : [{ kind: "room", purpose: "officers" }];
    return told.map((to): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to,
      subject: {
        kind: "vacation-offer",
        deadline: key,
        about,
        day: day.toString(),
        until: offer.until.toString(),
        vacation: offer.vacation,
      },
    }));
  });
}

/**
 * What takes longer than it should and of which the parties who know of the case have not been told: a stage that is late; the whole case
 * from its last day on. Nothing where the rulebook has nobody told.
 */
export function overdueIn(rulebook: Rulebook, current: Case, now: Temporal.Instant): readonly Deadline[] {
  const rule = readProcedure(rulebook, current).overdue;
  if (rule === undefined || !current.parties.some((party) => rule.tells.includes(party.role) && isTold(current, party)))
    return [];
  const today = localDay(rulebook, now);
  return extendableIn(rulebook, current).filter((deadline) => {
    const { kind, day, due } = deadline;
    if (kind === "task" || isChoice(rulebook, current, deadline) || isToldOf(current, deadline)) return false;
    if (kind === "limit") return Temporal.PlainDate.compare(day, today) <= 0;
    return Temporal.Instant.compare(due, now) <= 0;
  });
}

const isToldOf = (current: Case, { key, day }: Deadline) =>
  current.notices.some(
    ({ subject }) => subject.kind === "takes-longer" && subject.deadline === key && subject.day === day.toString(),
  );

/** The stage that a deadline is of, as parties are told of it; the procedure, of the whole case. What is done at a stage is not for them. */
export function aboutForParties(current: Case, key: string): string {
  const [kind, stage = ""] = key.split(":");
  return kind === "limit" ? current.procedure : stage;
}
