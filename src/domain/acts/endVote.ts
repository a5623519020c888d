import type { VoteInCase } from "../case/case.ts";
import { closeConsensus } from "../case/consensus.ts";
import { closeVote, readMotionRule } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import type { Refusal } from "../refusal.ts";
import type { Voter } from "../voting/result.ts";
import type { Standing } from "./act.ts";

/** Ends by hand what is before a body: a vote is counted, a consensus ends as it stands, or is refused while one may still object. */
export function endVote(
  { rulebook, roster, current, at }: Pick<Standing, "rulebook" | "roster" | "current" | "at">,
  open: VoteInCase,
  voters: readonly Voter[],
): readonly Entry[] | Refusal {
  const rule = readMotionRule(rulebook, open.rule);
  if (rule.method === "motion") return closeVote(rulebook, roster, current, open, voters);
  return closeConsensus(rulebook, roster, current, open, rule, voters, at);
}
