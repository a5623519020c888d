import type { PersonId } from "../../domain/identity.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { AnyRequest, CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { readText } from "../keepReading.ts";
import type { AccountRef } from "../person.ts";
import { daysView, keyOf } from "../views/daysView.ts";
import type { DaysView } from "../views/daysView.ts";
import { readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/**
 * Gives more time for what is due.
 * @param deadline the key of it
 * @param until the day, as 2026-03-20
 */
export function extend(house: House, request: Request, deadline: string, until: string, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    const isGiven = text.trim() !== "";
    return {
      act: { kind: "extend", deadline, until, reasons: isGiven ? reasons : undefined },
      words: isGiven ? [{ id: reasons, text }] : [],
    };
  });
}

/**
 * Gives the more time that is offered because of a vacation.
 * @param choice what is due, as its button carries it
 */
export function takeOffer(house: House, request: Request, choice: string): Result {
  return actOnCase(house, request, ({ current }) => ({
    act: { kind: "take-offer", deadline: keyOf(current, choice) ?? "" },
  }));
}

/** Tells the parties who know of the case that something takes longer, and why. */
export function tellLonger(house: House, request: Request, deadline: string, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "tell-longer", deadline, statement }, words: [{ id: statement, text }] };
  });
}

/**
 * Somebody who handles the case does something next.
 * @param on the last day for it, as 2026-03-20
 */
export function plan(house: House, request: Request, owner: PersonId, on: string, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "plan", owner, on, statement }, words: [{ id: statement, text }] };
  });
}

/** A planned step is done: the one that is named, or the first that is open, one's own before others'. */
export function finishStep(house: House, request: Request, step: string): Result {
  return actOnCase(house, request, ({ current, caller }) => {
    const open = current.times.steps.filter(({ isDone }) => !isDone);
    const first = open.find(({ owner }) => owner === caller) ?? open[0];
    return { act: { kind: "finish-step", step: step === "" ? (first?.step ?? "") : step } };
  });
}

/** The answer of whoever reported has come: noted by somebody who handles the case, or given by the party. */
export function answer(house: House, request: AnyRequest, kind: "note-answer" | "answer", text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind, statement }, words: [{ id: statement, text }] };
  });
}

/** What is due in a case and how its days came, with the words of the steps that were planned; that they were read is kept. */
export async function openDays(house: House, caller: AccountRef, ref: CaseRef): Promise<DaysView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  const view = facts === undefined ? undefined : daysView(house, facts);
  if (facts === undefined || view === undefined) return nothingHere;
  const { current } = facts;
  const read = async (step: string) => {
    const statement = current.times.steps.find((planned) => planned.step === step)?.statement;
    return statement === undefined ? undefined : readText(house, facts, statement);
  };
  const steps = await Promise.all(view.steps.map(async (step) => ({ ...step, text: await read(step.step) })));
  return { ...view, steps };
}
