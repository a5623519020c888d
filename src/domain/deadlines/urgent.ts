import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { isClosed } from "../case/stages.ts";
import type { NoticeId, PersonId } from "../identity.ts";
import { handlersOf } from "../parties/viewer.ts";
import type { Roster } from "../roster.ts";
import { sameTimeAfter } from "./calendar.ts";

/** Where the rulebook does not say how soon again. */
const FOUR_HOURS: Span = { amount: 4, unit: "hours" };

/** Each of those who receive an urgent report is told in person. */
export function urgentNotices(people: readonly PersonId[], isAgain: boolean, newId: () => NoticeId): readonly Entry[] {
  return people.map((person) => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "person", person },
    subject: { kind: "urgent", isAgain },
  }));
}

/** When those who handle an urgent case are told of it again; undefined once somebody has taken it, or it is closed. */
export function urgentAgainAt(rulebook: Rulebook, current: Case): Temporal.Instant | undefined {
  const { lead, flags, notices } = current;
  if (!flags.includes("urgent") || lead !== undefined || isClosed(rulebook, current)) return undefined;
  const last = notices.findLast(({ subject }) => subject.kind === "urgent");
  return last === undefined
    ? undefined
    : sameTimeAfter(rulebook, last.sent, rulebook.calendar.reminders.urgent_every ?? FOUR_HOURS);
}

/** Those who handle an urgent case are told again that nobody has taken it: of what was missed meanwhile once. */
export function urgentDue(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  isDue: (moment: Temporal.Instant) => boolean,
  newId: () => NoticeId,
): readonly Entry[] {
  const at = urgentAgainAt(rulebook, current);
  return at === undefined || !isDue(at) ? [] : urgentNotices(handlersOf(rulebook, roster, current), true, newId);
}
