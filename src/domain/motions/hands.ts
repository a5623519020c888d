import type { Entered } from "../voting/question.ts";
import type { Hands } from "./entry.ts";
import type { Motion, VoteOnMotion } from "./motion.ts";
import type { BodyRule } from "./rules.ts";

/** Whether a count by hand may be added to the ballots. */
export const mayCountHands = (rule: BodyRule): boolean =>
  rule.method === "motion" && rule.hands !== undefined && !rule.secret;

/** How many were counted by hand. */
export const sumOfHands = ({ inFavour, against, abstaining }: Hands): number => inFavour + against + abstaining;

/**
 * Whether hands and ballots together are more than may vote, so that somebody was counted twice: nobody can tell who.
 * @param ballots how many were cast by those who have not stepped aside
 */
export function findCountedTwice(
  { recused }: Pick<Motion, "recused">,
  { electorate }: Pick<VoteOnMotion, "electorate">,
  hands: Hands | undefined,
  ballots: number,
): { readonly counted: number; readonly mayVote: number } | undefined {
  if (hands === undefined) return undefined;
  const counted = sumOfHands(hands) + ballots;
  const mayVote = electorate.filter((person) => !recused.includes(person)).length;
  return counted > mayVote ? { counted, mayVote } : undefined;
}

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
