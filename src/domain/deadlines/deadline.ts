import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { choiceOpens } from "../case/choice.ts";
import { decisionNotices } from "../case/inform.ts";
import { readStage } from "../case/stages.ts";
import type { PartyId } from "../identity.ts";
import { imposedIn } from "../sanctions/record.ts";
import type { Imposed } from "../sanctions/record.ts";
import { addSpan, localDay, subtractSpan, timeOnDay } from "./calendar.ts";
import { windowAfter } from "./window.ts";
import type { CountedWindow } from "./window.ts";

/** Something that is to be done, or that happens by itself, by a certain moment. */
export interface Deadline {
  /** Names it within its case: task:contact:acknowledge, target:board_decision, limit, lapse:warning. */
  readonly key: string;
  /** "limit": until when the whole case is to be closed. */
  readonly kind: "task" | "target" | "limit" | "lapse";
  /** The stage, task, procedure or sanction it is about. */
  readonly about: string;
  /** Of a lapse whose it is, where several people are respondents. */
  readonly party?: PartyId | undefined;
  /** The moment from which it is overdue, or at which it happens. */
  readonly due: Temporal.Instant;
  /** The last day on which it is in time; for a lapse the day from which it no longer holds. */
  readonly day: Temporal.PlainDate;
  /** How the last day was counted; undefined for a lapse. */
  readonly count: CountedWindow["count"] | undefined;
  readonly reminders: readonly Reminder[];
}

export interface Reminder {
  /** Names the occasion within its deadline: before-1d, on-the-day, overdue-1. */
  readonly occasion: string;
  readonly at: Temporal.Instant;
}

/** How many times an overdue deadline is repeated before it stays silent. */
const OVERDUE_REPEATS = 8;

/** What was counted already: neither a case nor a rulebook ever changes, and each is asked about many times. */
const counted = new WeakMap<Case, { readonly rulebook: Rulebook; readonly deadlines: readonly Deadline[] }>();

/** Everything that is still to happen in a case, soonest first. */
export function deadlinesOf(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const known = counted.get(current);
  if (known?.rulebook === rulebook) return known.deadlines;
  const deadlines = countDeadlines(rulebook, current);
  counted.set(current, { rulebook, deadlines });
  return deadlines;
}

function countDeadlines(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const found = [...stageDeadlines(rulebook, current), ...limitOf(rulebook, current), ...lapses(rulebook, current)];
  return found.toSorted((a, b) => Temporal.Instant.compare(a.due, b.due));
}

function stageDeadlines(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed") return [];
  const { opened, stage: id, tasksDone } = current.stage;
  const tasks = stage.tasks
    .filter((task) => !tasksDone.includes(task.id))
    .flatMap(({ id: task, within }) =>
      within === undefined ? [] : [ownersDeadline(rulebook, `task:${id}:${task}`, "task", task, opened, within)],
    );
  if (stage.kind === "elect") {
    const from = choiceOpens(rulebook, current);
    if (from === undefined) return tasks;
    return [...tasks, ownersDeadline(rulebook, `target:${id}`, "target", id, from, stage.window.within)];
  }
  if (stage.target === undefined) return tasks;
  const informed = stage.kind === "notify" && decisionNotices(current).length > 0;
  const from = targetFrom(current, stage.target.from);
  if (informed && decisionNotices(current).every((notice) => notice.delivered !== undefined)) return tasks;
  return [...tasks, ownersDeadline(rulebook, `target:${id}`, "target", id, from, stage.target.within)];
}

/** Until when the whole case is to be closed, where its procedure says so. */
function limitOf(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const { procedure, received } = current;
  const limit = rulebook.procedures[procedure]?.limit;
  if (limit === undefined || readStage(rulebook, current).kind === "closed") return [];
  return [ownersDeadline(rulebook, "limit", "limit", procedure, received, limit.within, limit.remind)];
}

function targetFrom(current: Case, from: string): Temporal.Instant {
  if (from === "report.received") return current.received;
  return from === "decision.made" ? (current.decision?.made ?? current.stage.opened) : current.stage.opened;
}

function ownersDeadline(
  rulebook: Rulebook,
  key: string,
  kind: Exclude<Deadline["kind"], "lapse">,
  about: string,
  from: Temporal.Instant,
  within: Span,
  before = rulebook.calendar.reminders.before,
): Deadline {
  const { lastDay, closes, count } = windowAfter(rulebook, from, within);
  const { at, overdue_every: every } = rulebook.calendar.reminders;
  const early = before
    .map((span) => ({ occasion: `before-${span.amount}-${span.unit}`, day: subtractSpan(rulebook, lastDay, span) }))
    .filter(({ day }) => Temporal.PlainDate.compare(day, localDay(rulebook, from)) > 0);
  const late: { readonly occasion: string; readonly day: Temporal.PlainDate }[] = [];
  for (let day = lastDay.add({ days: 1 }), repeat = 1; repeat <= OVERDUE_REPEATS; repeat += 1) {
    late.push({ occasion: `overdue-${repeat}`, day });
    day = addSpan(rulebook, day, every);
  }
  const reminders = [...early, { occasion: "on-the-day", day: lastDay }, ...late].map(({ occasion, day }) => ({
    occasion,
    at: timeOnDay(rulebook, day, at),
  }));
  return { key, kind, about, due: closes, day: lastDay, count, reminders: inOrder(reminders) };
}

/** The earliest first, in whatever order the rulebook lists them. */
function inOrder(reminders: readonly Reminder[]): readonly Reminder[] {
  return reminders.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** What several people have at once lapses for each of them; a person has one sanction of a kind at a time, the last that was imposed. */
function lapses(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const running = imposedIn(rulebook, current).filter(({ lifted, hasLapsed }) => lifted === undefined && !hasLapsed);
  const found = running.flatMap((imposed) => lapseOf(rulebook, current, imposed) ?? []);
  return [...new Map(found.map((deadline) => [deadline.key, deadline])).values()];
}

function lapseOf(rulebook: Rulebook, current: Case, { sanction, party, from, until }: Imposed): Deadline | undefined {
  const rule = rulebook.sanctions[sanction];
  if (rule?.kind !== "dated" || from === undefined || until === undefined) return undefined;
  const day = localDay(rulebook, until);
  const reminders = rule.remind_before.map((span) => ({
    occasion: `before-${span.amount}-${span.unit}`,
    at: timeOnDay(rulebook, subtractSpan(rulebook, day, span), rulebook.calendar.reminders.at),
  }));
  const isOnly = partiesOf(current, "respondent").length === 1;
  const key = isOnly ? `lapse:${sanction}` : `lapse:${sanction}:${party.party}`;
  return {
    key,
    kind: "lapse",
    about: sanction,
    party: isOnly ? undefined : party.party,
    due: until,
    day,
    count: undefined,
    reminders: inOrder(reminders),
  };
}
