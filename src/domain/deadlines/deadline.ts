import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { apartRule, unansweredBy, waitsForOfficers } from "../case/apart.ts";
import { openVote, partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { choiceOpens } from "../case/choice.ts";
import { decisionNotices } from "../case/inform.ts";
import { openQuestions } from "../case/questions.ts";
import { readStage } from "../case/stages.ts";
import { isTold } from "../case/told.ts";
import type { PartyId, SanctionId } from "../identity.ts";
import { openConditions } from "../sanctions/conditions.ts";
import { endedAt, imposedIn } from "../sanctions/record.ts";
import type { Imposed } from "../sanctions/record.ts";
import { windowWithoutRests } from "../sanctions/rests.ts";
import { reviewsOf } from "../sanctions/reviews.ts";
import { openTasks } from "../sanctions/tasks.ts";
import { endOfDay, localDay, subtractSpan, timeOnDay } from "./calendar.ts";
import { windowRule } from "./countRule.ts";
import { hearingDeadlines } from "./hearings.ts";
import { inOrder, remindersOf } from "./reminders.ts";
import type { Reminder } from "./reminders.ts";
import { ruleOf } from "./ruleOf.ts";
import { countWindow } from "./window.ts";
import type { CountedWindow } from "./window.ts";

/** Something that is to be done, or that happens by itself, by a certain moment. */
export interface Deadline {
  /** Names it within its case: task:contact:acknowledge, target:board_decision, limit, step:…, lapse:warning. */
  readonly key: string;
  /**
   * "relay": by when what one party says to the other is passed on ("pass") or answered ("answer").
   * "hearing": by when the parties are told of one ("notice"), hand in what they want to show there ("evidence"), what happened is written
   * down ("record"), and they are told how it ended ("outcome").
   * "limit": until when the whole case is to be closed. "review": by when a sanction without a last day is looked at again.
   * "sanction-task": by when what somebody has to do, by a sanction, is done. "condition": by when a condition of one is met. "objections": until when a member of the body may object.
   */
  readonly kind:
    | "task"
    | "target"
    | "limit"
    | "step"
    | "review"
    | "sanction-task"
    | "condition"
    | "objections"
    | "relay"
    | "hearing"
    | "lapse";
  /** The stage, task, procedure, planned step, sanction or condition it is about. */
  readonly about: string;
  /** Of what is about a sanction whose that is, where several people are respondents. */
  readonly party?: PartyId | undefined;
  /** The moment from which it is overdue, or at which it happens. */
  readonly due: Temporal.Instant;
  /** The last day on which it is in time; for a lapse the day from which it no longer holds. */
  readonly day: Temporal.PlainDate;
  /** How the last day was counted; undefined for a lapse and for a planned step. */
  readonly count: CountedWindow["count"] | undefined;
  readonly reminders: readonly Reminder[];
}

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
  const found = [
    ...stageDeadlines(rulebook, current),
    ...limitOf(rulebook, current),
    ...stepsOf(rulebook, current),
    ...objectionsOf(rulebook, current),
    ...relayDeadlines(rulebook, current),
    ...hearingDeadlines(rulebook, current),
    ...reviewDeadlines(rulebook, current),
    ...taskDeadlines(rulebook, current),
    ...conditionDeadlines(rulebook, current),
    ...lapses(rulebook, current),
  ];
  return found.toSorted((a, b) => Temporal.Instant.compare(a.due, b.due));
}

function stageDeadlines(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed") return [];
  const { opened, stage: id, tasksDone } = current.stage;
  const tasks = stage.tasks
    .filter((task) => !tasksDone.includes(task.id))
    .flatMap(({ id: task, within }) =>
      within === undefined
        ? []
        : [ownersDeadline(rulebook, current, `task:${id}:${task}`, "task", task, opened, within)],
    );
  if (stage.kind === "elect") {
    const from = choiceOpens(rulebook, current);
    if (from === undefined) return tasks;
    return [...tasks, ownersDeadline(rulebook, current, `target:${id}`, "target", id, from, stage.window.within)];
  }
  // While the body waits for an answer its time rests, and nobody knows yet until when it will have.
  if (stage.target === undefined || openQuestions(current).length > 0) return tasks;
  const informed = stage.kind === "notify" && decisionNotices(current).length > 0;
  const from = targetFrom(current, stage.target.from);
  if (informed && decisionNotices(current).every((notice) => isTold(current, notice))) return tasks;
  return [...tasks, ownersDeadline(rulebook, current, `target:${id}`, "target", id, from, stage.target.within)];
}

/** Until when the whole case is to be closed, where its procedure says so. */
function limitOf(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const { procedure, received } = current;
  const limit = rulebook.procedures[procedure]?.limit;
  if (limit === undefined || readStage(rulebook, current).kind === "closed") return [];
  return [ownersDeadline(rulebook, current, "limit", "limit", procedure, received, limit.within, limit.remind)];
}

function targetFrom(current: Case, from: string): Temporal.Instant {
  if (from === "report.received") return current.received;
  return from === "decision.made" ? (current.decision?.made ?? current.stage.opened) : current.stage.opened;
}

