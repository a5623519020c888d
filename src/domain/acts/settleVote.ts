import { openVote } from "../case/case.ts";
import { settleConsensus } from "../case/consensus.ts";
import type { Entry } from "../case/entry.ts";
import { withHeard } from "../challenges/heardAtStage.ts";
import type { Voter } from "../voting/result.ts";
import type { Standing } from "./act.ts";
import { withInterim } from "./interimVote.ts";
import { withNotices } from "./withNotices.ts";

/**
 * What ends by itself of what is before a body, with everything that follows from it; nothing while nothing does. It is recorded as done by
 * the clock: whose objection it was stands nowhere.
 * @param newId gives an id for each notice
 */
export function settleVote(
  { rulebook, roster, current, at }: Pick<Standing, "rulebook" | "roster" | "current" | "at">,
  voters: readonly Voter[],
  newId: () => string,
): readonly Entry[] {
  const open = openVote(current);
  const ended = settleConsensus(rulebook, roster, current, voters, at);
  if (open === undefined || ended.length === 0) return [];
  if (open.interim !== undefined) return withInterim(current, open, ended, newId);
  return withHeard(rulebook, current, withNotices({ rulebook, current, at }, ended, newId));
}
