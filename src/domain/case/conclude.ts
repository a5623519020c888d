import type { Temporal } from "temporal-polyfill";

import type { Rulebook, Stage, StageOutcome } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { addSpan, localDay } from "../deadlines/calendar.ts";
import { openRest } from "../deadlines/ruleOf.ts";
import type { DecisionId, OutcomeId, RuleId, SanctionId, StageId, StatementId } from "../identity.ts";
import { flagsOf } from "../intake/flags.ts";
import { isToBeChosen } from "../parties/stageOwners.ts";
import type { Refusal } from "../refusal.ts";
import { attachedConditions } from "../sanctions/conditions.ts";
import {
  chosenScope,
  findNoLetter,
  findUnfitSanction,
  isLengthChosen,
  isLetter,
  offeredSanctions,
} from "../sanctions/fitting.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import { isOthersChoice } from "./choice.ts";
import type { Entry } from "./entry.ts";
import { isExit } from "./exits.ts";
import { findNoRecord } from "./hearing.ts";
import { findNotListed, keptReasons, reasonsToChoose } from "./listedReasons.ts";
import { findingHere, findsFirst } from "./priors.ts";
import { nextStage, readProcedure, readStage, stageAfterDecision } from "./stages.ts";
import { openNeeds } from "./supportNeeds.ts";

/** What an officer can conclude the present stage with. */
export interface PossibleOutcome {
  readonly outcome: OutcomeId;
  readonly next: StageId;
  readonly needs: StageOutcome["needs"];
  /** Whether the complaint is decided with it: reasons are given, and notices of a decision go out. */
  readonly isDecision: boolean;
  /** Whether those who conclude it so decide themselves, and say first that nothing stands between them and the case. */
  readonly asksConflict: boolean;
  /** Whether it asks whoever reported for more, and the stage goes on. */
  readonly asksMore: boolean;
  /** The sanctions of which one is imposed with it. */
  readonly sanctions: readonly SanctionId[];
  /** The reasons of which at least one is chosen with it; none where the rulebook has no list of several. */
  readonly listed: readonly string[];
  /** What stands in the way now, apart from what the officer is yet to enter. */
  readonly blocked: Refusal | undefined;
}

/** The outcomes of the present stage, each with what still stands in its way. None where a vote or a delivery decides. */
export function possibleOutcomes(rulebook: Rulebook, current: Case, at: Temporal.Instant): readonly PossibleOutcome[] {
  const stage = readStage(rulebook, current);
  if (current.times.lateness === "open") return lateOutcomes(rulebook, current);
  if (!isConcludedByHand(stage)) return [];
  const offered = Object.entries(stage.outcomes).filter(
    ([, rule]) => !isForUnknown(current, rule) && !isShutOff(rulebook, current, rule),
  );
  return offered.map(([outcome, rule]) => ({
    outcome,
    next: nextStage(rulebook, current, rule),
    needs: rule.needs,
    isDecision: isDecision(rulebook, current, rule),
    asksConflict: asksConflict(stage, rule),
    asksMore: isMoreAsked(rulebook, current, rule),
    sanctions: offeredSanctions(rulebook, rule),
    listed: reasonsToChoose(rulebook, rule),
    blocked: findBlock(rulebook, current, outcome, rule, at),
  }));
}

/** Whether those who handle a case say how a stage of it ended; otherwise a vote or a delivery does. */
export function isConcludedByHand(stage: Stage): stage is Exclude<Stage, { kind: "closed" | "vote" | "notify" }> {
  return stage.kind !== "closed" && stage.kind !== "vote" && stage.kind !== "notify";
}

/** Whether the complaint is decided with an outcome: sanctions are imposed with it, or it is told by notices of a decision. */
function isDecision(rulebook: Rulebook, current: Case, rule: StageOutcome): boolean {
  if (rule.confirms !== undefined) return false;
  const next = readProcedure(rulebook, current).stages[nextStage(rulebook, current, rule)];
  return rule.sanctions !== undefined || next?.kind === "notify";
}

/** What somebody outside, a panel or a party decided is only entered by those who handle the case. */
function asksConflict(stage: Stage, rule: StageOutcome): boolean {
  switch (stage.kind) {
    case "decide":
      return true;
    case "contact":
    case "assess":
    case "investigate":
    case "agree":
      return rule.sanctions !== undefined;
    case "external":
    case "panel":
    case "elect":
    case "vote":
    case "notify":
    case "closed":
      return false;
  }
}

/** What becomes of a report that came too late: it is taken, and the case goes on where it is; or it is not, and the case is closed. */
export const LATE_OUTCOMES = ["taken_late", "too_late"] as const;

