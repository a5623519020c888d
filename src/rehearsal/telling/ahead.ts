import { Temporal } from "temporal-polyfill";

import type { Case } from "../../domain/case/case.ts";
import { notifiedAt } from "../../domain/case/inform.ts";
import type { Addressee } from "../../domain/case/noticeSubject.ts";
import { findAppeal } from "../../domain/challenges/findAppeal.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import type { Deadline } from "../../domain/deadlines/deadline.ts";
import { dueEntries } from "../../domain/deadlines/due.ts";
import { countWindow, windowAfter } from "../../domain/deadlines/window.ts";
import type { CountedWindow } from "../../domain/deadlines/window.ts";
import { imposedTerm } from "../../domain/sanctions/imposed.ts";
import { comingOf } from "../../domain/timeline/coming.ts";
import type { Coming } from "../../domain/timeline/coming.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Played } from "../playCase.ts";
import type { Happened } from "./happenings.ts";

/** Something that is to be done or happens by a day, with how that day was counted and who is reminded of it. */
export interface Ahead {
  readonly coming: Coming;
  /** What all of it is about: several parties may appeal until the same day. */
  readonly abouts: readonly string[];
  readonly count: CountedWindow["count"] | undefined;
  /** The first moment after it. */
  readonly closes: Temporal.Instant | undefined;
  readonly reminders: readonly Reminding[];
}

/** A reminder that comes if nobody acts. */
export interface Reminding {
  readonly at: Temporal.Instant;
  readonly to: readonly Addressee[];
  readonly isLate: boolean;
}

/** What a happening put into the calendar, soonest first; meetings, which it tells of itself, are left out. */
export function aheadOf({ rulebook, roster }: Played, { at, head, before, current }: Happened): readonly Ahead[] {
  const officers = { kind: "handler" } as const;
  const known = head.version === 1 ? [] : comingOf(rulebook, before, officers, at);
  const isNew = (coming: Coming) => !known.some((each) => JSON.stringify(each) === JSON.stringify(coming));
  const found = comingOf(rulebook, current, officers, at).filter(
    (coming) => isNew(coming) && coming.kind !== "meeting",
  );
  const together = Map.groupBy(found, ({ kind, day, about }) => `${kind} ${day} ${kind === "appeal" ? "" : about}`);
  return [...together.values()].flatMap(([coming, ...others]): readonly Ahead[] => {
    if (coming === undefined) return [];
    const abouts = [coming, ...others].map(({ about }) => about);
    const deadline = deadlinesOf(rulebook, current).find(
      (each) => each.kind === coming.kind && each.about === coming.about,
    );
    const window = coming.kind === "appeal" ? appealWindow(rulebook, current, coming.about) : undefined;
    const count = coming.kind === "lapse" ? countTerm(rulebook, current, deadline) : (window ?? deadline)?.count;
    const reminders = deadline === undefined ? [] : remindersOf(rulebook, roster, current, deadline);
    return [{ coming, abouts, count, closes: window?.closes ?? deadline?.due, reminders }];
  });
}

/** Until when a party may appeal, counted from the notice to that party. */
function appealWindow(rulebook: Rulebook, current: Case, role: string): CountedWindow | undefined {
  const party = current.parties.find((each) => each.role === role);
  const notified = party === undefined ? undefined : notifiedAt(current, party.party);
  const appeal =
    party === undefined || current.decision === undefined
      ? undefined
      : findAppeal(rulebook, current.decision.outcome, party.role);
  const window = appeal?.rule.window;
  if (notified === undefined || typeof window !== "object" || !("within" in window)) return undefined;
  return windowAfter(rulebook, notified, window.within);
}

/** How long a sanction holds, its first day included; undefined where that is not counted in days. */
function countTerm(
  rulebook: Rulebook,
  current: Case,
  deadline: Deadline | undefined,
): CountedWindow["count"] | undefined {
  const decision = current.decisions.findLast(({ sanction }) => sanction === deadline?.about);
  const rule = deadline === undefined ? undefined : rulebook.sanctions[deadline.about];
  if (decision === undefined || rule?.kind !== "dated") return undefined;
  const term = imposedTerm(rulebook, current, decision, undefined);
  const lasts = rule.lasts === "chosen" ? decision.lasts : rule.lasts;
  if (term?.kind !== "running" || lasts === undefined) return undefined;
  const { count, closes } = countWindow(rulebook, term.from, {
    span: lasts,
    direction: "after",
    firstDay: "counted",
    roll: "none",
    pauses: [],
    extensions: [],
  });
  return closes.equals(term.until) ? count : undefined;
}

/** Every reminder of a deadline that comes if the case stays as it is. */
function remindersOf(
  rulebook: Rulebook,
  roster: Played["roster"],
  current: Case,
  deadline: Deadline,
): readonly Reminding[] {
  return deadline.reminders.map(({ at, occasion }) => {
    const entries = dueEntries(rulebook, roster, current, at, () => "reminder");
    const to = entries.flatMap((entry) =>
      entry.kind === "notice-sent" &&
      entry.subject.kind === "reminder" &&
      entry.subject.deadline === deadline.key &&
      entry.subject.occasion === occasion
        ? [entry.to]
        : [],
    );
    return { at, to, isLate: Temporal.Instant.compare(at, deadline.due) >= 0 };
  });
}
