import type { ConsensusRule } from "../../rulebook/rulebook.ts";
import { localTime } from "../deadlines/calendar.ts";
import { windowAfter } from "../deadlines/window.ts";
import type { PersonId } from "../identity.ts";
import { holdersOf, votersOf } from "../roster.ts";
import { endByHand } from "../voting/consensus/ending.ts";
import { includingOf } from "../voting/quorum.ts";
import { chairOffices, chairsOfMotion } from "./chairs.ts";
import type { MotionEntry, MotionResult } from "./entry.ts";
import { voteNow } from "./motion.ts";
import type { VoteOnMotion } from "./motion.ts";
import type { MotionRefusal } from "./refusal.ts";
import { ruleOf } from "./rules.ts";
import type { MotionStanding } from "./standing.ts";

/** Who calls a consensus on what is no case: whom its rule names, or who opens its votes where none of these is left. */
function callersOf(
  { rulebook, roster, motion }: Pick<MotionStanding, "rulebook" | "roster" | "motion">,
  { called_by: by, electorate }: ConsensusRule,
): readonly PersonId[] {
  const members = votersOf(rulebook, roster, electorate).filter((person) => !motion.recused.includes(person));
  const named = by === undefined ? [] : holdersOf(rulebook, roster, by).filter((person) => members.includes(person));
  return named.length > 0 ? named : chairsOfMotion(rulebook, roster, motion);
}

/**
 * Says that there is agreement: from then on silence is agreement, until the time to object is over.
 * @param result what the count came to now: refused while too few have come
 */
export function callConsensus(
  standing: MotionStanding,
  result: MotionResult | undefined,
): readonly MotionEntry[] | MotionRefusal {
  const { rulebook, motion, caller, at } = standing;
  const rule = ruleOf(rulebook, motion);
  const open = voteNow(motion);
  if (open === undefined) return { refused: "no-vote-open", clause: rule.clause };
  if (rule.method !== "consensus" || rule.called_by === undefined)
    return { refused: "not-a-consensus", clause: rule.clause };
  if (!callersOf(standing, rule).includes(caller)) {
    const offices = rule.called_by.kind === "office" ? [rule.called_by.id] : chairOffices(rulebook, motion);
    return { refused: "not-the-chair", offices, clause: rule.clause };
  }
  if (open.called !== undefined) return { refused: "already-done" };
  if (result?.kind === "inquorate") return inquorate(rule, result);
  const until = rule.objections === undefined ? undefined : windowAfter(rulebook, at, rule.objections.within).closes;
  return [{ kind: "consensus-called", vote: open.vote, until }];
}

/** The answer to whoever would end a vote, or call a consensus, with too few present. */
export function inquorate(
  rule: Pick<ConsensusRule, "quorum" | "clause">,
  { present, needed, missing }: Extract<MotionResult, { kind: "inquorate" }>,
): MotionRefusal {
  return {
    refused: "inquorate",
    present,
    needed,
    missing,
    including: includingOf(rule.quorum),
    aside: 0,
    clause: rule.clause,
  };
}

/** What a consensus ends with by hand: what was counted, or without agreement where nobody has called it; refused while one may object. */
export function endedByHand(
  { rulebook, at }: Pick<MotionStanding, "rulebook" | "at">,
  rule: ConsensusRule,
  { called }: Pick<VoteOnMotion, "called">,
  result: MotionResult,
  silent: number,
): MotionResult | MotionRefusal {
  const how = endByHand(rule, called, silent, at);
  if (how === "without") return withoutAgreement(result);
  if (how === "counted") return result.kind === "inquorate" ? inquorate(rule, result) : result;
  const until =
    called?.until === undefined ? "" : localTime(rulebook, called.until).toString({ smallestUnit: "minute" });
  return { refused: "objections-open", until, clause: rule.clause };
}

/** Whatever was said counts for nothing where nobody has called it. */
export function withoutAgreement(result: MotionResult): MotionResult {
  if (result.kind !== "agreed") return result;
  return { ...result, kind: "not-reached", count: result.count && { ...result.count, kind: "not-reached" } };
}
