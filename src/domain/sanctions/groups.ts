import type { Fraction } from "../../rulebook/schema/vocabulary.ts";

/** How many of a group were involved, against how many have to be. */
export interface GroupShare {
  readonly size: number;
  readonly involved: number;
  /** The smallest number of its members that makes the group answerable. */
  readonly needed: number;
  readonly isAnswerable: boolean;
}

/** Whether a group is answerable as one, in whole numbers: of 40 a share of 1/5 is 8. Nothing is rounded in its favour or against it. */
export function shareOf({ numerator, denominator }: Fraction, size: number, involved: number): GroupShare {
  const needed = Math.floor((size * numerator + denominator - 1) / denominator);
  return { size, involved, needed, isAnswerable: involved > 0 && involved * denominator >= size * numerator };
}
