import type { Temporal } from "temporal-polyfill";

import type { Rulebook, VoteStage } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { PersonId, RuleId, SanctionId, StatementId, VoteId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { chairsOf, holdersOf, votersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { attachedConditions } from "../sanctions/conditions.ts";
import { chosenScope, findNoLetter, findUnfitSanction, isLengthChosen, isLetter } from "../sanctions/fitting.ts";
import { voteless } from "../sanctions/rights.ts";
import { isAdopted, resultInCase } from "../voting/inCase.ts";
import type { CaseResult, CaseRule } from "../voting/inCase.ts";
import { findUnreachableQuorum } from "../voting/motion.ts";
import { includingOf, seatsOf } from "../voting/quorum.ts";
import type { Inquorate } from "../voting/quorum.ts";
import { isThere } from "../voting/result.ts";
import type { Voter } from "../voting/result.ts";
import { findWrittenBrief } from "./briefs.ts";
import { openVote } from "./case.ts";
import type { Case, VoteInCase } from "./case.ts";
import type { Entry } from "./entry.ts";
import { findNotListed, keptReasons } from "./listedReasons.ts";
import { findExit, readStage, stageAfterDecision } from "./stages.ts";

/** A motion as a member of the deciding body puts it. */
export interface MotionPut {
  readonly vote: VoteId;
  readonly motion: string;
  readonly findings: readonly RuleId[];
  readonly severity: string | undefined;
  readonly sanction: SanctionId | undefined;
  /** How long the sanction holds, where whoever decides says so. */
  readonly lasts?: Span | undefined;
  /** What of everything that the sanction can be about it is about; all of it when left out. */
  readonly scope?: readonly string[] | undefined;
  /** Which conditions are attached to the sanction, and the day by which those are met that have one, as 2026-03-15. */
  readonly attached?: readonly string[] | undefined;
  readonly attachedBy?: string | undefined;
  readonly reasons: StatementId;
  /** The text of the letter, where the sanction is one. */
  readonly letter?: StatementId | undefined;
  /** Which reasons of the rulebook's list, where the outcome of the motion has one. */
  readonly because?: readonly string[] | undefined;
}

/** The rule by which a motion is decided: by a vote, or by consensus. Throws when the rulebook gives it none. */
export function readMotionRule(rulebook: Rulebook, id: string): CaseRule {
  const rule = rulebook.votes[id];
  if (rule?.method !== "motion" && rule?.method !== "consensus")
    throw new Error(`The rulebook has no vote "${id}" on a motion.`);
  return rule;
}

/** Those who decide nothing in a case: the parties, whoever stepped aside, whom the report passed by, and who has handled it. */
export const takingNoPart = (current: Case, parties: readonly PersonId[]): readonly PersonId[] => [
  ...current.recused,
  ...current.keptOut,
  ...current.handlers,
  ...parties,
];

/**
 * Those who would vote on a motion that is put now.
 * @param parties the people who are parties in the case
 */
export function electorateNow(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  { electorate }: CaseRule,
  parties: readonly PersonId[],
): readonly PersonId[] {
  const out = [...takingNoPart(current, parties), ...voteless(roster)];
  return votersOf(rulebook, roster, electorate).filter((member) => !out.includes(member));
}

/**
 * Those who put motions and close votes at this stage.
 * @param parties the people who are parties in the case
 */
export function chairsAt(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  stage: VoteStage,
  parties: readonly PersonId[],
): readonly PersonId[] {
  return chairsOf(rulebook, roster, stage.owner, takingNoPart(current, parties));
}

/** The offices whose holders chair the body that decides, as the rulebook names them; none where it names nobody. */
export function chairOfficesOf(rulebook: Rulebook, stage: VoteStage): readonly string[] {
  const body = stage.owner.kind === "body" ? rulebook.bodies[stage.owner.id] : undefined;
  return body !== undefined && "chair" in body ? (body.chair ?? []) : [];
}

/**
 * Whether somebody may put motions and close votes at this stage.
 * @param parties the people who are parties in the case
 */
export function findNotChair(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  stage: VoteStage,
  person: PersonId,
  parties: readonly PersonId[],
): Refusal | undefined {
  if (chairsAt(rulebook, roster, current, stage, parties).includes(person)) return undefined;
  return { refused: "not-the-chair", offices: chairOfficesOf(rulebook, stage), clause: stage.clause };
}

/**
 * Puts a motion to the vote: the electorate is fixed now, without parties, members who stepped aside, those the report passed by, and
 * those who have handled it.
 * @param parties the people who are parties in the case
 */
export function putMotion(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  chair: PersonId,
  put: MotionPut,
  parties: readonly PersonId[],
  at: Temporal.Instant,
): Entry | Refusal {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "vote") return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (findWrittenBrief(rulebook, current) === undefined)
    return { refused: "brief-missing", clause: stage.brief.clause };
  const notChair = findNotChair(rulebook, roster, current, stage, chair, parties);
  if (notChair !== undefined) return notChair;
  if (!current.cleared.includes(chair)) return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  if (openVote(current) !== undefined) return { refused: "vote-running", clause: stage.clause };
  const motion = stage.motions[put.motion];
  if (motion === undefined) return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  // What was found at an earlier vote is not found anew with each motion after it.
  const isFoundBefore = put.findings.length === 0 && put.sanction !== undefined && !motion.requires.includes("finding");
  const findings = isFoundBefore ? foundBefore(current) : put.findings;
  const unfit = findUnfit(rulebook, current, stage, { ...put, findings }, at);
  if (unfit !== undefined) return unfit;

  const rule = readMotionRule(rulebook, motion.vote);
  const electorate = electorateNow(rulebook, roster, current, rule, parties);
  const membersOf = (selector: Parameters<typeof holdersOf>[2]) => holdersOf(rulebook, roster, selector);
  const unreachable = findUnreachableQuorum(rule, electorate, membersOf);
  if (unreachable !== undefined) return { ...unreachable, exit: findExit(rulebook, current, rule) };
  const lasts = isLengthChosen(rulebook, put.sanction) ? put.lasts : undefined;
  const scope = chosenScope(rulebook, put);
  const conditions = attachedConditions(rulebook, put);
  const seats = seatsOf(rule, electorate, membersOf);
  const because = keptReasons(rulebook, stage.outcomes[motion.outcome], put.because);
  const letter = isLetter(rulebook, put.sanction) ? put.letter : undefined;
  const { attached: _, attachedBy: __, ...rest } = put;
  return {
    kind: "motion-put",
    ...rest,
    findings,
    lasts,
    scope,
    conditions,
    letter,
    because,
    rule: motion.vote,
    electorate,
    seats,
  };
}

function foundBefore({ decisions }: Case): readonly RuleId[] {
  return decisions.findLast(({ findings, quashed }) => quashed === undefined && findings.length > 0)?.findings ?? [];
}

function findUnfit(
  rulebook: Rulebook,
  current: Case,
  stage: VoteStage,
  put: MotionPut,
  at: Temporal.Instant,
): Refusal | undefined {
  const motion = stage.motions[put.motion];
  const requires = motion?.requires ?? [];
  if (requires.includes("finding") && put.findings.length === 0) return { refused: "no-finding", clause: stage.clause };
  if (requires.includes("one_sanction") && put.sanction === undefined)
    return { refused: "no-sanction", clause: stage.clause };
  if (!requires.includes("one_sanction") && put.sanction !== undefined)
    return { refused: "sanction-without-uphold", clause: stage.clause };
  const outcome = motion === undefined ? undefined : stage.outcomes[motion.outcome];
  const open = stage.tasks.map(({ id }) => id).filter((task) => !current.stage.tasksDone.includes(task));
  if (outcome?.needs.includes("tasks_done") === true && open.length > 0)
    return { refused: "tasks-open", tasks: open, clause: stage.clause };
  const notListed = findNotListed(rulebook, outcome, put.because ?? []);
  if (notListed !== undefined || outcome === undefined) return notListed;
  return (
    findUnfitSanction(rulebook, outcome, put, stage.clause, at) ?? findNoLetter(rulebook, put.sanction, put.letter)
  );
}

/** The answer to somebody who is not of the body that votes. */
function notInElectorate(rule: CaseRule): Refusal {
  const body = rule.electorate.kind === "anyone" ? "anyone" : rule.electorate.id;
  return { refused: "not-in-electorate", body, clause: rule.clause };
}

/** Whether somebody may cast a ballot in this vote; those who may not even know of it are told that there is nothing here. */
export function findMayNotVote(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  vote: VoteInCase,
  person: PersonId,
): Refusal | undefined {
  const rule = readMotionRule(rulebook, vote.rule);
  if (current.recused.includes(person) || current.keptOut.includes(person)) return { refused: "nothing-here" };
  const isObserver = rule.observers.some((observers) => holdersOf(rulebook, roster, observers).includes(person));
  if (!vote.electorate.includes(person) || voteless(roster).includes(person)) {
    if (isObserver) return { refused: "observers-do-not-vote", clause: rule.clause };
    return notInElectorate(rule);
  }
  if (!current.cleared.includes(person)) return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  return vote.result === undefined ? undefined : { refused: "vote-closed", clause: rule.clause };
}

/** The result if an open vote were closed now: shares are taken of the seats that there were when it was put. */
export function resultNow(rulebook: Rulebook, roster: Roster, vote: VoteInCase, voters: readonly Voter[]): CaseResult {
  const rule = readMotionRule(rulebook, vote.rule);
  return resultInCase(rule, voters, (selector) => holdersOf(rulebook, roster, selector), vote.seats);
}

/**
 * Closes a vote: refused while it is inquorate, and it stays open then. A carried motion decides the stage; a lost one leaves the case
 * where it is, for the next motion.
 * @param voters the electorate with presence and the ballot of each that counts
 */
export function closeVote(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  vote: VoteInCase,
  voters: readonly Voter[],
): readonly Entry[] | Refusal {
  const rule = readMotionRule(rulebook, vote.rule);
  if (vote.result !== undefined) return { refused: "vote-closed", clause: rule.clause };
  const result = resultNow(rulebook, roster, vote, voters);
  return result.kind === "inquorate" ? inquorate(rule, result, voters) : closing(rulebook, current, vote, result);
}

/** The answer to whoever would end a vote, or call a consensus, with too few present. */
export function inquorate(rule: CaseRule, { present, needed, missing }: Inquorate, voters: readonly Voter[]): Refusal {
  const aside = voters.filter((voter) => voter.isRecused && isThere(voter)).length;
  const counted = rule.quorum?.recused_count === true ? 0 : aside;
  const including = includingOf(rule.quorum);
  return { refused: "inquorate", present, needed, missing, including, aside: counted, clause: rule.clause };
}

/** The end of a vote with its result, and what is decided with it: nothing, unless it was carried or agreed. */
export function closing(rulebook: Rulebook, current: Case, vote: VoteInCase, result: CaseResult): readonly Entry[] {
  const closed: Entry = { kind: "vote-closed", vote: vote.vote, result };
  return isAdopted(result) && vote.interim === undefined ? [closed, decidedBy(rulebook, current, vote)] : [closed];
}

/** The decision that a motion stands for. Throws where its stage gives it no outcome. */
export function decidedBy(rulebook: Rulebook, current: Case, vote: VoteInCase): Entry {
  const stage = readStage(rulebook, current);
  const outcome = stage.kind === "vote" ? stage.motions[vote.motion]?.outcome : undefined;
  const next = stage.kind === "vote" && outcome !== undefined ? stage.outcomes[outcome]?.then : undefined;
  if (outcome === undefined || next === undefined)
    throw new Error(`The motion "${vote.motion}" leads to no outcome at the stage "${current.stage.stage}".`);
  const after = stageAfterDecision(rulebook, current, next, vote.sanction);
  return { kind: "decided", vote: vote.vote, outcome, sanction: vote.sanction, next: after };
}
