import { Temporal } from "temporal-polyfill";

import { after } from "../case/after.ts";
import { sideOf } from "../case/agreementEntries.ts";
import { partiesOf, authorsOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { closedStageOf, concludeStage, LATE_OUTCOMES, lateFirst, possibleOutcomes } from "../case/conclude.ts";
import type { Entry } from "../case/entry.ts";
import { isExit } from "../case/exits.ts";
import { approveBrief, doTask, draftBrief, takeCase, tasksByTelling } from "../case/handle.ts";
import { addresseesOf, concludeInforming, noticesAtOnce } from "../case/inform.ts";
import { findIncomplete } from "../case/noticeContents.ts";
import { findUnchecked } from "../case/precheck.ts";
import { readProcedure, readStage } from "../case/stages.ts";
import { summonRespondent } from "../case/summon.ts";
import { isDoneByParty } from "../case/supportNeeds.ts";
import { noticeOfTask, tellRespondents } from "../case/tellRespondent.ts";
import { localDay, sameTimeAfter, timeOnDay } from "../deadlines/calendar.ts";
import { namedOrHandlers } from "../deadlines/moreTime.ts";
import { findNotChosen } from "../parties/stageOwners.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { classesIn, findNotMeant } from "../sanctions/classes.ts";
import type { Act, Standing } from "./act.ts";
import { enteredChoices } from "./choiceAct.ts";
import { decideSendSupport } from "./supportAct.ts";
import { withNotices } from "./withNotices.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type OfficerAct = Of<
  | "take"
  | "acknowledge"
  | "do-task"
  | "note"
  | "summon"
  | "conclude"
  | "write-brief"
  | "approve-brief"
  | "record-delivery"
>;
type Decided = readonly Entry[] | Refusal;

const one = (entry: Entry | Refusal): Decided => (isRefusal(entry) ? entry : [entry]);

/** What is done in no case of which it is not known yet whether it is taken: whom it is about learns nothing of it. */
const waitsForLateness: readonly Act["kind"][] = ["do-task", "summon", "write-brief", "approve-brief"];

/** What those who handle a case do. */
export function decideOfficerAct(standing: Standing, act: OfficerAct, newId: () => string): Decided {
  if (standing.current.times.lateness === "open" && waitsForLateness.includes(act.kind))
    return lateFirst(standing.rulebook, readStage(standing.rulebook, standing.current).clause);
  const { rulebook, roster, current, caller, names } = standing;
  switch (act.kind) {
    case "take":
      return one(takeCase(rulebook, roster, current, caller));
    case "acknowledge":
      return acknowledge(standing, act, newId);
    case "do-task":
      return tick(standing, act, newId);
    case "note":
      return [{ kind: "noted", statement: act.statement }];
    case "summon":
      return summon(standing, act, newId);
    case "conclude": {
      const concluded = conclude(standing, act, newId);
      return isRefusal(concluded) ? concluded : [...enteredChoices(standing, act.outcome), ...concluded];
    }
    case "write-brief":
      return one(draftBrief(rulebook, current, caller, act.text, names, act.statement, standing.hidden));
    case "approve-brief":
      return one(unlessUnchecked(standing, approveBrief(rulebook, roster, current, caller)));
    case "record-delivery":
      return recordDelivery(standing, act);
  }
}

/** Before the case goes to a body, it is looked who of it has a conflict of interest. */
function unlessUnchecked({ rulebook, roster, current }: Standing, entry: Entry | Refusal): Entry | Refusal {
  return isRefusal(entry) ? entry : (findUnchecked(rulebook, roster, current) ?? entry);
}

/** The complainant is told in writing: a task of the first stage. */
function acknowledge({ rulebook, current }: Standing, act: Of<"acknowledge">, newId: () => string): Decided {
  const task = doTask(rulebook, current, "acknowledge");
  if (isRefusal(task)) return task;
  const told = authorsOf(current).map((party): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party: party.party, role: party.role },
    subject: { kind: "acknowledgement", statement: act.statement },
  }));
  return [task, ...told];
}

