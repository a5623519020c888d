import { after } from "../case/after.ts";
import { isAuthor } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { isClosed, readProcedure, readStage } from "../case/stages.ts";
import type { TimeSubject } from "../case/timeEntries.ts";
import { openWindows } from "../challenges/windowsOpen.ts";
import type { OpenWindow } from "../challenges/windowsOpen.ts";
import { localDay } from "../deadlines/calendar.ts";
import { deadlinesOf } from "../deadlines/deadline.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import {
  aboutForParties,
  earliestMore,
  extendableIn,
  isChoice,
  mayExtend,
  offeredIn,
  overdueIn,
} from "../deadlines/moreTime.ts";
import { unansweredRest } from "../deadlines/ruleOf.ts";
import { isSpokenFor } from "../intake/together.ts";
import { handlersOf } from "../parties/viewer.ts";
import type { Refusal } from "../refusal.ts";
import { isTold } from "../timeline/partyLines.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
export type TimeAct = Of<"extend" | "take-offer" | "tell-longer" | "plan" | "finish-step" | "note-answer" | "answer">;
type Decided = readonly Entry[] | Refusal;

/** What those who handle a case do about the time that things take, and the answer of a party who was asked for more. */
export function decideTimeAct(standing: Standing, act: TimeAct, newId: () => string): Decided {
  switch (act.kind) {
    case "extend":
      return extend(standing, act, newId);
    case "take-offer":
      return takeOffer(standing, act, newId);
    case "tell-longer":
      return tellLonger(standing, act, newId);
    case "plan":
      return plan(standing, act, newId);
    case "finish-step":
      return finishStep(standing, act);
    case "note-answer":
    case "answer":
      return answer(standing, act, newId);
  }
}

/** Gives more time for what is due: by whom the rulebook names, until a later day, with a reason. The parties who know of it are told. */
function extend(standing: Standing, { deadline: key, until, reasons }: Of<"extend">, newId: () => string): Decided {
  const found = findExtendable(standing, key, openWindows(standing.rulebook, standing.current, standing.at));
  if ("refused" in found) return found;
  const earliest = earliestMore(standing.rulebook, found, standing.at).toString();
  const { clause } = readProcedure(standing.rulebook, standing.current).extendable ?? { clause: "" };
  if (until < earliest) return { refused: "not-later", earliest, clause };
  if (reasons === undefined) return { refused: "no-reasons", clause };
  return given(standing, found, { until, reasons }, newId);
}

/** The last day falls into a vacation: until the first working day after it, which is reason enough. */
function takeOffer(standing: Standing, { deadline: key }: Of<"take-offer">, newId: () => string): Decided {
  const found = findExtendable(standing, key);
  if ("refused" in found) return found;
  const offer = offeredIn(found);
  if (offer === undefined) return { refused: "already-done" };
  const { until, vacation } = offer;
  return given(standing, found, { until: until.toString(), reasons: undefined, vacation }, newId);
}

/** @param windows the times to challenge something, for which more can be given when the case is over, too */
function findExtendable(standing: Standing, key: string, windows: readonly OpenWindow[] = []): Extendable | Refusal {
  const { rulebook, roster, current, caller } = standing;
  const { extendable: rule, clause } = readProcedure(rulebook, current);
  const window = windows.find((each) => each.key === key);
  if (window === undefined && isClosed(rulebook, current))
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  if (rule === undefined) return { refused: "not-extendable", clause };
  if (!mayExtend(rulebook, roster, current, caller)) return { refused: "not-your-task", clause: rule.clause };
  const found = window ?? extendableIn(rulebook, current).find((deadline) => deadline.key === key);
  return found ?? { refused: "nothing-due", clause: rule.clause };
}

type Given = Pick<Extract<TimeSubject, { kind: "extended" }>, "until" | "reasons" | "vacation">;

/** As much of what is due as more time is given for. */
type Extendable = Pick<Deadline, "key" | "day" | "count"> & { readonly kind: Deadline["kind"] | "appeal" };

