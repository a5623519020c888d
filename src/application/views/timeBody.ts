import type { Case } from "../../domain/case/case.ts";
import { readProcedure, readStage } from "../../domain/case/stages.ts";
import type { AwaitedKind, TimeSubject } from "../../domain/case/timeEntries.ts";
import type { OutcomeId, StageId, StatementId } from "../../domain/identity.ts";
import type { RemindedKind } from "../../domain/timeline/happening.ts";
import { deadlineKind } from "../../domain/timeline/happening.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { choiceOf } from "./daysView.ts";

/** What is told of the time that things take, with its words. */
export async function timeBody(
  rulebook: Rulebook,
  current: Case,
  subject: TimeSubject,
  read: (statement: StatementId | undefined) => Promise<string>,
): Promise<TimeBody> {
  const { extendable, overdue, clause } = readProcedure(rulebook, current);
  const more = extendable?.clause ?? clause;
  switch (subject.kind) {
    case "extended": {
      const { was, until, vacation } = subject;
      const reasons = await read(subject.reasons);
      return {
        kind: "extended",
        stage: stageOf(subject),
        challenge: appealOf(subject),
        was,
        until,
        reasons,
        vacation,
        clause: more,
      };
    }
    case "takes-longer": {
      const text = await read(subject.statement);
      return {
        kind: "takes-longer",
        stage: stageOf(subject),
        day: subject.day,
        text,
        clause: overdue?.clause ?? clause,
      };
    }
    case "vacation-offer": {
      const { deadline, about, day, until, vacation } = subject;
      const what = { kind: deadlineKind(deadline), about };
      return { kind: "vacation-offer", choice: choiceOf(current, deadline), what, day, until, vacation, clause: more };
    }
    case "more-asked": {
      const text = await read(subject.statement);
      return { kind: "more-asked", text, until: subject.until, clause: readStage(rulebook, current).clause };
    }
    case "lateness": {
      const { limitation } = rulebook.intake.report;
      const late = limitation === "none" ? undefined : limitation.late;
      const { isTaken } = subject;
      const reasons = await read(subject.reasons);
      return { kind: "lateness", isTaken, isFinal: late?.final === true, reasons, clause: late?.clause ?? clause };
    }
    case "unanswered":
      return { kind: "unanswered", until: subject.until, clause: readStage(rulebook, current).clause };
    case "answered":
      return { kind: "answered", clause: readStage(rulebook, current).clause };
    case "choice-open":
      return choiceBody(rulebook, current, subject);
    case "not-answered":
      return { kind: "not-answered", what: subject.what, clause: readStage(rulebook, current).clause };
  }
}

/** Between what is chosen at a stage, until when, and what holds without a choice; whether it is still that stage. */
function choiceBody(
  rulebook: Rulebook,
  current: Case,
  { stage, until }: Extract<TimeSubject, { kind: "choice-open" }>,
): TimeBody {
  const { stages, clause } = readProcedure(rulebook, current);
  const rule = stages[stage];
  if (rule?.kind !== "elect") return { kind: "choice-open", outcomes: [], until, silence: "", isOpen: false, clause };
  const isOpen = current.stage.stage === stage;
  const outcomes = Object.keys(rule.outcomes);
  return { kind: "choice-open", outcomes, until, silence: rule.window.silence, isOpen, clause: rule.clause };
}

/** Where it is the time to challenge something, by which rule. */
const appealOf = ({ deadline, about }: { readonly deadline: string; readonly about: string }) =>
  deadlineKind(deadline) === "appeal" ? about : undefined;

/** Of the whole case there is none to name. */
const stageOf = ({ deadline, about }: { readonly deadline: string; readonly about: string }) =>
  deadlineKind(deadline) === "limit" || deadlineKind(deadline) === "appeal" ? undefined : about;

/** What somebody reads of the time that things take. */
export type TimeBody =
  | {
      readonly kind: "extended";
      /** The stage; undefined for the whole case. */
      readonly stage: StageId | undefined;
      /** By which rule, where it is the time to challenge something. */
      readonly challenge?: string | undefined;
      readonly was: string;
      readonly until: string;
      readonly reasons: string;
      readonly vacation: string | undefined;
      readonly clause: string;
    }
  | {
      readonly kind: "takes-longer";
      readonly stage: StageId | undefined;
      readonly day: string;
      readonly text: string;
      readonly clause: string;
    }
  | {
      readonly kind: "vacation-offer";
      /** What is due, as buttons carry it. */
      readonly choice: string;
      readonly what: { readonly kind: RemindedKind; readonly about: string };
      readonly day: string;
      readonly until: string;
      readonly vacation: string;
      readonly clause: string;
    }
  | { readonly kind: "more-asked"; readonly text: string; readonly until: string; readonly clause: string }
  | {
      readonly kind: "lateness";
      readonly isTaken: boolean;
      /** Whether nothing can be done about it. */
      readonly isFinal: boolean;
      readonly reasons: string;
      readonly clause: string;
    }
  | { readonly kind: "unanswered"; readonly until: string; readonly clause: string }
  | {
      readonly kind: "choice-open";
      readonly outcomes: readonly OutcomeId[];
      readonly until: string;
      readonly silence: OutcomeId;
      /** Whether it can still be chosen. */
      readonly isOpen: boolean;
      readonly clause: string;
    }
  | { readonly kind: "not-answered"; readonly what: AwaitedKind; readonly clause: string }
  | { readonly kind: "answered"; readonly clause: string };
