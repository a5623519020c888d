import type { Entered } from "../voting/question.ts";
import type { Hands } from "./entry.ts";
import type { BodyRule } from "./rules.ts";

/** Whether a count by hand may be added to the ballots. */
export const mayCountHands = (rule: BodyRule): boolean =>
  rule.method === "motion" && rule.hands !== undefined && !rule.secret;

/** How many were counted by hand. */
export const sumOfHands = ({ inFavour, against, abstaining }: Hands): number => inFavour + against + abstaining;

/** What was counted by hand, as papers of which each stands for several. */
export function papersOfHands(hands: Hands | undefined): readonly Entered[] {
  if (hands === undefined) return [];
  const { inFavour, against, abstaining } = hands;
  return [
    { paper: ["in-favour"], count: inFavour },
    { paper: ["against"], count: against },
    { paper: ["abstain"], count: abstaining },
  ].filter(({ count }) => count > 0);
}
