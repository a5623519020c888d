import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { addSpan, localDay } from "../deadlines/calendar.ts";
import type { PersonId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { classKey, holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";

/** What somebody wrote in a question. */
interface Written {
  readonly by: PersonId;
  readonly at: Temporal.Instant;
  readonly text: string;
}

/** Somebody asks in confidence, and is answered: it is no report, and opens no case. */
export interface Question {
  readonly id: string;
  readonly codeName: string;
  /** 0 for one that is new, one more with each change. */
  readonly version: number;
  /** By which register of the rulebook. */
  readonly register: string;
  readonly asker: PersonId;
  readonly askerName: string;
  /** Those who were asked: nobody else reads it. */
  readonly to: readonly PersonId[];
  /** The first is the question. */
  readonly written: readonly Written[];
  /** What platforms brought last: the same is brought again when an answer was late. */
  readonly deliveries?: readonly string[] | undefined;
  /** For which day those who were asked were reminded last, since the asker wrote. */
  readonly reminded?: string | undefined;
  /** Whether somebody who was asked has proposed to make it a report, and what the asker said to that. */
  readonly proposal: "none" | "open" | "declined" | "accepted";
}

type Register = Rulebook["registers"][string];

/** The registers by which somebody may ask, by their names. */
export function askable(rulebook: Rulebook, roster: Roster, person: PersonId | undefined): readonly string[] {
  return Object.entries(rulebook.registers).flatMap(([name, register]) =>
    register.kind === "question" && mayAsk(register, rulebook, roster, person) ? [name] : [],
  );
}

/** Where nobody knows who is of a class, everybody may be. */
function mayAsk({ by }: Register, rulebook: Rulebook, roster: Roster, person: PersonId | undefined): boolean {
  return by.some((selector) => {
    if (selector.kind === "anyone") return true;
    const isUnlisted = selector.kind === "class" && (roster[classKey(selector.id)] ?? []).length === 0;
    return isUnlisted || (person !== undefined && holdersOf(rulebook, roster, selector).includes(person));
  });
}

/** Who can be asked: one of them, as the asker chooses, or all together. */
export interface Askable {
  readonly isChosen: boolean;
  readonly people: readonly PersonId[];
}

/** Nobody asks themselves. Of several groups in an order the first of whom somebody is left. */
export function whoIsAsked(
  rulebook: Rulebook,
  roster: Roster,
  register: Register,
  asker: PersonId | undefined,
): Askable | undefined {
  const { to } = register;
  if (to === undefined) return undefined;
  const of = (selectors: readonly Selector[]) => [
    ...new Set(selectors.flatMap((selector) => holdersOf(rulebook, roster, selector))),
  ];
  const others = (people: readonly PersonId[]) => people.filter((person) => person !== asker);
  if ("chosen_by" in to) return { isChosen: true, people: others(of(to.from)) };
  if ("first_of" in to) {
    const found = to.first_of.map((selector) => others(of([selector]))).find((people) => people.length > 0);
    return { isChosen: false, people: found ?? [] };
  }
  return { isChosen: false, people: others(of([to])) };
}

/** Whether the last word is the asker's: somebody waits for an answer. */
export const isWaiting = ({ written, asker }: Question): boolean => written.at(-1)?.by === asker;

/** Since when an answer is waited for. */
function waitingSince({ written, asker }: Question): Temporal.Instant | undefined {
  const answered = written.findLastIndex(({ by }) => by !== asker);
  return written[answered + 1]?.at;
}

/** The last day on which an answer is in time, as 2026-03-15; undefined where none is waited for or the rulebook gives no time. */
export function answerBy(rulebook: Rulebook, question: Question): string | undefined {
  const within = rulebook.registers[question.register]?.within;
  const since = waitingSince(question);
  if (!isWaiting(question) || within === undefined || since === undefined) return undefined;
  if (within.unit === "hours") return localDay(rulebook, since.add({ hours: within.amount })).toString();
  return addSpan(rulebook, localDay(rulebook, since), within).toString();
}

/**
 * The day for which those who were asked are to be reminded now, as 2026-03-15: the last day on which an answer is in time, and as often after
 * it as of anything else. Undefined where they have been, or it is not due.
 */
export function reminderDue(rulebook: Rulebook, question: Question, today: string): string | undefined {
  const last = answerBy(rulebook, question);
  if (last === undefined || last > today) return undefined;
  const { overdue_every: every } = rulebook.calendar.reminders;
  let [on, next] = [last, last];
  while (next <= today) {
    on = next;
    next = addSpan(rulebook, Temporal.PlainDate.from(on), every).toString();
  }
  return question.reminded !== undefined && question.reminded >= on ? undefined : on;
}

/** As what somebody stands to a question; undefined for everybody else, who are told what is told where there is none. */
export function standsTo({ asker, to }: Question, person: PersonId | undefined): "asker" | "asked" | undefined {
  if (person === undefined) return undefined;
  if (person === asker) return "asker";
  return to.includes(person) ? "asked" : undefined;
}

/** What somebody does with a question. */
export type QuestionAct =
  | { readonly kind: "write"; readonly text: string; readonly at: Temporal.Instant }
  /** Somebody who was asked proposes to make it a report; the asker says yes or no. */
  | { readonly kind: "propose" }
  | { readonly kind: "judge"; readonly isAccepted: boolean };

/** The question after an act; a refusal where somebody else does it, or it has been done. */
export function decideQuestion(question: Question, person: PersonId, act: QuestionAct): Question | Refusal {
  const stands = standsTo(question, person);
  if (stands === undefined) return { refused: "nothing-here" };
  const next = { ...question, version: question.version + 1 };
  switch (act.kind) {
    case "write":
      return {
        ...next,
        written: [...question.written, { by: person, at: act.at, text: act.text }],
        reminded: stands === "asked" ? undefined : question.reminded,
      };
    case "propose":
      if (stands !== "asked") return { refused: "nothing-here" };
      return question.proposal === "none" ? { ...next, proposal: "open" } : { refused: "already-done" };
    case "judge":
      if (stands !== "asker") return { refused: "nothing-here" };
      if (question.proposal !== "open") return { refused: "already-done" };
      return { ...next, proposal: act.isAccepted ? "accepted" : "declined" };
  }
}
