import type { Temporal } from "temporal-polyfill";

import type { OutcomeId, PersonId, StageId, StatementId, StepId } from "../identity.ts";

/** More time for something that is due. Days are written as 2026-03-15. */
interface MoreTime {
  /** The key of the deadline: target:assess, task:contact:acknowledge, limit. */
  readonly deadline: string;
  /** The last day as it was before, and as it is from then on. */
  readonly was: string;
  readonly until: string;
  /** Why; undefined where it was given because of a vacation. */
  readonly reasons: StatementId | undefined;
  readonly vacation?: string | undefined;
}

/** What happens to the time that things may take. */
export type TimeEntry =
  | ({ readonly kind: "deadline-extended" } & MoreTime)
  /** What somebody who handles the case does next, by that day, as 2026-03-15. */
  | {
      readonly kind: "step-planned";
      readonly step: StepId;
      readonly owner: PersonId;
      readonly on: string;
      readonly statement: StatementId;
    }
  | { readonly kind: "step-done"; readonly step: StepId }
  /** More was asked of whoever reported: what is due at the stage rests until that day, or until the answer has come. */
  | {
      readonly kind: "more-asked";
      readonly stage: StageId;
      readonly outcome: OutcomeId;
      readonly statement: StatementId | undefined;
      readonly until: string;
    }
  /** Whether a report that came too late is taken. */
  | { readonly kind: "lateness-judged"; readonly isTaken: boolean; readonly reasons: StatementId }
  /** The answer has come: in the words of the party, or as somebody who handles the case noted it. */
  | { readonly kind: "answered"; readonly statement: StatementId };

/** What is told about the time that things take. */
export type TimeSubject =
  /** More time was given for something that is due in the case; `about` is its stage, or the procedure. */
  | ({ readonly kind: "extended"; readonly about: string } & MoreTime)
  /** Something that is due in the case takes longer than it should; `day` is the last day on which it was in time. */
  | {
      readonly kind: "takes-longer";
      readonly deadline: string;
      readonly about: string;
      readonly day: string;
      readonly statement: StatementId;
    }
  /** To whoever may give more time: the last day falls into a vacation, and until that day more may be given. */
  | {
      readonly kind: "vacation-offer";
      readonly deadline: string;
      readonly about: string;
      readonly day: string;
      readonly until: string;
      readonly vacation: string;
    }
  /** To a party: more is asked, and waited for until that day. */
  | { readonly kind: "more-asked"; readonly statement: StatementId | undefined; readonly until: string }
  /** To whoever reported: whether a report that came too late is taken. */
  | { readonly kind: "lateness"; readonly isTaken: boolean; readonly reasons: StatementId }
  /** To the officers: nobody answered until that day. */
  | { readonly kind: "unanswered"; readonly until: string }
  /** To the officers: a party has answered. */
  | { readonly kind: "answered" }
  /** To a party who has not chosen yet how it goes on at a stage, and has time until the end of that day. */
  | { readonly kind: "choice-open"; readonly stage: StageId; readonly until: string }
  /** To the officers: somebody was asked twice and has not answered; `about` names the question within its case. */
  | { readonly kind: "not-answered"; readonly what: AwaitedKind; readonly about: string };

/** What somebody is asked by themselves, and silence says nothing of: what they saw, whether they agree, whether they report it too. */
export type AwaitedKind = "witness" | "agreement" | "joining";

/** What somebody who handles the case does next; `on` is its last day, as 2026-03-15. */
interface PlannedStep {
  readonly step: StepId;
  readonly owner: PersonId;
  readonly on: string;
  readonly statement: StatementId;
  readonly planned: Temporal.Instant;
  readonly isDone: boolean;
}

/** More was asked of whoever reported; `until` is the last day on which that is waited for, as 2026-03-15. */
export interface Rest {
  /** How many stages had been concluded by then. */
  readonly visit: number;
  readonly asked: Temporal.Instant;
  readonly statement: StatementId | undefined;
  readonly until: string;
  readonly answered: Temporal.Instant | undefined;
}

/** What stands in a case file about time; the first first. */
export interface Times {
  /** More time that was given; `visit` is how many stages had been concluded by then. */
  readonly extended: readonly (MoreTime & { readonly visit: number; readonly at: Temporal.Instant })[];
  readonly steps: readonly PlannedStep[];
  readonly rests: readonly Rest[];
  /** "open": the report came too late, and nobody has decided yet whether it is taken. */
  readonly lateness: "none" | "open" | "taken" | "refused";
}

/** The times of a case at its beginning. */
export const timesAtFirst = (isLate: boolean): Times => ({
  extended: [],
  steps: [],
  rests: [],
  lateness: isLate ? "open" : "none",
});

const restOf = (
  { statement, until }: Extract<TimeEntry, { kind: "more-asked" }>,
  visit: number,
  asked: Temporal.Instant,
): Rest => ({ visit, asked, statement, until, answered: undefined });

/**
 * What stands in the file after one more entry.
 * @param visit how many stages have been concluded
 */
export function timesAfter(times: Times, entry: TimeEntry, visit: number, at: Temporal.Instant): Times {
  switch (entry.kind) {
    case "deadline-extended": {
      const { kind: _, ...given } = entry;
      return { ...times, extended: [...times.extended, { ...given, visit, at }] };
    }
    case "step-planned": {
      const { kind: _, ...step } = entry;
      return { ...times, steps: [...times.steps, { ...step, planned: at, isDone: false }] };
    }
    case "step-done": {
      const isIt = ({ step }: PlannedStep) => step === entry.step;
      return { ...times, steps: times.steps.map((step) => (isIt(step) ? { ...step, isDone: true } : step)) };
    }
    case "more-asked":
      return { ...times, rests: [...times.rests, restOf(entry, visit, at)] };
    case "lateness-judged":
      return { ...times, lateness: entry.isTaken ? "taken" : "refused" };
    case "answered":
      return { ...times, rests: times.rests.map((rest) => ({ ...rest, answered: rest.answered ?? at })) };
  }
}
