import type { MotionRule } from "../../rulebook/rulebook.ts";

export type Choice = "in-favour" | "against" | "abstain";

export interface Tally {
  readonly inFavour: number;
  readonly against: number;
  readonly abstaining: number;
}

/** The numbers a majority may be taken of. */
export interface Turnout {
  readonly present: number;
  /** All who may vote: those who stepped aside are not among them. */
  readonly members: number;
}

/** Counts of one choice each. */
export function tallyOf(choices: readonly Choice[]): Tally {
  const count = (choice: Choice) => choices.filter((each) => each === choice).length;
  return { inFavour: count("in-favour"), against: count("against"), abstaining: count("abstain") };
}

/** The number the fraction is taken of: votes cast without abstentions, those present, or all members. */
export function baseOf(rule: MotionRule["majority"], tally: Tally, turnout: Turnout): number {
  switch (rule.of) {
    case "votes_cast":
      return tally.inFavour + tally.against;
    case "present":
      return turnout.present;
    case "all_members":
      return turnout.members;
  }
}

/** Whether the votes in favour reach the majority, in whole numbers, nothing rounded. A motion nobody voted for is never carried. */
export function hasMajority(rule: MotionRule["majority"], tally: Tally, turnout: Turnout): boolean {
  const { numerator, denominator } = rule.fraction;
  const reached = tally.inFavour * denominator;
  const asked = baseOf(rule, tally, turnout) * numerator;
  if (tally.inFavour === 0) return false;
  return rule.strict ? reached > asked : reached >= asked;
}
