import type { Temporal } from "temporal-polyfill";

import type { VoteId } from "../identity.ts";
import type { CaseResult } from "../voting/inCase.ts";
import type { Case, VoteInCase } from "./case.ts";
import type { Entry } from "./entry.ts";

/** A tie after the casting vote of the chair; anything else stays as it is. */
export function castOn(result: CaseResult | undefined, casting: "in-favour" | "against"): CaseResult | undefined {
  if (result === undefined || !("tally" in result) || result.kind !== "tied") return result;
  return { ...result, kind: casting === "in-favour" ? "carried" : "lost", casting };
}

/** What was called stays called when it was; only until when one may object changes where Redress was away. */
export function calledNow(
  { votes }: Case,
  { vote, until, away }: Extract<Entry, { kind: "consensus-called" }>,
  at: Temporal.Instant,
): VoteInCase["called"] {
  const before = votes.find((each) => each.vote === vote)?.called;
  if (away === undefined || before === undefined) return { at, until };
  return { ...before, until, away: [...(before.away ?? []), away] };
}

export function withVote(current: Case, id: VoteId, change: Partial<VoteInCase>): Case {
  return { ...current, votes: current.votes.map((vote) => (vote.vote === id ? { ...vote, ...change } : vote)) };
}