function ownersDeadline(
  rulebook: Rulebook,
  current: Case,
  key: string,
  kind: "task" | "target" | "limit",
  about: string,
  from: Temporal.Instant,
  within: Span,
  before = rulebook.calendar.reminders.before,
): Deadline {
  const { lastDay, closes, count } = countWindow(rulebook, from, ruleOf(rulebook, current, key, within));
  const known = current.times.extended.findLast((given) => given.deadline === key)?.at ?? from;
  const reminders = remindersOf(rulebook, lastDay, localDay(rulebook, known), before);
  return { key, kind, about, due: closes, day: lastDay, count, reminders };
}

/** What those who handle the case do next. */
function stepsOf(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const isOver = readStage(rulebook, current).kind === "closed";
  // What was planned after a case was closed, such as what somebody outside recommends, is still to be done.
  const isMeant = (planned: Temporal.Instant) =>
    !isOver || Temporal.Instant.compare(planned, current.stage.opened) >= 0;
  return current.times.steps
    .filter(({ isDone, planned }) => !isDone && isMeant(planned))
    .map(({ step, on, planned }) => {
      const day = Temporal.PlainDate.from(on);
      const reminders = remindersOf(rulebook, day, localDay(rulebook, planned));
      const due = endOfDay(rulebook, day);
      return { key: `step:${step}`, kind: "step", about: step, due, day, count: undefined, reminders };
    });
}

/** Until when one may object to what was called: nobody is reminded of it, and it ends by itself. */
function objectionsOf(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const until = openVote(current)?.called?.until;
  if (until === undefined) return [];
  const about = current.stage.stage;
  // The last moment at which one may still object is before it.
  const day = localDay(rulebook, until.subtract({ nanoseconds: 1 }));
  return [{ key: `objections:${about}`, kind: "objections", about, due: until, day, count: undefined, reminders: [] }];
}

/** By when what the parties say to each other through those who handle the case is passed on, and by when it is answered. */
function relayDeadlines(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const within = apartRule(rulebook, current)?.within;
  if (within === undefined || readStage(rulebook, current).kind === "closed") return [];
  const dated = (key: string, about: "pass" | "answer", from: Temporal.Instant, party?: PartyId): Deadline => {
    const { lastDay: day, closes: due, count } = countWindow(rulebook, from, windowRule(rulebook, within));
    const reminders = remindersOf(rulebook, day, localDay(rulebook, from));
    return { key: `relay:${key}`, kind: "relay", about, party, due, day, count, reminders };
  };
  return current.apart.words.flatMap((said): readonly Deadline[] => [
    ...(waitsForOfficers(said) ? [dated(said.words, "pass", said.wording?.at ?? said.at)] : []),
    ...unansweredBy(current, said).map(({ party, at }) => dated(`${said.words}:${party}`, "answer", at, party)),
  ]);
}

/** By when sanctions without a last day are looked at again, counted from when they began or were looked at last. */
function reviewDeadlines(rulebook: Rulebook, current: Case): readonly Deadline[] {
  return reviewsOf(rulebook, current).map(({ imposed: { decision, sanction, party }, every, from }) => {
    const { lastDay: day, closes: due, count } = windowWithoutRests(rulebook, current, decision.id, from, every);
    const reminders = remindersOf(rulebook, day, localDay(rulebook, from));
    return { ...ofSanction(current, "review", sanction, party.party), due, day, count, reminders };
  });
}

/** By when what has to be done by a sanction is done. */
function taskDeadlines(rulebook: Rulebook, current: Case): readonly Deadline[] {
  return openTasks(rulebook, current).flatMap(
    ({ imposed: { decision, sanction, party }, within, from, isBroken }): readonly Deadline[] => {
      if (within === undefined || isBroken) return [];
      const { lastDay: day, closes: due, count } = windowWithoutRests(rulebook, current, decision.id, from, within);
      const reminders = remindersOf(rulebook, day, localDay(rulebook, from));
      return [{ ...ofSanction(current, "sanction-task", sanction, party.party), due, day, count, reminders }];
    },
  );
}

/** By when the conditions of sanctions are met. */
function conditionDeadlines(rulebook: Rulebook, current: Case): readonly Deadline[] {
  return openConditions(rulebook, current).map(({ imposed: { imposed, party }, condition, by, from }) => {
    const day = Temporal.PlainDate.from(by);
    const isOnly = partiesOf(current, "respondent").length === 1;
    const key = `condition:${imposed}:${condition}`;
    return {
      key: isOnly ? key : `${key}:${party.party}`,
      kind: "condition",
      about: condition,
      party: isOnly ? undefined : party.party,
      due: endOfDay(rulebook, day),
      day,
      count: undefined,
      reminders: remindersOf(rulebook, day, localDay(rulebook, from)),
    };
  });
}

/** Names something about a sanction: whose it is stands in it where several people are respondents. */
function ofSanction(current: Case, kind: "review" | "sanction-task" | "lapse", sanction: SanctionId, whose: PartyId) {
  const isOnly = partiesOf(current, "respondent").length === 1;
  const key = isOnly ? `${kind}:${sanction}` : `${kind}:${sanction}:${whose}`;
  return { key, kind, about: sanction, party: isOnly ? undefined : whose };
}

/** What several people have at once lapses for each of them; a person has one sanction of a kind at a time, the last that was imposed. */
function lapses(rulebook: Rulebook, current: Case): readonly Deadline[] {
  const running = imposedIn(rulebook, current).filter((each) => endedAt(each) === undefined && !each.hasLapsed);
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
  return {
    ...ofSanction(current, "lapse", sanction, party.party),
    due: until,
    day,
    count: undefined,
    reminders: inOrder(reminders),
  };
}
