import type { Case } from "../../../src/domain/case/case.ts";
import type { Recorded } from "../../../src/domain/case/entry.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { Span } from "../../../src/rulebook/schema/vocabulary.ts";
import { dayAt, dayBy, daysLater, momentAt } from "./wallCalendar.ts";

/** Something that has to be done, counted out on the wall calendar. */
interface Counted {
  readonly key: string;
  readonly lastDay: string;
  /** Each occasion with its moment, the earliest first. */
  readonly occasions: readonly (readonly [occasion: string, moment: number])[];
  readonly climbs: boolean;
  /** Once its day is over it is waited for no more. */
  readonly endsUnmet?: boolean;
  /** From when a sanction no longer holds. */
  readonly lapses?: number;
}

/** What has to happen in a case at a moment, each thing by a name, such as "reminder task:contact:acknowledge 2026-03-04 on-the-day". */
export function expectedNow(
  rulebook: Rulebook,
  current: Case,
  entries: readonly Recorded[],
  now: number,
): readonly string[] {
  const counted = [
    ...owedIn(rulebook, current),
    ...hearingIn(rulebook, current),
    ...tasksIn(rulebook, current),
    ...lapsesIn(rulebook, current, entries),
  ];
  const all = [...counted, ...idleIn(rulebook, current, counted)];
  const done = new Set(entries.flatMap((recorded) => nameOf(recorded) ?? []));
  return all.flatMap((each) => {
    const { key, lastDay, occasions, lapses } = each;
    if (lapses !== undefined && lapses <= now) return [`lapse ${key}`];
    // Of several that were missed the last stands for all.
    const last = occasions.findLast(([, moment]) => moment <= now);
    const name = last === undefined ? undefined : `reminder ${key} ${lastDay} ${last[0]}`;
    const reminder = name === undefined || done.has(name) ? [] : [name];
    return [...reminder, ...rungIn(rulebook, current, each, now)];
  });
}

/** The name of what an entry says was done by the clock; undefined for everything else. */
export function nameOf({ entry }: Recorded): string | undefined {
  if (entry.kind === "sanction-lapsed") return `lapse lapse:${entry.sanction}`;
  if (entry.kind !== "notice-sent") return undefined;
  const { subject } = entry;
  if (subject.kind === "reminder") return `reminder ${subject.deadline} ${subject.day} ${subject.occasion}`;
  return subject.kind === "escalation" ? `escalation ${subject.deadline} ${subject.day}` : undefined;
}

/** The tasks and the aim of the stage, and the limit of the whole case. */
function owedIn(rulebook: Rulebook, current: Case): readonly Counted[] {
  const procedure = rulebook.procedures[current.procedure];
  const { stage: id, opened, tasksDone } = current.stage;
  const stage = procedure?.stages[id];
  if (procedure === undefined || stage === undefined || stage.kind === "closed") return [];
  const owed: Counted[] = [];
  const { received, decision } = current;
  for (const { id: task, within } of stage.tasks)
    if (within !== undefined && !tasksDone.includes(task))
      owed.push(count(rulebook, `task:${id}:${task}`, opened.epochMilliseconds, within));
  if (procedure.limit !== undefined) {
    const { within, remind, soft } = procedure.limit;
    owed.push({ ...count(rulebook, "limit", received.epochMilliseconds, within, remind), climbs: !soft });
  }
  if (stage.kind === "elect") {
    const from = reachedRespondents(current);
    if (from !== undefined) owed.push(count(rulebook, `target:${id}`, from, stage.window.within));
  } else if (stage.target !== undefined) {
    const starts = { "report.received": received, "decision.made": decision?.made };
    const from = Object.entries(starts).find(([anchor]) => anchor === stage.target?.from)?.[1] ?? opened;
    owed.push(count(rulebook, `target:${id}`, from.epochMilliseconds, stage.target.within));
  }
  return owed;
}

/** What is to be done before and after the hearing of a stage, each thing by its own number of days. */
function hearingIn(rulebook: Rulebook, current: Case): readonly Counted[] {
  const stage = rulebook.procedures[current.procedure]?.stages[current.stage.stage];
  const profile = stage?.kind === "panel" ? stage.hearing?.profile : undefined;
  const times = profile === undefined ? undefined : rulebook.hearings?.profiles[profile];
  const hearing = current.hearings.findLast(
    ({ since }) => since.epochMilliseconds >= current.stage.opened.epochMilliseconds,
  );
  if (times === undefined || hearing === undefined) return [];
  const { timezone: zone } = rulebook.organisation;
  const { on, called, isHeld, record, since } = hearing;
  const known = dayAt(zone, (called?.at ?? since).epochMilliseconds);
  const due = (about: string, lastDay: string) => countTo(rulebook, `hearing:${about}`, lastDay, known);
  const waits = current.notices.some(
    ({ subject, delivered }) => subject.kind === "hearing-called" && subject.on === on && delivered === undefined,
  );
  const outcome = dayBy(rulebook, on, times.outcome, "after");
  const evidence = due("evidence", dayBy(rulebook, on, times.evidence, "before"));
  const early = evidence.occasions.filter(([occasion]) => !occasion.startsWith("overdue"));
  return [
    ...(waits && !isHeld ? [due("notice", dayBy(rulebook, on, times.notice, "before"))] : []),
    ...(called !== undefined && !isHeld ? [{ ...evidence, occasions: early, climbs: false, endsUnmet: true }] : []),
    ...(isHeld && record === undefined ? [due("record", outcome)] : []),
    due("outcome", outcome),
  ];
}