/** Of a case in which nothing is done before it has been decided that it is taken. */
function lateOutcomes(rulebook: Rulebook, current: Case): readonly PossibleOutcome[] {
  return LATE_OUTCOMES.map((outcome) => ({
    outcome,
    next: outcome === "taken_late" ? current.stage.stage : closedStageOf(rulebook, current),
    needs: ["reasons"],
    isDecision: false,
    asksConflict: false,
    asksMore: false,
    sanctions: [],
    listed: [],
    blocked: undefined,
  }));
}

/** The stage at which a case of its procedure is over. */
export function closedStageOf(rulebook: Rulebook, current: Case): StageId {
  const { stages } = readProcedure(rulebook, current);
  const closed = Object.entries(stages).find(([, stage]) => stage.kind === "closed");
  if (closed === undefined) throw new Error(`The procedure "${current.procedure}" has no end.`);
  return closed[0];
}

/** Whether with an outcome more is asked of whoever reported: it leads back to its own stage, which rests meanwhile. */
function isMoreAsked(rulebook: Rulebook, current: Case, rule: StageOutcome): boolean {
  return rule.pauses !== undefined && nextStage(rulebook, current, rule) === current.stage.stage;
}

export interface Conclusion {
  readonly outcome: OutcomeId;
  /** The rules that may have been broken; with a decision those that were. */
  readonly rules: readonly RuleId[];
  readonly reasons: StatementId | undefined;
  /** Which reasons of the rulebook's list, where the outcome has one. */
  readonly because?: readonly string[] | undefined;
  /** With a decision that imposes a sanction. */
  readonly severity?: string | undefined;
  readonly sanction?: SanctionId | undefined;
  readonly lasts?: Span | undefined;
  readonly scope?: readonly string[] | undefined;
  /** Which conditions are attached to the sanction, and the day by which those are met that have one, as 2026-03-15. */
  readonly attached?: readonly string[] | undefined;
  readonly attachedBy?: string | undefined;
  /** The text of the letter, where the sanction is one. */
  readonly letter?: StatementId | undefined;
}

/**
 * Concludes the present stage: refused while a guard of the outcome is not met, or where the outcome is not one of this stage. With some
 * outcomes the complaint is decided.
 * @param newId gives the decision its id
 */
export function concludeStage(
  rulebook: Rulebook,
  current: Case,
  given: Conclusion,
  at: Temporal.Instant,
  newId: () => DecisionId,
): Entry | Refusal {
  const stage = readStage(rulebook, current);
  // What was found before anything is imposed is not found otherwise with it.
  const conclusion = { ...given, rules: findingHere(current)?.rules ?? given.rules };
  const possible = possibleOutcomes(rulebook, current, at).find((each) => each.outcome === conclusion.outcome);
  const rule = stage.kind === "closed" ? undefined : stage.outcomes[conclusion.outcome];
  if (current.times.lateness === "open" && possible === undefined) return lateFirst(rulebook, stage.clause);
  if (possible === undefined && rule !== undefined && isForUnknown(current, rule))
    return { refused: "respondent-known", clause: stage.clause };
  if (possible === undefined && rule !== undefined && isShutOff(rulebook, current, rule))
    return { refused: "no-informal-way", clause: stage.clause };
  if (possible === undefined) return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (possible.blocked !== undefined) return possible.blocked;
  if (possible.needs.includes("rule_cited") && conclusion.rules.length === 0)
    return { refused: "no-rule-cited", clause: stage.clause };
  if (possible.needs.includes("reasons") && conclusion.reasons === undefined)
    return { refused: "no-reasons", clause: stage.clause };
  const notListed = findNotListed(rulebook, rule, conclusion.because ?? []);
  if (notListed !== undefined) return notListed;
  const because = keptReasons(rulebook, rule, conclusion.because);
  const { outcome, rules, reasons, severity, sanction, lasts } = conclusion;
  const { next } = possible;
  const here = current.stage.stage;
  if (possible.asksMore && rule?.pauses !== undefined) {
    if (reasons === undefined) return { refused: "no-reasons", clause: stage.clause };
    const until = addSpan(rulebook, localDay(rulebook, at), rule.pauses).toString();
    return { kind: "more-asked", stage: here, outcome, statement: reasons, until };
  }
  if (rule === undefined || !possible.isDecision)
    return { kind: "stage-concluded", stage: here, outcome, next, rules, reasons, because };
  const unfit = findUnfitDecision(rulebook, rule, conclusion, stage.clause, at);
  if (unfit !== undefined) return unfit;
  return {
    kind: "decided-by-officers",
    decision: newId(),
    stage: here,
    outcome,
    findings: rules,
    severity,
    sanction,
    lasts: isLengthChosen(rulebook, sanction) ? lasts : undefined,
    scope: chosenScope(rulebook, conclusion),
    conditions: attachedConditions(rulebook, conclusion),
    letter: isLetter(rulebook, sanction) ? conclusion.letter : undefined,
    reasons,
    because,
    next: stageAfterDecision(rulebook, current, next, sanction),
  };
}

