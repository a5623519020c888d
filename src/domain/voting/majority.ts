import type { MotionRule } from "../../rulebook/rulebook.ts";
import type { Ballots, Entered } from "./question.ts";

export type Majority = MotionRule["majority"];

export interface Tally {
  readonly inFavour: number;
  readonly against: number;
  readonly abstaining: number;
  /** Papers that say something else, where there are any. */
  readonly spoilt?: number | undefined;
}

/** The numbers a majority may be taken of. */
export interface Turnout {
  readonly present: number;
  /** All who may vote: those who stepped aside are not among them. */
  readonly members: number;
}

/** Counts of one choice each, of papers and of what was entered as numbers. A blank paper abstains. */
export function tallyPapers({ papers, entered = [] }: Ballots): Tally {
  const tally = { inFavour: 0, against: 0, abstaining: 0 };
  let spoilt = 0;
  const add = ({ paper: [choice = "abstain", ...more], count }: Entered) => {
    if (more.length > 0) spoilt += count;
    else if (choice === "in-favour") tally.inFavour += count;
    else if (choice === "against") tally.against += count;
    else if (choice === "abstain") tally.abstaining += count;
    else spoilt += count;
  };
  for (const paper of papers) add({ paper, count: 1 });
  for (const each of entered) add(each);
  return spoilt === 0 ? tally : { ...tally, spoilt };
}

/**
 * The number the fraction is taken of: votes cast without abstentions, those present, or all members.
 * A spoilt paper was cast, as Robert's Rules of Order (12th edition, 45:32) have it: it is no abstention.
 */
export function baseOf(rule: Majority, tally: Tally, turnout: Turnout): number {
  switch (rule.of) {
    case "votes_cast":
      return tally.inFavour + tally.against + (tally.spoilt ?? 0);
    case "present":
      return turnout.present;
    case "all_members":
      return turnout.members;
  }
}

/** Whether the votes in favour reach the majority, in whole numbers, nothing rounded. A motion nobody voted for is never carried. */
export function hasMajority(rule: Majority, tally: Tally, turnout: Turnout): boolean {
  const { numerator, denominator } = rule.fraction;
  const reached = tally.inFavour * denominator;
  const asked = baseOf(rule, tally, turnout) * numerator;
  if (tally.inFavour === 0) return false;
  return rule.strict ? reached > asked : reached >= asked;
}

/** The fewest votes in favour that are the majority of such a base: never none. */
export function leastInFavour({ fraction, strict }: Majority, base: number): number {
  const asked = base * fraction.numerator;
  const whole = Math.floor(asked / fraction.denominator);
  const least = strict || asked % fraction.denominator > 0 ? whole + 1 : whole;
  return Math.max(1, least);
}
