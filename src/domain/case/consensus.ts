import type { Temporal } from "temporal-polyfill";

import type { ConsensusRule, Rulebook, VoteStage } from "../../rulebook/rulebook.ts";
import { localTime } from "../deadlines/calendar.ts";
import { windowAfter } from "../deadlines/window.ts";
import type { PersonId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { CaseResult } from "../voting/inCase.ts";
import type { Voter } from "../voting/result.ts";
import { openVote } from "./case.ts";
import type { Case, VoteInCase } from "./case.ts";
import { chairOfficesOf, chairsAt, closing, inquorate, readMotionRule, resultNow, takingNoPart } from "./decide.ts";
import type { Entry } from "./entry.ts";

/** How far a consensus has come: its members say what they think; it was called, or nobody calls it, and they take positions. */
export type ConsensusPhase = "views" | "positions";

export function phaseOf(rule: ConsensusRule, vote: Pick<VoteInCase, "called">): ConsensusPhase {
  return rule.called_by !== undefined && vote.called === undefined ? "views" : "positions";
}

/**
 * Who calls a consensus: whom its rule names, or those who put motions where none of these is left.
 * @param parties the people who are parties in the case
 */
export function callersOf(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  { called_by: by }: ConsensusRule,
  stage: VoteStage,
  parties: readonly PersonId[],
): readonly PersonId[] {
  const out = takingNoPart(current, parties);
  const named = by === undefined ? [] : holdersOf(rulebook, roster, by).filter((person) => !out.includes(person));
  return named.length > 0 ? named : chairsAt(rulebook, roster, current, stage, parties);
}

/** Says that there is agreement on what was put: from then on silence is agreement, until the time to object is over. */
export function callConsensus(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  stage: VoteStage,
  caller: PersonId,
  voters: readonly Voter[],
  parties: readonly PersonId[],
  at: Temporal.Instant,
): readonly Entry[] | Refusal {
  const open = openVote(current);
  if (open === undefined) return { refused: "no-vote-open", clause: stage.clause };
  const rule = readMotionRule(rulebook, open.rule);
  if (rule.method !== "consensus" || rule.called_by === undefined)
    return { refused: "not-a-consensus", clause: rule.clause };
  const { clause, called_by: by } = rule;
  if (!callersOf(rulebook, roster, current, rule, stage, parties).includes(caller)) {
    const offices = by.kind === "office" ? [by.id] : chairOfficesOf(rulebook, stage);
    return { refused: "not-the-chair", offices, clause };
  }
  if (!current.cleared.includes(caller)) return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  if (open.called !== undefined) return { refused: "already-done" };
  const result = resultNow(rulebook, roster, open, voters);
  if (result.kind === "inquorate") return inquorate(rule, result, voters);
  const until = rule.objections === undefined ? undefined : windowAfter(rulebook, at, rule.objections.within).closes;
  return [{ kind: "consensus-called", vote: open.vote, until }];
}

/** Whether the time to object is over. */
const isOver = ({ called }: VoteInCase, at: Temporal.Instant): boolean =>
  called?.until !== undefined && called.until.epochMilliseconds <= at.epochMilliseconds;

/** Why nobody may take a position now: the consensus has not been called yet, or the time to object is over. */
export function findNoPositions(rule: ConsensusRule, vote: VoteInCase, at: Temporal.Instant): Refusal | undefined {
  if (phaseOf(rule, vote) === "views") return { refused: "not-called", clause: rule.clause };
  return isOver(vote, at) ? { refused: "vote-closed", clause: rule.clause } : undefined;
}

/**
 * Ends a consensus by hand. Before it was called it ends without; afterwards it can be ended early only once everybody has said something
 * else than that they object: until then somebody still may.
 */
export function closeConsensus(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  vote: VoteInCase,
  rule: ConsensusRule,
  voters: readonly Voter[],
  at: Temporal.Instant,
): readonly Entry[] | Refusal {
  const result = resultNow(rulebook, roster, vote, voters);
  const isCalled = phaseOf(rule, vote) === "positions";
  const isSilent = "silent" in result && result.silent > 0;
  if (isCalled && vote.called?.until !== undefined && isSilent && !isOver(vote, at))
    return {
      refused: "objections-open",
      until: localTime(rulebook, vote.called.until).toString({ smallestUnit: "minute" }),
      clause: rule.clause,
    };
  if (isCalled && result.kind === "inquorate") return inquorate(rule, result, voters);
  return closing(rulebook, current, vote, isCalled ? result : without(result));
}

const without = (result: CaseResult): CaseResult =>
  result.kind === "agreed" ? { ...result, kind: "not-reached" } : result;

/**
 * What ends a consensus by itself: enough objections; the agreement of everybody where nobody calls it; the end of the time to object.
 * Nothing while none of these has come, and of a vote on a motion never anything.
 */
export function settleConsensus(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  voters: readonly Voter[],
  at: Temporal.Instant,
): readonly Entry[] {
  const open = openVote(current);
  const rule = open === undefined ? undefined : readMotionRule(rulebook, open.rule);
  if (open === undefined || rule?.method !== "consensus" || phaseOf(rule, open) === "views") return [];
  const result = resultNow(rulebook, roster, open, voters);
  const isBlocked = "objections" in result && result.objections >= result.block;
  const isUnanimous = rule.called_by === undefined && result.kind === "agreed";
  return isBlocked || isUnanimous || isOver(open, at) ? closing(rulebook, current, open, result) : [];
}

/** Whether the time to object to what was called in a case is over, so that the clock ends it. */
export function isCallOver(current: Case, at: Temporal.Instant): boolean {
  const open = openVote(current);
  return open !== undefined && isOver(open, at);
}
