import type { OptionId, Paper } from "../voting/paper.ts";
import { notLeading, chairsOfMotion, ledIn } from "./chairs.ts";
import type { MotionEntry } from "./entry.ts";
import type { Motion } from "./motion.ts";
import type { MotionRefusal } from "./refusal.ts";
import { ruleOf } from "./rules.ts";
import type { MotionStanding } from "./standing.ts";

/** What still stands on the ballots, in the order in which it was submitted. */
export const optionsLeft = ({ options, gone }: Pick<Motion, "options" | "gone">): readonly OptionId[] =>
  (options?.ids ?? []).filter((option) => !gone.includes(option));

/** A ballot as it counts once some of what could stand on it is gone: as if that had never been named, whatever follows moves up. */
export function withoutGone(paper: Paper, gone: readonly OptionId[]): Paper {
  return gone.length === 0 ? paper : paper.filter((option) => !gone.includes(option));
}

/**
 * An option that is withdrawn, such as a candidate, while the vote is open or before it is: entered by whoever leads it. Ballots stay as they
 * were cast. As ERS97 treats a candidate who withdraws: the count is one in which nobody of that name stands.
 */
export function withdrawOption(standing: MotionStanding, option: OptionId): readonly MotionEntry[] | MotionRefusal {
  const { rulebook, roster, motion, caller } = standing;
  const { clause } = ruleOf(rulebook, motion);
  if (!chairsOfMotion(rulebook, roster, motion).includes(caller))
    return notLeading(rulebook, roster, ledIn(rulebook, motion), clause);
  if (motion.options?.ids.includes(option) !== true) return { refused: "nothing-here" };
  return motion.gone.includes(option)
    ? { refused: "already-done" }
    : [{ kind: "option-withdrawn", option, person: caller }];
}