/** What was done is kept as a note; a task that is done by a notice sends what was written. */
function tick({ rulebook, current }: Standing, { task, statement }: Of<"do-task">, newId: () => string): Decided {
  const side = sideOf(task);
  // Whoever has an account agrees by themselves, to a text; for anybody else an officer notes how they did.
  if (side !== undefined && partiesOf(current, side).every(({ hasAccount }) => hasAccount))
    return { refused: "answers-alone", clause: readStage(rulebook, current).clause };
  const hasOwnAct =
    task === "acknowledge" ||
    isDoneByParty(rulebook, current, task) ||
    tasksByTelling(rulebook, current).includes(task);
  if (hasOwnAct)
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause: readStage(rulebook, current).clause };
  const done = doTask(rulebook, current, task);
  if (isRefusal(done)) return done;
  const notice = noticeOfTask(rulebook, current, task);
  const told = notice === undefined ? [] : tellRespondents(rulebook, current, notice, statement, newId);
  return isRefusal(told) ? told : [done, { kind: "noted", statement }, ...told];
}

function summon({ rulebook, current, at }: Standing, act: Of<"summon">, newId: () => string): Decided {
  const summoned = summonRespondent(rulebook, current, act.on, act.statement, at);
  if (isRefusal(summoned)) return summoned;
  if (summoned.kind !== "summoned") return [summoned];
  const { party, attempt, on, statement } = summoned;
  const to = { kind: "party", party, role: "respondent" } as const;
  return [summoned, { kind: "notice-sent", notice: newId(), to, subject: { kind: "summons", attempt, statement, on } }];
}

/**
 * Those whom the rulebook names after the outcome are told. Whoever decides the complaint so has said before that nothing stands between
 * them and the case.
 */
function conclude(standing: Standing, act: Of<"conclude">, newId: () => string): Decided {
  const { rulebook, current, caller, at } = standing;
  const { kind: _, ...conclusion } = act;
  const { outcome, reasons } = conclusion;
  if (isLateOutcome(outcome) && current.times.lateness === "open")
    return judgeLateness(standing, outcome === "taken_late", reasons, newId);
  const decides = isExit(readProcedure(rulebook, current), outcome)
    ? undefined
    : findNotChosen(rulebook, current, caller);
  if (decides !== undefined) return decides;
  const concluded = concludeStage(rulebook, current, conclusion, at, newId);
  if (isRefusal(concluded)) return concluded;
  const rule = readStage(rulebook, current);
  const wanted = rule.kind === "closed" ? undefined : rule.outcomes[outcome];
  const unmeant = findNotMeant(rulebook, wanted, act.sanction, classesIn(current, standing.classes ?? {}), rule.clause);
  if (unmeant !== undefined) return unmeant;
  const asked = possibleOutcomes(rulebook, current, at).some((each) => each.outcome === outcome && each.asksConflict);
  if (asked && !current.cleared.includes(caller))
    return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  if (concluded.kind === "decided-by-officers")
    return findIncomplete(rulebook, current, concluded) ?? withNotices(standing, [concluded], newId);
  if (concluded.kind === "more-asked") return [concluded, ...askedOf(current, concluded, newId)];
  if (wanted?.confirms === true) return confirmed(standing, concluded, newId);
  const { stage } = current.stage;
  const because = concluded.kind === "stage-concluded" ? concluded.because : undefined;
  const told = addresseesOf(rulebook, current, stage, outcome).map((to): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to,
    subject: { kind: "stage-outcome", stage, outcome, reasons, because },
  }));
  const support = wanted?.sends_support === true ? decideSendSupport(standing, newId) : [];
  return isRefusal(support) ? support : [concluded, ...told, ...support];
}