function findUnfitDecision(
  rulebook: Rulebook,
  rule: StageOutcome,
  { rules: findings, reasons, ...consequence }: Conclusion,
  clause: string,
  at: Temporal.Instant,
): Refusal | undefined {
  if (reasons === undefined) return { refused: "no-reasons", clause };
  const isAsked = offeredSanctions(rulebook, rule).length > 0;
  if (isAsked && findings.length === 0) return { refused: "no-finding", clause };
  if (isAsked && consequence.sanction === undefined) return { refused: "no-sanction", clause };
  const { sanction, letter } = consequence;
  const unfit = findUnfitSanction(rulebook, rule, { ...consequence, findings, sanction }, clause, at);
  return unfit ?? findNoLetter(rulebook, sanction, letter);
}

/** Whoever would do something in a case is told that it came too late. */
export function lateFirst({ intake }: Rulebook, clause: string): Refusal {
  const { limitation } = intake.report;
  return {
    refused: "late-first",
    clause: limitation === "none" ? clause : (limitation.late?.clause ?? limitation.clause),
  };
}

/** Whether an outcome is only for a case of which nobody knows whom it is about, and this one is not. */
function isForUnknown(current: Case, rule: StageOutcome): boolean {
  return rule.needs.includes("no_respondent") && partiesOf(current, "respondent").length > 0;
}

/** Whether an outcome leads to an informal way, and there is none in this case. */
function isShutOff(rulebook: Rulebook, current: Case, rule: StageOutcome): boolean {
  return rule.informal === true && flagsOf(rulebook, current).includes("no_informal");
}

/**
 * Where what was found before is closed to those who decide, it is found first what was broken, and only then is anything imposed; what was
 * found ends in nothing else.
 */
function findFindingFirst(rulebook: Rulebook, current: Case, rule: StageOutcome): Refusal | undefined {
  if (!findsFirst(rulebook, current) || isExitRule(rulebook, current, rule)) return undefined;
  const { clause } = readProcedure(rulebook, current).priors_sealed ?? readStage(rulebook, current);
  const imposes = offeredSanctions(rulebook, rule).length > 0;
  const isFound = findingHere(current) !== undefined;
  if (imposes && !isFound) return { refused: "finding-first", clause };
  const next = readProcedure(rulebook, current).stages[nextStage(rulebook, current, rule)];
  return !imposes && isFound && next?.kind === "closed" ? { refused: "finding-made", clause } : undefined;
}

/** Whether it is an outcome by which a case leaves its procedure: nobody is chosen for that. */
function isExitRule(rulebook: Rulebook, current: Case, rule: StageOutcome): boolean {
  const procedure = readProcedure(rulebook, current);
  const stage = procedure.stages[current.stage.stage];
  if (stage === undefined || stage.kind === "closed") return false;
  return Object.entries(stage.outcomes).some(([outcome, each]) => each === rule && isExit(procedure, outcome));
}

function findBlock(
  rulebook: Rulebook,
  current: Case,
  outcome: OutcomeId,
  rule: StageOutcome,
  at: Temporal.Instant,
): Refusal | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed" || stage.kind === "vote") return undefined;
  const { clause } = stage;
  const rest = rule.pauses === undefined ? undefined : openRest(rulebook, current, at);
  if (rest !== undefined) return { refused: "answer-awaited", until: rest.until, clause };
  if (isToBeChosen(rulebook, current) && !isExitRule(rulebook, current, rule))
    return { refused: "choose-first", clause };
  const unfound = findFindingFirst(rulebook, current, rule);
  if (unfound !== undefined) return unfound;
  if (!isExitRule(rulebook, current, rule) && isOthersChoice(rulebook, current, outcome))
    return { refused: "chooses-alone", clause };
  const open = stage.tasks.map((task) => task.id).filter((task) => !current.stage.tasksDone.includes(task));
  const needs = openNeeds(rulebook, current).map(({ role }) => role);
  if (rule.needs.includes("tasks_done") && needs.length > 0 && open.every((task) => task === "support_needs"))
    return {
      refused: "needs-open",
      roles: needs,
      clause: readProcedure(rulebook, current).support_needs?.clause ?? clause,
    };
  if (rule.needs.includes("tasks_done") && open.length > 0) return { refused: "tasks-open", tasks: open, clause };
  const unrecorded = isExitRule(rulebook, current, rule) ? undefined : findNoRecord(rulebook, current);
  if (unrecorded !== undefined) return unrecorded;
  if (rule.needs.includes("summoned") && current.summons.length === 0) return { refused: "not-summoned", clause };
  if (!rule.needs.includes("attempts_used")) return undefined;
  const needed = stage.summons?.attempts ?? 1;
  if (current.summons.length < needed)
    return { refused: "attempts-left", made: current.summons.length, needed, clause };
  const last = current.summons.at(-1)?.on;
  if (last !== undefined && localDay(rulebook, at).toString() <= last)
    return { refused: "summons-pending", until: last, clause };
  return undefined;
}
