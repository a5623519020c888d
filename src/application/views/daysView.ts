import { Temporal } from "temporal-polyfill";

import type { Case } from "../../domain/case/case.ts";
import { readProcedure } from "../../domain/case/stages.ts";
import { openWindows } from "../../domain/challenges/windowsOpen.ts";
import type { DayCount } from "../../domain/deadlines/countDays.ts";
import type { HourCount } from "../../domain/deadlines/countHours.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import type { Deadline } from "../../domain/deadlines/deadline.ts";
import { extendableIn, mayExtend, offeredIn, overdueIn } from "../../domain/deadlines/moreTime.ts";
import { unansweredRest } from "../../domain/deadlines/ruleOf.ts";
import type { CaseId, PersonId, StepId } from "../../domain/identity.ts";
import { handlersOf } from "../../domain/parties/viewer.ts";
import { deadlineClause } from "../../domain/timeline/clauseOf.ts";
import type { Facts } from "../actOnCase.ts";
import { pseudonymOf } from "../acts/pseudonymOf.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";

/** Something that is due in a case, with how its last day was found. */
export interface DayView {
  /** The key of the deadline. */
  readonly key: string;
  /** The same as buttons carry it. */
  readonly choice: string;
  readonly kind: Exclude<Deadline["kind"], "lapse" | "step"> | "appeal";
  readonly about: string;
  /** Whose it is, as they are called in the case, where it is a party's. */
  readonly whose?: string | undefined;
  /** The last day, as 2026-03-15. */
  readonly day: string;
  readonly isLate: boolean;
  readonly count: DayCount | HourCount | undefined;
  readonly clause: string | undefined;
  /** Whether whoever looks may give more time for it. */
  readonly canExtend: boolean;
  /** More time that may be given with a press, because the last day falls into a vacation. */
  readonly offer: { readonly vacation: string; readonly until: string } | undefined;
  /** Whether the parties have yet to be told that it takes longer. */
  readonly isToBeTold: boolean;
}

interface StepView {
  readonly step: StepId;
  readonly owner: string;
  readonly day: string;
  readonly isLate: boolean;
  /** What it is, in the words of whoever planned it; undefined where they were not read. */
  readonly text: string | undefined;
}

/** What is due in a case and how that came, for whoever handles it or may give more time. */
export interface DaysView {
  readonly kind: "days";
  readonly case: CaseId;
  readonly codeName: string;
  readonly days: readonly DayView[];
  readonly steps: readonly StepView[];
  /** Until when an answer of whoever reported is waited for; the last day may have passed. */
  readonly waitsUntil: string | undefined;
  /** Who can do the next step, and who asks. */
  readonly handlers: readonly { readonly person: PersonId; readonly name: string }[];
  readonly caller: PersonId;
}

/**
 * The key of a deadline as buttons carry it: short, and with how many stages had been concluded, so that a button from an earlier stage means
 * nothing at the next.
 */
export function choiceOf({ concluded }: Case, key: string): string {
  const [kind = "", , task] = key.split(":");
  return [concluded.length, kind, ...(task === undefined ? [] : [task])].join(".");
}

/** The key of the deadline that a button carries; undefined where the case is no longer at that stage. */
export function keyOf(current: Case, choice: string): string | undefined {
  return deadlineKeys(current, choice.split("."));
}

function deadlineKeys({ concluded, stage }: Case, [visit, kind, task]: readonly string[]): string | undefined {
  if (kind === "limit") return kind;
  if (visit !== String(concluded.length)) return undefined;
  return [kind, stage.stage, ...(task === undefined ? [] : [task])].join(":");
}

/** What is due in a case; of those who decide it only what more time can be given for, where they may. */
export function daysView(house: House, facts: Facts): DaysView | undefined {
  const { rulebook, roster, current, viewer, caller, at } = facts;
  const isGiver = mayExtend(rulebook, roster, current, caller);
  const isHandler = viewer.kind === "handler";
  if (!isHandler && !(viewer.kind === "voter" && isGiver)) return undefined;
  const extendable = extendableIn(rulebook, current).map(({ key }) => key);
  const overdue = isHandler ? overdueIn(rulebook, current, at).map(({ key }) => key) : [];
  const days = deadlinesOf(rulebook, current).flatMap((deadline): readonly DayView[] => {
    const { key, kind, about, day, due, count } = deadline;
    if (kind !== "task" && kind !== "target" && kind !== "limit") return [];
    const canExtend = isGiver && extendable.includes(key);
    const offer = canExtend ? offeredIn(deadline) : undefined;
    const view: DayView = {
      key,
      choice: choiceOf(current, key),
      kind,
      about,
      day: day.toString(),
      isLate: Temporal.Instant.compare(due, at) <= 0,
      count,
      clause: deadlineClause(rulebook, current, key),
      canExtend,
      offer: offer === undefined ? undefined : { vacation: offer.vacation, until: offer.until.toString() },
      isToBeTold: overdue.includes(key),
    };
    return isHandler || canExtend ? [view] : [];
  });
  const windows = isGiver ? windowViews(facts) : [];
  return {
    kind: "days",
    case: current.id,
    codeName: current.codeName,
    days: [...days, ...windows],
    steps: isHandler ? stepViews(house, facts) : [],
    waitsUntil: isHandler ? unansweredRest(current)?.until : undefined,
    handlers: isHandler
      ? handlersOf(rulebook, roster, current).map((person) => ({ person, name: nameOf(house, person) }))
      : [],
    caller,
  };
}

/** The times to challenge something for which more can be given; nothing of them says who has used theirs. */
function windowViews({ rulebook, current, at }: Facts): readonly DayView[] {
  if (readProcedure(rulebook, current).extendable === undefined) return [];
  return openWindows(rulebook, current, at).map(({ key, kind, party, about, day, count }, i) => ({
    key,
    choice: `${current.concluded.length}.${kind}.${i}`,
    kind,
    about,
    whose: pseudonymOf(current, party),
    day: day.toString(),
    isLate: false,
    count,
    clause: rulebook.challenges[about]?.clause,
    canExtend: true,
    offer: undefined,
    isToBeTold: false,
  }));
}

function stepViews(house: House, { rulebook, current, at }: Facts): readonly StepView[] {
  return deadlinesOf(rulebook, current).flatMap(({ kind, about, day, due }): readonly StepView[] => {
    const planned = kind === "step" ? current.times.steps.find(({ step }) => step === about) : undefined;
    if (planned === undefined) return [];
    const isLate = Temporal.Instant.compare(due, at) <= 0;
    const owner = nameOf(house, planned.owner);
    return [{ step: planned.step, owner, day: day.toString(), isLate, text: undefined }];
  });
}