/** What is to be done by a sanction, from when its decision had reached the only respondent. */
function tasksIn(rulebook: Rulebook, current: Case): readonly Counted[] {
  const respondents = current.parties.filter(({ role }) => role === "respondent");
  return current.decisions.flatMap(({ id, sanction, lasts, quashed }): readonly Counted[] => {
    const rule = sanction === undefined ? undefined : rulebook.sanctions[sanction];
    const within = rule?.kind === "task" && rule.within === "chosen" ? lasts : undefined;
    const reached = current.notices.find(
      ({ to, subject }) =>
        to.kind === "party" && to.role === "respondent" && subject.kind === "decision" && subject.vote === id,
    )?.delivered?.when.epochMilliseconds;
    if (sanction === undefined || within === undefined || reached === undefined || quashed !== undefined) return [];
    return respondents.length === 1 ? [count(rulebook, `sanction-task:${sanction}`, reached, within)] : [];
  });
}

function count(rulebook: Rulebook, key: string, from: number, within: Span, remind?: readonly Span[]): Counted {
  const first = dayAt(rulebook.organisation.timezone, from);
  return countTo(rulebook, key, dayBy(rulebook, first, within, "after"), first, remind);
}

/** @param first the day from which it is known */
function countTo(rulebook: Rulebook, key: string, lastDay: string, first: string, remind?: readonly Span[]): Counted {
  const { timezone: zone } = rulebook.organisation;
  const { before, at, overdue_every: every } = rulebook.calendar.reminders;
  const early = (remind ?? before).flatMap((span): readonly (readonly [string, string])[] => {
    const day = dayBy(rulebook, lastDay, span, "before");
    return day > first ? [[`before-${span.amount}-${span.unit}`, day]] : [];
  });
  let late = daysLater(lastDay, 1);
  const days: (readonly [string, string])[] = [...early, ["on-the-day", lastDay]];
  for (let repeat = 1; repeat <= 8; repeat += 1) {
    days.push([`overdue-${repeat}`, late]);
    late = dayBy(rulebook, late, every, "after");
  }
  return { key, lastDay, occasions: inOrder(days.map(([name, day]) => [name, momentAt(zone, day, at)])), climbs: true };
}

/** When the last decision had reached every respondent. */
function reachedRespondents({ parties, notices, decision }: Case): number | undefined {
  const respondents = parties.filter(({ role }) => role === "respondent");
  const reached = respondents.map(({ party }) => {
    const notice = notices.find(
      ({ to, subject }) =>
        to.kind === "party" && to.party === party && subject.kind === "decision" && subject.vote === decision?.id,
    );
    return notice?.delivered?.when.epochMilliseconds ?? Number.NaN;
  });
  const last = Math.max(...reached);
  return Number.isFinite(last) ? last : undefined;
}

/** The sanctions that run, unless other decisions changed them: then their end is what the file says. */
function lapsesIn(rulebook: Rulebook, current: Case, entries: readonly Recorded[]): readonly Counted[] {
  const { timezone: zone } = rulebook.organisation;
  const respondents = current.parties.filter(({ role }) => role === "respondent");
  const [respondent] = respondents;
  if (respondent === undefined || respondents.length > 1) return [];
  const found = current.decisions.flatMap((decision): readonly Counted[] => {
    const changes = current.changed.find((each) => each.decision === decision.id)?.changes ?? [];
    const sanction = changes.at(-1)?.sanction ?? decision.sanction;
    const rule = sanction === undefined ? undefined : rulebook.sanctions[sanction];
    if (sanction === undefined || rule?.kind !== "dated") return [];
    if (current.lifted.some((lift) => lift.decision === decision.id)) return [];
    const until = changes.at(-1)?.until?.epochMilliseconds ?? endOf(rulebook, current, decision);
    if (until === undefined) return [];
    const hasLapsed = entries.some(
      ({ entry }) =>
        entry.kind === "sanction-lapsed" && entry.sanction === sanction && entry.effective.epochMilliseconds === until,
    );
    if (hasLapsed) return [];
    const lastDay = dayAt(zone, until);
    const occasions = rule.remind_before.map((span): readonly [string, number] => [
      `before-${span.amount}-${span.unit}`,
      momentAt(zone, dayBy(rulebook, lastDay, span, "before"), rulebook.calendar.reminders.at),
    ]);
    return [{ key: `lapse:${sanction}`, lastDay, occasions: inOrder(occasions), climbs: false, lapses: until }];
  });
  return [...new Map(found.map((each) => [each.key, each])).values()];
}

