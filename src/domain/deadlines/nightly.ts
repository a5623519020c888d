import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { Gap } from "../case/noticeSubject.ts";
import type { NoticeId, PersonId } from "../identity.ts";
import { mayLearnOfLateness } from "../parties/escalation.ts";
import { officersOf } from "../parties/receivers.ts";
import { handlersOf, standInsOf } from "../parties/viewer.ts";
import { awayIn } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { addSpan, localDay } from "./calendar.ts";

/** So often the officers are told of the same before it stays silent. */
const REPEATS = 8;

/**
 * Tells the officers by name what a case lacks: when it is found, and again so long after each other as they are reminded of something
 * late. Where nobody of those who handle it is in office and there, the officers who are and who may know of it are told as well, and those
 * who stand in.
 * @param parties the people who are parties
 * @param newId gives an id for each notice
 */
export function gapEntries(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  gaps: readonly Gap[],
  parties: readonly PersonId[],
  now: Temporal.Instant,
  newId: () => NoticeId,
): readonly Entry[] {
  const { stage, opened } = current.stage;
  const since = localDay(rulebook, opened).toString();
  const fresh = gaps.filter((gap) => isToBeTold(rulebook, current, gap, since, now));
  if (fresh.length === 0) return [];
  const others = gaps.includes("no-owner")
    ? [...standInsOf(rulebook, roster, current), ...officersOf(rulebook, roster)]
    : [];
  const people = [...new Set([...handlersOf(rulebook, roster, current), ...others])].filter((person) =>
    mayLearnOfLateness(rulebook, roster, current, person, parties),
  );
  const away = awayIn(roster);
  const here = people.filter((person) => !away.includes(person) || officersOf(rulebook, roster).includes(person));
  return (here.length > 0 ? here : people).map((person): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "person", person },
    subject: { kind: "gaps", gaps: fresh, about: stage, day: since },
  }));
}

function isToBeTold(rulebook: Rulebook, current: Case, gap: Gap, since: string, now: Temporal.Instant): boolean {
  const told = current.notices.flatMap(({ subject, sent }) =>
    subject.kind === "gaps" && subject.day === since && subject.gaps.includes(gap)
      ? [localDay(rulebook, sent).toString()]
      : [],
  );
  const days = [...new Set(told)];
  const last = days.at(-1);
  if (last === undefined) return true;
  const next = addSpan(rulebook, Temporal.PlainDate.from(last), rulebook.calendar.reminders.overdue_every);
  return days.length < REPEATS && Temporal.PlainDate.compare(next, localDay(rulebook, now)) <= 0;
}
