import type { Temporal } from "temporal-polyfill";

import type { ConsensusRule, Rulebook, VoteStage } from "../../rulebook/rulebook.ts";
import { localTime } from "../deadlines/calendar.ts";
import { windowAfter } from "../deadlines/window.ts";
import type { PersonId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { endByHand, findNoPosition, hasEnded, isCallOver, withoutAgreement } from "../voting/consensus/ending.ts";
import type { Voter } from "../voting/result.ts";
import { openVote } from "./case.ts";
import type { Case, VoteInCase } from "./case.ts";
import { chairOfficesOf, chairsAt, closing, inquorate, readMotionRule, resultNow, takingNoPart } from "./decide.ts";
import type { Entry } from "./entry.ts";

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

/** Why nobody may take a position now: the consensus has not been called yet, or the time to object is over. */
export function findNoPositions(rule: ConsensusRule, vote: VoteInCase, at: Temporal.Instant): Refusal | undefined {
  const refused = findNoPosition(rule, vote.called, at);
  return refused === undefined ? undefined : { refused, clause: rule.clause };
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
  const how = endByHand(rule, vote.called, "silent" in result ? result.silent : 0, at);
  if (how === "too-early" && vote.called?.until !== undefined)
    return {
      refused: "objections-open",
      until: localTime(rulebook, vote.called.until).toString({ smallestUnit: "minute" }),
      clause: rule.clause,
    };
  if (how === "without") return closing(rulebook, current, vote, withoutAgreement(result));
  return result.kind === "inquorate" ? inquorate(rule, result, voters) : closing(rulebook, current, vote, result);
}

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
  if (open === undefined || rule?.method !== "consensus") return [];
  const result = resultNow(rulebook, roster, open, voters);
  return hasEnded(rule, open.called, result, at) ? closing(rulebook, current, open, result) : [];
}

/** Whether the time to object to what was called in a case is over, so that the clock ends it. */
export const isTimeOver = (current: Case, at: Temporal.Instant): boolean => isCallOver(openVote(current)?.called, at);
