import type { Counted } from "./entry.ts";
import type { Motion } from "./motion.ts";

/** A secret vote of so many or fewer would be none. */
export const TOO_FEW = 3;
/** Of a secret vote of fewer it is said that the result may show how somebody voted. */
export const FEW = 5;
/** From so many ballots on the numbers are told, of a motion where each side has so many. */
const ENOUGH = 8;
const EACH_SIDE = 2;
/** Votes in a ranked count are hundredths. */
const HUNDREDTHS = 100;

/**
 * Whether the numbers of a secret vote can be told without showing who voted how. What stands on all ballots, or on all but one, shows how
 * nearly everybody voted: so of several options none may; of a ranked vote as first choice. Where the same motion, or another of the same
 * text, was voted on before and that was told, a few ballots more or fewer could be worked out by subtraction: then the numbers are told only where they are as many, or
 * differ by more.
 * @param told of how many ballots the numbers were told of earlier secret votes on the same motion
 */
export function mayTell(counted: Counted, ballots: number, told: readonly number[] = []): boolean {
  if (ballots < ENOUGH) return false;
  if (told.some((earlier) => earlier !== ballots && Math.abs(earlier - ballots) < FEW)) return false;
  return mostAlike(counted) <= ballots - EACH_SIDE;
}

/** Of how many ballots the numbers were told of each earlier secret vote on a motion. */
export function toldBefore({ votes }: Pick<Motion, "votes">): readonly number[] {
  return votes.flatMap(({ isSecret, result }) =>
    isSecret && result !== undefined && "count" in result && result.count !== undefined ? [result.voted] : [],
  );
}

/** Whether two motions say the same: but for capitals, spaces and marks. */
export const isSameText = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other);

const lettersOf = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** On how many ballots the same stands, at most; of a motion how many are not on the smaller side. */
function mostAlike(counted: Counted): number {
  switch (counted.kind) {
    case "chosen":
      return Math.max(0, ...Object.values(counted.counts));
    case "elected":
      return Math.max(0, ...Object.values(counted.stages[0]?.votes ?? {})) / HUNDREDTHS;
    case "carried":
    case "lost":
    case "tied": {
      const { inFavour, against, abstaining, spoilt = 0 } = counted.tally;
      return inFavour + against + abstaining + spoilt - Math.min(inFavour, against);
    }
    case "agreed":
    case "not-reached":
      return 0;
  }
}
