import { Temporal } from "temporal-polyfill";

import { decideAct } from "../../domain/acts/decideAct.ts";
import type { BreachConsequence } from "../../domain/case/sanctionEntries.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { mayRead } from "../../domain/parties/viewer.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { breachesOf, canBeBroken } from "../../domain/sanctions/breaches.ts";
import { conditionsOf } from "../../domain/sanctions/conditions.ts";
import { reachedAt } from "../../domain/sanctions/record.ts";
import type { Imposed } from "../../domain/sanctions/record.ts";
import { windowWithoutRests } from "../../domain/sanctions/rests.ts";
import { reviewsOf } from "../../domain/sanctions/reviews.ts";
import { openTasks } from "../../domain/sanctions/tasks.ts";
import type { Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";

/** That a sanction was not kept, for those who handle its case. */
interface BreachView {
  readonly breach: string;
  readonly day: string;
  readonly consequence: BreachConsequence | undefined;
  /** How that is known. */
  readonly text: string;
}

/** A condition of a sanction; `by` is undefined where it is kept as long as the sanction holds. */
interface ConditionView {
  readonly condition: string;
  readonly by: string | undefined;
  readonly isLate: boolean;
  readonly state: "open" | "met" | "missed";
  readonly noted: string | undefined;
}

/** What is done about a sanction besides deciding it, for somebody who may know of it. */
export interface UpkeepView {
  /** On which ground it holds while the case is handled; undefined for what was decided. */
  readonly ground: string | undefined;
  /** By when it is looked at again, as 2026-11-16, where the rules say so. */
  readonly reviewBy: string | undefined;
  readonly mayReview: boolean;
  /** What has to be done: by when, where there is a day, and the day on which that was confirmed. */
  readonly task:
    | { readonly by: string | undefined; readonly isLate: boolean; readonly done: string | undefined }
    | undefined;
  readonly mayTick: boolean;
  /** The conditions that were attached to it, as they stand. Days are written as 2026-03-15. */
  readonly conditions: readonly ConditionView[];
  readonly mayNoteCondition: boolean;
  readonly breaches: readonly BreachView[];
  readonly mayBreach: boolean;
  /** Whether it can be made longer because it was not kept. */
  readonly mayProlong: boolean;
}

/** What is done about a sanction besides deciding it. */
export async function upkeepView(house: House, facts: Facts, imposed: Imposed): Promise<UpkeepView> {
  const { rulebook, current, viewer, at, newId } = facts;
  const of = { decision: imposed.decision.id, party: imposed.party.party };
  const may = (act: Parameters<typeof decideAct>[1]) => !isRefusal(decideAct(facts, act, newId));
  const reached = reachedAt(current, imposed.party.party, imposed.decision);
  return {
    ground: imposed.interim?.ground,
    reviewBy: reviewDay(facts, imposed),
    mayReview: may({ kind: "review", ...of, reasons: "" }),
    task: taskView(facts, imposed),
    mayTick: may({ kind: "confirm-task", ...of, statement: "" }),
    conditions: conditionViews(facts, imposed),
    mayNoteCondition: notableConditions(facts, imposed).length > 0,
    breaches: mayRead(current, viewer, "statements") ? await breachViews(house, facts, imposed) : [],
    mayBreach:
      viewer.kind === "handler" &&
      canBeBroken(imposed, reached, at) &&
      rulebook.sanctions[imposed.sanction]?.kind !== "instant",
    mayProlong: may({ kind: "prolong", ...of, by: { amount: 1, unit: "days" }, reasons: "" }),
  };
}

/** The conditions of a sanction of which somebody may note now that they were met, or that they were not. */
export function notableConditions(facts: Facts, imposed: Imposed): readonly string[] {
  const of = { decision: imposed.decision.id, party: imposed.party.party };
  const mayNote = (condition: string, isMet: boolean) =>
    !isRefusal(decideAct(facts, { kind: "note-condition", ...of, condition, isMet, statement: "" }, facts.newId));
  return conditionsOf(facts.rulebook, facts.current, imposed)
    .map(({ condition }) => condition)
    .filter((condition) => mayNote(condition, true) || mayNote(condition, false));
}

function conditionViews({ rulebook, current, at }: Facts, imposed: Imposed): readonly ConditionView[] {
  const day = (moment: Temporal.Instant) => localDay(rulebook, moment).toString();
  return conditionsOf(rulebook, current, imposed).map(({ condition, by, state, noted }) => ({
    condition,
    by,
    isLate: state === "open" && by !== undefined && by < day(at),
    state,
    noted: noted === undefined ? undefined : day(noted),
  }));
}

const isSame = (one: Imposed, other: Imposed) =>
  one.decision.id === other.decision.id && one.party.party === other.party.party;

function reviewDay({ rulebook, current }: Facts, imposed: Imposed): string | undefined {
  const review = reviewsOf(rulebook, current).find((each) => isSame(each.imposed, imposed));
  if (review === undefined) return undefined;
  return windowWithoutRests(rulebook, current, imposed.decision.id, review.from, review.every).lastDay.toString();
}

function taskView({ rulebook, current, at }: Facts, imposed: Imposed): UpkeepView["task"] {
  const day = (moment: Temporal.Instant) => localDay(rulebook, moment).toString();
  if (imposed.done !== undefined) return { by: undefined, isLate: false, done: day(imposed.done) };
  const open = openTasks(rulebook, current).find((each) => isSame(each.imposed, imposed));
  if (open === undefined) return undefined;
  if (open.within === undefined) return { by: undefined, isLate: false, done: undefined };
  const { lastDay, closes } = windowWithoutRests(rulebook, current, imposed.decision.id, open.from, open.within);
  return { by: lastDay.toString(), isLate: Temporal.Instant.compare(closes, at) <= 0, done: undefined };
}

async function breachViews(house: House, facts: Facts, imposed: Imposed): Promise<readonly BreachView[]> {
  const { rulebook, current } = facts;
  return Promise.all(
    breachesOf(current, imposed).map(async ({ breach, consequence, statement, at: when }) => {
      const text = await readWords(house, facts, statement);
      return { breach, day: localDay(rulebook, when).toString(), consequence, text };
    }),
  );
}
