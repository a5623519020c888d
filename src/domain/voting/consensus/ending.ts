import type { Temporal } from "temporal-polyfill";

import type { ConsensusRule } from "../../../rulebook/rulebook.ts";
import type { Agreement } from "./countConsensus.ts";

/** That somebody has said that there is agreement: until when one may object, undefined where it is closed by hand. */
export interface Called {
  readonly until: Temporal.Instant | undefined;
  /** When Redress was away since, so that one may object for longer. */
  readonly away?: readonly { readonly from: Temporal.Instant; readonly until: Temporal.Instant }[] | undefined;
}

/** How far a consensus has come: its members say what they think; it was called, or nobody calls it, and they take positions. */
export type ConsensusPhase = "views" | "positions";

export function phaseOf(rule: ConsensusRule, called: Called | undefined): ConsensusPhase {
  return rule.called_by !== undefined && called === undefined ? "views" : "positions";
}

/** Whether the time to object is over. */
export function isCallOver(called: Called | undefined, at: Temporal.Instant): boolean {
  return called?.until !== undefined && called.until.epochMilliseconds <= at.epochMilliseconds;
}

/** Why nobody may take a position now; undefined while one may. */
export function findNoPosition(
  rule: ConsensusRule,
  called: Called | undefined,
  at: Temporal.Instant,
): "not-called" | "vote-closed" | undefined {
  if (phaseOf(rule, called) === "views") return "not-called";
  return isCallOver(called, at) ? "vote-closed" : undefined;
}

type Counted = Agreement | { readonly kind: string };

const isAgreement = (result: Counted): result is Agreement => result.kind === "agreed" || result.kind === "not-reached";

/**
 * What comes of ending it by hand while so many have said nothing. Before it was called it ends without; afterwards it can be ended early only once everybody has said
 * something: until then somebody still may object.
 */
export function endByHand(
  rule: ConsensusRule,
  called: Called | undefined,
  silent: number,
  at: Temporal.Instant,
): "counted" | "without" | "too-early" {
  if (phaseOf(rule, called) === "views") return "without";
  const mayObject = called?.until !== undefined && !isCallOver(called, at);
  return mayObject && silent > 0 ? "too-early" : "counted";
}

/** Whether it ends by itself now: with enough objections, with the agreement of everybody where nobody calls it, or with the time to object. */
export function hasEnded(
  rule: ConsensusRule,
  called: Called | undefined,
  result: Counted,
  at: Temporal.Instant,
): boolean {
  if (phaseOf(rule, called) === "views") return false;
  const isBlocked = isAgreement(result) && result.objections >= result.block;
  const isUnanimous = rule.called_by === undefined && result.kind === "agreed";
  return isBlocked || isUnanimous || isCallOver(called, at);
}

/** What was agreed counts for nothing where nobody has called it. */
export function withoutAgreement<Result extends { readonly kind: string }>(
  result: Result,
): Result | (Result & { kind: "not-reached" }) {
  return result.kind === "agreed" ? { ...result, kind: "not-reached" as const } : result;
}
