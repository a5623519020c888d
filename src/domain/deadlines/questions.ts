import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { authorsOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { isClosed } from "../case/stages.ts";
import type { NoticeId } from "../identity.ts";
import { localDay, subtractSpan, timeOnDay } from "./calendar.ts";
import { unansweredRest } from "./ruleOf.ts";

/** Something to be told while an answer is waited for. */
interface ToTell {
  readonly what: "again" | "unanswered";
  readonly at: Temporal.Instant;
}

/**
 * What is still to be told of a question that nobody has answered, the first first: whoever reported reads it once more before the last day,
 * the last time at which anybody is reminded of anything, and the officers read on the day after it that nobody answered.
 */
export function questionsOf(rulebook: Rulebook, current: Case): readonly ToTell[] {
  const rest = unansweredRest(current);
  if (rest === undefined || isClosed(rulebook, current)) return [];
  const { until } = rest;
  if (current.notices.some(({ subject }) => subject.kind === "unanswered" && subject.until === until)) return [];
  const { before, at } = rulebook.calendar.reminders;
  const last = Temporal.PlainDate.from(until);
  const days = before.map((span) => subtractSpan(rulebook, last, span).toString()).toSorted();
  const again = days.findLast((day) => day > localDay(rulebook, rest.asked).toString());
  const told = current.notices.filter(({ subject }) => subject.kind === "more-asked" && subject.until === until);
  const isToldAgain = told.some(({ sent }) => !sent.equals(rest.asked));
  return [
    ...(again === undefined || isToldAgain
      ? []
      : [{ what: "again" as const, at: timeOnDay(rulebook, Temporal.PlainDate.from(again), at) }]),
    { what: "unanswered", at: timeOnDay(rulebook, last.add({ days: 1 }), at) },
  ];
}

/**
 * What of that is due now: of what was missed only the last.
 * @param newId gives an id for each notice
 */
export function questionsDue(
  rulebook: Rulebook,
  current: Case,
  now: Temporal.Instant,
  newId: () => NoticeId,
): readonly Entry[] {
  const rest = unansweredRest(current);
  const due = questionsOf(rulebook, current).filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
  const last = due.at(-1);
  if (rest === undefined || last === undefined) return [];
  const { until, statement } = rest;
  if (last.what === "unanswered") {
    const to = { kind: "room", purpose: "officers" } as const;
    return [{ kind: "notice-sent", notice: newId(), to, subject: { kind: "unanswered", until } }];
  }
  return authorsOf(current).map(({ party, role }) => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party, role },
    subject: { kind: "more-asked", statement, until },
  }));
}
