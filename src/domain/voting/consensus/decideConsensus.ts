import type { Temporal } from "temporal-polyfill";

import type { ConsensusRule } from "../../../rulebook/rulebook.ts";
import type { PersonId, StatementId } from "../../identity.ts";
import type { Elector } from "../question.ts";
import type { Inquorate, MembersOf } from "../quorum.ts";
import type { Consensus, ConsensusEntry, Position } from "./consensus.ts";
import { evolveConsensus } from "./consensus.ts";
import { countConsensus } from "./countConsensus.ts";

/** What a member or the chair does. */
export type ConsensusAct =
  | { readonly kind: "put-text"; readonly text: StatementId }
  | { readonly kind: "give-view"; readonly how: "stated" | "passed" }
  /** @param until until when one may object, counted from the rule by the caller; undefined where everybody has to agree */
  | { readonly kind: "call"; readonly until: Temporal.Instant | undefined }
  | { readonly kind: "take-position"; readonly position: Position }
  | { readonly kind: "step-aside" }
  | { readonly kind: "end-without" };

/** What the rules do not allow here, with the clause of the consensus. */
export type ConsensusRefusal = { readonly clause: string } & (
  | {
      readonly refused:
        | "consensus-over"
        | "no-member"
        | "not-the-chair"
        | "no-text"
        | "not-called"
        | "already-called"
        | "no-standing-aside";
    }
  | ({ readonly refused: "inquorate" } & Inquorate)
);

/** Those whom a consensus concerns, as the roster has them. */
export interface ConsensusPeople {
  /** Who calls a consensus, puts texts and ends the attempt: the chair; where the rule names nobody, any member. */
  readonly chairs: readonly PersonId[];
  readonly membersOf: MembersOf;
}

const CHAIRS: ReadonlySet<ConsensusAct["kind"]> = new Set(["put-text", "call", "end-without"]);

/**
 * Decides what follows from an act: what happened, and at once whatever follows from that, or why it is not allowed.
 * As many objections as the rule says send a text back; silence is agreement once it was called, unless nobody calls it.
 */
export function decideConsensus(
  rule: ConsensusRule,
  current: Consensus,
  people: ConsensusPeople,
  caller: PersonId,
  act: ConsensusAct,
): readonly ConsensusEntry[] | ConsensusRefusal {
  const refusal = findRefusal(rule, current, people, caller, act);
  if (refusal !== undefined) return refusal;
  const happened = entryOf(caller, act);
  const after = evolveConsensus(current, happened);
  const follows = after.stage === "called" ? followsAtOnce(rule, after, people.membersOf) : [];
  return [happened, ...follows];
}

/** What follows once the time to object is over: the text is adopted. Nothing before, and nothing once something else has come. */
export function settleConsensus(
  rule: ConsensusRule,
  current: Consensus,
  { membersOf }: ConsensusPeople,
  now: Temporal.Instant,
): readonly ConsensusEntry[] {
  const { stage, until } = current;
  if (stage !== "called" || until === undefined || now.epochMilliseconds < until.epochMilliseconds) return [];
  const result = resultNow(rule, current, membersOf);
  if (result.kind !== "agreed") return [{ kind: "ended-without" }];
  return [{ kind: "adopted", objections: result.objections, standingAside: result.standingAside }];
}

function findRefusal(
  rule: ConsensusRule,
  current: Consensus,
  { chairs, membersOf }: ConsensusPeople,
  caller: PersonId,
  act: ConsensusAct,
): ConsensusRefusal | undefined {
  const { clause } = rule;
  const { stage, electorate, recused } = current;
  if (!electorate.includes(caller) || recused.includes(caller)) return { refused: "no-member", clause };
  if (stage === "adopted" || stage === "ended-without") return { refused: "consensus-over", clause };
  if (CHAIRS.has(act.kind) && !chairs.includes(caller)) return { refused: "not-the-chair", clause };
  switch (act.kind) {
    case "step-aside":
    case "end-without":
      return undefined;
    case "put-text":
      return stage === "called" ? { refused: "already-called", clause } : undefined;
    case "give-view":
      if (current.text === undefined) return { refused: "no-text", clause };
      return stage === "called" ? { refused: "already-called", clause } : undefined;
    case "call": {
      if (current.text === undefined) return { refused: "no-text", clause };
      if (stage === "called") return { refused: "already-called", clause };
      const result = resultNow(rule, current, membersOf);
      if (result.kind !== "inquorate") return undefined;
      const { present, needed, missing } = result;
      return { refused: "inquorate", present, needed, missing, clause };
    }
    case "take-position":
      if (stage !== "called") return { refused: "not-called", clause };
      if (act.position === "stand-aside" && rule.objections?.stand_aside !== true)
        return { refused: "no-standing-aside", clause };
      return undefined;
  }
}

function entryOf(caller: PersonId, act: ConsensusAct): ConsensusEntry {
  switch (act.kind) {
    case "put-text":
      return { kind: "text-put", text: act.text };
    case "give-view":
      return { kind: "view-given", person: caller, how: act.how };
    case "call":
      return { kind: "called", until: act.until };
    case "take-position":
      return { kind: "position-taken", person: caller, position: act.position };
    case "step-aside":
      return { kind: "stepped-aside", person: caller };
    case "end-without":
      return { kind: "ended-without" };
  }
}

/** Enough objections end the call; where nobody calls it, so does the agreement of everybody. */
function followsAtOnce(rule: ConsensusRule, current: Consensus, membersOf: MembersOf): readonly ConsensusEntry[] {
  const result = resultNow(rule, current, membersOf);
  if (result.kind !== "agreed" && result.kind !== "not-reached") return [];
  const { objections, standingAside, block } = result;
  if (objections >= block) return [{ kind: "objected-to", objections, standingAside }];
  const isUnanimous = rule.called_by === undefined && result.kind === "agreed";
  return isUnanimous ? [{ kind: "adopted", objections, standingAside }] : [];
}

/** The result if it ended now: the same function that counts it at the end. */
function resultNow(rule: ConsensusRule, current: Consensus, membersOf: MembersOf) {
  const { electorate, recused, views, positions } = current;
  const electors = electorate.map((person): Elector => ({
    person,
    isPresent: views.has(person),
    isRecused: recused.includes(person),
    hasVoted: positions.has(person),
  }));
  const papers = [...positions.values()].map((position) => [position]);
  return countConsensus({ rule, options: [], membersOf, lot: [] }, electors, { papers });
}