function given(standing: Standing, extendable: Extendable, more: Given, newId: () => string): Decided {
  const { rulebook, current, at } = standing;
  const { key: deadline, day, kind } = extendable;
  const was = day.toString();
  const entry: Entry = { kind: "deadline-extended", deadline, was, ...more };
  const extended = then(standing, entry);
  // Where the day that was given is none on which it may end, it is a later one.
  const until = [...deadlinesOf(rulebook, extended), ...openWindows(rulebook, extended, at)]
    .find(({ key }) => key === deadline)
    ?.day.toString();
  const subject: TimeSubject = {
    kind: "extended",
    deadline,
    about: aboutForParties(current, deadline),
    was,
    ...more,
    until: until ?? more.until,
  };
  const tells = readProcedure(rulebook, current).extendable?.tells ?? [];
  // What somebody may do has more time for them, and both sides know until when.
  const isOfSide = kind === "appeal" || (kind !== "lapse" && isChoice(rulebook, current, { kind }));
  return [entry, ...toldOf(current, isOfSide ? ["complainant", "respondent"] : tells, subject, newId)];
}

function then({ current, caller, at }: Standing, entry: Entry): Case {
  return after(current, { version: current.version + 1, at, by: { kind: "person", person: caller }, entry });
}

/** Tells the parties who know of the case that something takes longer; it blocks nothing. */
function tellLonger(standing: Standing, { deadline: key, statement }: Of<"tell-longer">, newId: () => string): Decided {
  const { rulebook, current, at } = standing;
  const { overdue: rule, clause } = readProcedure(rulebook, current);
  if (rule === undefined) return { refused: "nothing-due", clause };
  const found = overdueIn(rulebook, current, at).find((deadline) => deadline.key === key);
  if (found === undefined) return { refused: "nothing-due", clause: rule.clause };
  const day = found.day.toString();
  const about = aboutForParties(current, key);
  return toldOf(current, rule.tells, { kind: "takes-longer", deadline: key, about, day, statement }, newId);
}

/** Nobody learns of a case by a word about its time [V-02]. */
function toldOf(current: Case, roles: readonly string[], subject: TimeSubject, newId: () => string): readonly Entry[] {
  return current.parties
    .filter((party) => roles.includes(party.role) && isTold(current, party))
    .map(({ party, role }) => ({ kind: "notice-sent", notice: newId(), to: { kind: "party", party, role }, subject }));
}

/** Somebody who handles the case does something next, by a day. */
function plan({ rulebook, roster, current, at }: Standing, act: Of<"plan">, newId: () => string): Decided {
  const { owner, on, statement } = act;
  const { clause } = readStage(rulebook, current);
  if (isClosed(rulebook, current)) return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  if (!handlersOf(rulebook, roster, current).includes(owner)) return { refused: "not-your-task", clause };
  const today = localDay(rulebook, at).toString();
  if (on < today) return { refused: "not-later", earliest: today, clause };
  return [{ kind: "step-planned", step: newId(), owner, on, statement }];
}

function finishStep({ rulebook, current }: Standing, { step: id }: Of<"finish-step">): Decided {
  const { clause } = readStage(rulebook, current);
  const found = current.times.steps.find(({ step }) => step === id);
  if (found === undefined) return { refused: "nothing-due", clause };
  return found.isDone ? { refused: "already-done" } : [{ kind: "step-done", step: id }];
}

/** What was asked for has come: what rested goes on. The officers are told of what a party answered. */
function answer(
  { rulebook, current, viewer }: Standing,
  act: Of<"note-answer" | "answer">,
  newId: () => string,
): Decided {
  const { clause } = readStage(rulebook, current);
  const speaks = viewer.kind !== "party" || (isAuthor(current, viewer.party) && !isSpokenFor(current, viewer.party));
  if (!speaks) return { refused: "not-your-task", clause };
  // Whoever reported without a name has no other way to say anything.
  const mayWrite = act.kind === "answer" && current.isAnonymous === true && !isClosed(rulebook, current);
  if (!mayWrite && unansweredRest(current) === undefined) return { refused: "nothing-due", clause };
  const { statement } = act;
  const answered: Entry = { kind: "answered", statement };
  if (act.kind === "note-answer") return [answered];
  const to = { kind: "room", purpose: "officers" } as const;
  return [answered, { kind: "notice-sent", notice: newId(), to, subject: { kind: "answered" } }];
}
