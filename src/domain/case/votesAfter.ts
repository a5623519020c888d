import type { Temporal } from "temporal-polyfill";

import type { VoteId } from "../identity.ts";
import type { CaseResult } from "../voting/inCase.ts";
import type { Case, VoteInCase } from "./case.ts";
import type { Entry } from "./entry.ts";

type VoteEntry = Extract<Entry, { kind: "motion-put" | "consensus-called" | "vote-closed" | "tie-decided" }>;

/** The votes after one more entry, the first first. */
export function votesAfter(
  { votes, stage }: Pick<Case, "votes" | "stage">,
  entry: VoteEntry,
  at: Temporal.Instant,
): readonly VoteInCase[] {
  switch (entry.kind) {
    case "motion-put": {
      const { kind: _, ...motion } = entry;
      return [...votes, { ...motion, stage: stage.stage, put: at, result: undefined }];
    }
    case "consensus-called":
      return withVote(votes, entry.vote, ({ called }) => ({ called: calledNow(called, entry, at) }));
    case "vote-closed":
      return withVote(votes, entry.vote, () => ({ result: entry.result }));
    case "tie-decided":
      return withVote(votes, entry.vote, ({ result }) => ({ result: castOn(result, entry.casting) }));
  }
}

/** A tie after the casting vote of the chair; anything else stays as it is. */
function castOn(result: CaseResult | undefined, casting: "in-favour" | "against"): CaseResult | undefined {
  if (result === undefined || !("tally" in result) || result.kind !== "tied") return result;
  return { ...result, kind: casting === "in-favour" ? "carried" : "lost", casting };
}

/** What was called stays called when it was; only until when one may object changes where Redress was away. */
function calledNow(
  before: VoteInCase["called"],
  { until, away }: Extract<Entry, { kind: "consensus-called" }>,
  at: Temporal.Instant,
): VoteInCase["called"] {
  if (away === undefined || before === undefined) return { at, until };
  return { ...before, until, away: [...(before.away ?? []), away] };
}

const withVote = (
  votes: readonly VoteInCase[],
  id: VoteId,
  change: (vote: VoteInCase) => Partial<VoteInCase>,
): readonly VoteInCase[] => votes.map((vote) => (vote.vote === id ? { ...vote, ...change(vote) } : vote));