/** The end of a sanction as it was imposed, counted from the decision or from when it reached the respondent, whichever the rule names. */
function endOf(rulebook: Rulebook, current: Case, decision: Case["decisions"][number]): number | undefined {
  const rule = decision.sanction === undefined ? undefined : rulebook.sanctions[decision.sanction];
  const { timezone: zone } = rulebook.organisation;
  if (rule?.kind !== "dated") return undefined;
  const lasts = rule.lasts === "chosen" ? decision.lasts : rule.lasts;
  const anchors = typeof rule.from === "string" ? [rule.from] : rule.from.latest_of;
  const from = Math.max(
    ...anchors.map((anchor) =>
      anchor === "decision.made"
        ? decision.made.epochMilliseconds
        : (reachedRespondents({ ...current, decision }) ?? Number.NaN),
    ),
  );
  if (lasts === undefined || !Number.isFinite(from)) return undefined;
  return momentAt(zone, dayBy(rulebook, dayAt(zone, from), lasts, "after"), "00:00");
}

/** That nobody does anything in a case, while nothing of it is late. */
function idleIn(rulebook: Rulebook, current: Case, counted: readonly Counted[]): readonly Counted[] {
  const procedure = rulebook.procedures[current.procedure];
  const after = procedure?.inactivity?.after;
  if (after === undefined || procedure?.stages[current.stage.stage]?.kind === "closed") return [];
  const { timezone: zone } = rulebook.organisation;
  const since = dayAt(zone, current.active.epochMilliseconds);
  const ends = counted
    .filter(({ lapses, endsUnmet }) => lapses === undefined && endsUnmet !== true)
    .map(({ lastDay }) => momentAt(zone, daysLater(lastDay, 1), "00:00"));
  const occasions: (readonly [string, number])[] = [];
  let day = since;
  for (let repeat = 1; repeat <= 8; repeat += 1) {
    day = dayBy(rulebook, day, after, "after");
    const moment = momentAt(zone, day, rulebook.calendar.reminders.at);
    if (ends.every((end) => end > moment)) occasions.push([`idle-${repeat}`, moment]);
  }
  return [{ key: "inactivity", lastDay: since, occasions, climbs: false }];
}

/** That the next on the ladder is told, so many days after whoever was told last. */
function rungIn(rulebook: Rulebook, current: Case, counted: Counted, now: number): readonly string[] {
  const { ladder = [], at, overdue_every: every } = rulebook.calendar.reminders;
  const { key, lastDay, climbs } = counted;
  if (!climbs || ladder.length === 0) return [];
  const { timezone: zone } = rulebook.organisation;
  const told = current.notices.flatMap(({ subject, sent, failed }) =>
    subject.kind === "escalation" && subject.deadline === key && subject.day === lastDay
      ? [{ rung: subject.rung, sent: sent.epochMilliseconds, hasFailed: failed !== undefined }]
      : [],
  );
  const first = current.notices.find(
    ({ subject }) =>
      subject.kind === "reminder" &&
      subject.deadline === key &&
      subject.day === lastDay &&
      subject.occasion.startsWith("overdue"),
  );
  const last = told.at(-1);
  const from = last?.sent ?? first?.sent.epochMilliseconds;
  if (from === undefined) return [];
  const together = told.filter(({ rung, sent }) => rung === last?.rung && sent === last.sent);
  const isTop = last !== undefined && last.rung >= ladder.length - 1;
  const hasReachedNobody = last !== undefined && !isTop && together.every(({ hasFailed }) => hasFailed);
  const dayOf = (rung: number) => {
    const span = ladder[rung]?.after;
    return span === undefined ? daysLater(lastDay, 1) : dayBy(rulebook, lastDay, span, "after");
  };
  const below = last?.rung ?? -1;
  const gap = Math.max(0, (Date.parse(dayOf(below + 1)) - Date.parse(dayOf(below))) / 86_400_000);
  const start = dayAt(zone, from);
  const next = isTop ? dayBy(rulebook, start, every, "after") : daysLater(start, gap);
  return hasReachedNobody || momentAt(zone, next, at) <= now ? [`escalation ${key} ${lastDay}`] : [];
}

const inOrder = (occasions: readonly (readonly [string, number])[]) => occasions.toSorted(([, a], [, b]) => a - b);