/** What was decided before is told now, unless somebody sends the notices at the stage that follows. */
function confirmed({ rulebook, current, caller, at }: Standing, concluded: Entry, newId: () => string): Decided {
  const by = { kind: "person", person: caller } as const;
  const then = after(current, { version: current.version + 1, at, by, entry: concluded });
  return [concluded, ...noticesAtOnce(rulebook, then, newId)];
}

const isLateOutcome = (outcome: string) => LATE_OUTCOMES.some((each) => each === outcome);

/** Whoever the rulebook names takes a report that came too late, or does not: then the case is over. Whoever reported is told, and nobody else. */
function judgeLateness(
  { rulebook, roster, current, caller }: Standing,
  isTaken: boolean,
  reasons: string | undefined,
  newId: () => string,
): Decided {
  const { limitation } = rulebook.intake.report;
  const { clause } = lateFirst(rulebook, readStage(rulebook, current).clause);
  const late = limitation === "none" ? undefined : limitation.late;
  if (late !== undefined && !namedOrHandlers(rulebook, roster, current, late.to).includes(caller))
    return { refused: "not-your-task", clause: late.clause };
  if (reasons === undefined) return { refused: "no-reasons", clause: clause ?? "" };
  const { stage } = current.stage;
  const told = authorsOf(current).map(({ party, role }): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party, role },
    subject: { kind: "lateness", isTaken, reasons },
  }));
  const next = closedStageOf(rulebook, current);
  const over: Entry = { kind: "stage-concluded", stage, outcome: "too_late", next, rules: [], reasons };
  return [{ kind: "lateness-judged", isTaken, reasons }, ...(isTaken ? [] : [over]), ...told];
}

/** Whoever reported reads what is asked, and until when that is waited for. */
function askedOf(current: Case, asked: Extract<Entry, { kind: "more-asked" }>, newId: () => string): readonly Entry[] {
  const { statement, until } = asked;
  return authorsOf(current).map(({ party, role }) => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party, role },
    subject: { kind: "more-asked", statement, until },
  }));
}

/**
 * The clocks of a notice that was delivered otherwise start on the day that is entered: today or earlier, but not before the decision that
 * it tells, or the report, was there. Those of one that was only sent start when the rulebook has it count as received.
 */
function recordDelivery({ rulebook, current, at }: Standing, act: Of<"record-delivery">): Decided {
  const { notice, on, isOnlySent = false } = act;
  const found = current.notices.find((each) => each.id === notice);
  const { clause } = rulebook.procedures[current.procedure] ?? rulebook.conflicts;
  if (found === undefined) return { refused: "nothing-here" };
  if (found.delivered !== undefined) return { refused: "already-done" };
  const day = Temporal.PlainDate.from(on);
  const today = localDay(rulebook, at);
  if (Temporal.PlainDate.compare(day, today) > 0) return { refused: "date-in-future", today: today.toString(), clause };
  const { subject } = found;
  const told = subject.kind === "decision" ? current.decisions.find(({ id }) => id === subject.vote) : undefined;
  const earliest = localDay(rulebook, told?.made ?? current.received);
  if (Temporal.PlainDate.compare(day, earliest) < 0)
    return { refused: "date-too-early", earliest: earliest.toString(), clause };
  const noon = timeOnDay(rulebook, day, "12:00");
  const moment = Temporal.Instant.compare(noon, at) > 0 ? at : noon;
  const rule = rulebook.calendar.deemed_received;
  if (isOnlySent && rule === undefined) return { refused: "not-proven", clause };
  const delivered: Entry =
    isOnlySent && rule !== undefined
      ? { kind: "notice-delivered", notice, how: "deemed", when: sameTimeAfter(rulebook, moment, rule.after) }
      : { kind: "notice-delivered", notice, how: "by-hand", when: moment };
  const then = after(current, { version: current.version + 1, at, by: { kind: "clock" }, entry: delivered });
  return [delivered, ...concludeInforming(rulebook, then)];
}
