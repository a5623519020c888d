import type { Counted } from "./entry.ts";

/** A secret vote of so many or fewer would be none. */
export const TOO_FEW = 3;
/** Of a secret vote of fewer it is said that the result may show how somebody voted. */
export const FEW = 5;
/** From so many ballots on the numbers are told, of a motion where each side has so many. */
const ENOUGH = 8;
const EACH_SIDE = 2;

/** Whether the numbers of a secret vote can be told without showing who voted how. */
export function mayTell(counted: Counted, ballots: number): boolean {
  if (ballots < ENOUGH) return false;
  if (!("tally" in counted)) return true;
  const { inFavour, against } = counted.tally;
  return inFavour >= EACH_SIDE && against >= EACH_SIDE;
}
