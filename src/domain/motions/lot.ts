import { drawLot } from "../voting/drawLot.ts";
import type { Sha256 } from "../voting/drawLot.ts";
import { choicesOf } from "../voting/paper.ts";
import type { Committed, Revealed } from "./entry.ts";
import type { Motion } from "./motion.ts";
import type { BodyRule } from "./rules.ts";

/** Whether a lot may have to decide between options that are equal. */
export function needsLot(rule: BodyRule): boolean {
  return rule.method === "ranked" || (rule.method === "choose" && rule.tie === "lot");
}

/**
 * The lot that a vote was committed to, as it is revealed when the vote is closed; re-open nominations has a place in it, too.
 * @throws for another seed than the one that was committed to
 */
export function revealLot(
  rule: BodyRule,
  { options, codeName }: Pick<Motion, "options" | "codeName">,
  { commitment }: Committed,
  seed: string,
  sha256: Sha256,
): Revealed {
  if (sha256(seed) !== commitment) throw new Error(`The lot of ${codeName} is not the one that was committed to.`);
  return { seed, order: drawLot(seed, choicesOf(rule, options?.ids ?? []), sha256) };
}
