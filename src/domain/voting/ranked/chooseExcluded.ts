import { breakTie } from "./breakTie.ts";
import { continuing, placesLeft, standingAt, surplusOf } from "./counting.ts";
import type { Counting } from "./counting.ts";
import type { Hundredths } from "./stage.ts";

/** Those who could be excluded next, the one with the fewest votes first, with the votes of each. */
interface Lowest {
  readonly places: readonly number[];
  readonly votes: readonly Hundredths[];
  /** At most so many may go together: enough have to be left for the places (ERS97 5.2.5 a), and somebody next above. */
  readonly most: number;
}

function lowest(counting: Counting): Lowest {
  const left = continuing(counting);
  const votesOf = (place: number) => standingAt(counting, place).votes;
  const isKept = (place: number) => counting.reopens === "again-and-kept" && place === counting.ron;
  const places = left.filter((place) => !isKept(place)).toSorted((a, b) => votesOf(a) - votesOf(b) || a - b);
  const most = Math.min(left.length - placesLeft(counting), places.length - 1);
  return { places, votes: places.map(votesOf), most };
}

const sumOf = (votes: readonly Hundredths[]) => votes.reduce((sum, each) => sum + each, 0);

/** How many can go together: the most whose votes with all surpluses do not exceed those of the next above; one is always possible. */
function howMany({ votes, most }: Lowest, deferred: Hundredths): number {
  for (let count = most; count >= 2; count -= 1)
    if (sumOf(votes.slice(0, count)) + deferred <= (votes[count] ?? 0)) return count;
  return 1;
}

/** All that is beyond the quotas of the elected and was not transferred. */
export function surpluses(counting: Counting): Hundredths {
  return sumOf(counting.elected.map((place) => surplusOf(counting, place)));
}

/** Whether surpluses are left for later, because they cannot change who is excluded next (5.2.2). */
export function isDeferred(counting: Counting): boolean {
  const all = lowest(counting);
  const total = surpluses(counting);
  const [fewest = 0, next] = all.votes;
  if (next === undefined || total <= next - fewest) return true;
  return howMany(all, total) > 1;
}

/** Who is excluded next, as many together as possible (5.2.5). Ties are broken only where not all of the tied go. */
export function chooseExcluded(counting: Counting): readonly number[] {
  const all = lowest(counting);
  const count = howMany(all, surpluses(counting));
  const limit = all.votes[count - 1] ?? 0;
  const chosen = all.places.filter((_, i) => (all.votes[i] ?? 0) < limit);
  let tied = all.places.filter((_, i) => all.votes[i] === limit);
  if (chosen.length + tied.length === count) return [...chosen, ...tied];
  while (chosen.length < count) {
    const one = breakTie(counting, "exclusion", tied);
    chosen.push(one);
    tied = tied.filter((place) => place !== one);
  }
  return chosen;
}
