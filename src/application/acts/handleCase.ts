import { Temporal } from "temporal-polyfill";

import { partiesOf } from "../../domain/case/case.ts";
import { after } from "../../domain/case/case.ts";
import { concludeStage } from "../../domain/case/conclude.ts";
import type { Entry } from "../../domain/case/entry.ts";
import { approveBrief, doTask, draftBrief, takeCase } from "../../domain/case/handle.ts";
import { addresseesOf, concludeInforming } from "../../domain/case/inform.ts";
import { summonRespondent } from "../../domain/case/summon.ts";
import { localDay, timeOnDay } from "../../domain/deadlines/calendar.ts";
import type { NoticeId, OutcomeId, RuleId } from "../../domain/identity.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { actOnCase } from "../actOnCase.ts";
import type { Decision, Done, Facts, Request, Seen } from "../actOnCase.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";

type Result = Promise<Done | Seen | Refusal>;

/** An act that only those who handle the case may do. */
function handle(house: House, request: Request, decide: (facts: Facts) => Decision | Refusal): Result {
  return actOnCase(house, request, (facts) => {
    const stage = facts.rulebook.procedures[facts.current.procedure]?.stages[facts.current.stage.stage];
    if (facts.viewer.kind !== "handler")
      return { refused: "not-your-task", clause: stage?.clause ?? facts.rulebook.conflicts.clause };
    return decide(facts);
  });
}

const one = (entry: Entry | Refusal): Decision | Refusal => (isRefusal(entry) ? entry : { entries: [entry] });

/** An officer takes the case. */
export async function take(house: House, request: Request): Result {
  const taken = await handle(house, request, (facts) =>
    one(takeCase(facts.rulebook, facts.roster, facts.current, facts.caller)),
  );
  if ("refused" in taken && taken.refused === "already-taken") return { ...taken, by: nameOf(house, taken.by) };
  return taken;
}

/** Acknowledges the report to the complainant, in writing: a task of the first stage. */
export function acknowledge(house: House, request: Request, text: string): Result {
  return handle(house, request, ({ rulebook, current, newId }) => {
    const task = doTask(rulebook, current, "acknowledge");
    if (isRefusal(task)) return task;
    const statement = newId();
    const told = partiesOf(current, "complainant").map((party): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "party", party: party.party, role: party.role },
      subject: { kind: "acknowledgement", statement },
    }));
    return { entries: [task, ...told], words: [{ id: statement, text }] };
  });
}

export interface ConclusionText {
  readonly outcome: OutcomeId;
  readonly rules: readonly RuleId[];
  readonly reasons: string;
}

/** Concludes the present stage, and tells those whom the rulebook names. */
export function conclude(house: House, request: Request, text: ConclusionText): Result {
  return handle(house, request, ({ rulebook, current, at, newId }) => {
    const reasons = text.reasons.trim() === "" ? undefined : newId();
    const concluded = concludeStage(rulebook, current, { outcome: text.outcome, rules: text.rules, reasons }, at);
    if (isRefusal(concluded)) return concluded;
    const { stage } = current.stage;
    const told = addresseesOf(rulebook, current, stage, text.outcome).map((to): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to,
      subject: { kind: "stage-outcome", stage, outcome: text.outcome, reasons },
    }));
    const words = reasons === undefined ? [] : [{ id: reasons, text: text.reasons }];
    return { entries: [concluded, ...told], words };
  });
}

/**
 * Calls the respondent to a meeting.
 * @param on the day, as 2026-03-20
 */
export function summon(house: House, request: Request, on: string, text: string): Result {
  return handle(house, request, ({ rulebook, current, at, newId }) => {
    const statement = newId();
    const summoned = summonRespondent(rulebook, current, on, statement, at);
    if (isRefusal(summoned)) return summoned;
    if (summoned.kind !== "summoned") return { entries: [summoned] };
    const notice: Entry = {
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "party", party: summoned.party, role: "respondent" },
      subject: { kind: "summons", attempt: summoned.attempt, statement, on },
    };
    return { entries: [summoned, notice], words: [{ id: statement, text }] };
  });
}

/** Keeps a note in the case file. */
export function note(house: House, request: Request, text: string): Result {
  return handle(house, request, ({ newId }) => {
    const statement = newId();
    return { entries: [{ kind: "noted", statement }], words: [{ id: statement, text }] };
  });
}

/** Writes the brief for the deciding body, which may name nobody. */
export function writeBrief(house: House, request: Request, text: string): Result {
  return handle(house, request, ({ rulebook, current, caller, stored, newId }) => {
    const statement = newId();
    const names = stored.identities.map((identity) => identity.name);
    const drafted = draftBrief(rulebook, current, caller, text, names, statement);
    return isRefusal(drafted) ? drafted : { entries: [drafted], words: [{ id: statement, text }] };
  });
}

/** A second officer approves the brief: with that the deciding body learns of the case. */
export function approve(house: House, request: Request): Result {
  return handle(house, request, (facts) =>
    one(approveBrief(facts.rulebook, facts.roster, facts.current, facts.caller)),
  );
}

/**
 * Enters that a notice was delivered otherwise: its clocks start on that day.
 * @param day as 2026-03-04; today or earlier
 */
export function recordDelivery(house: House, request: Request, notice: NoticeId, day: string): Result {
  return handle(house, request, ({ rulebook, current, at }) => {
    const found = current.notices.find((each) => each.id === notice);
    const { clause } = rulebook.procedures[current.procedure] ?? rulebook.conflicts;
    if (found === undefined) return { refused: "nothing-here" };
    if (found.delivered !== undefined) return { refused: "already-done" };
    const on = Temporal.PlainDate.from(day);
    if (Temporal.PlainDate.compare(on, localDay(rulebook, at)) > 0) return { refused: "date-in-future", clause };
    const noon = timeOnDay(rulebook, on, "12:00");
    const when = Temporal.Instant.compare(noon, at) > 0 ? at : noon;
    const delivered: Entry = { kind: "notice-delivered", notice, how: "by-hand", when };
    const then = after(current, { version: current.version + 1, at, by: { kind: "clock" }, entry: delivered });
    return { entries: [delivered, ...concludeInforming(rulebook, then)] };
  });
}
