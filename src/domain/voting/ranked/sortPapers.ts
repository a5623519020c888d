import type { Counting, Parcel } from "./counting.ts";
import { standingAt } from "./counting.ts";
import { startOf, weightOf } from "./foldPapers.ts";
import type { Hundredths } from "./stage.ts";

/** Papers on their way to their next available preferences. */
export interface Sorted {
  readonly parcels: ReadonlyMap<number, Omit<Parcel, "value">>;
  readonly transferable: number;
  readonly nonTransferable: number;
}

/** Sorts papers to the next candidate on each who continues (ERS97 5.3.3, 5.4.2, 6.10). Their holders must not continue. */
export function sortPapers(counting: Counting, papers: Iterable<number>): Sorted {
  const { folded, standing } = counting;
  const isOpen = standing.map(({ status }) => status === "continuing");
  const bundles: number[][] = standing.map(() => []);
  const counts = new Float64Array(standing.length);
  let transferable = 0;
  let nonTransferable = 0;
  for (const paper of papers) {
    const to = nextOf(counting, isOpen, paper);
    const weight = weightOf(folded, paper);
    if (to < 0) nonTransferable += weight;
    else {
      bundles[to]?.push(paper);
      counts[to] = (counts[to] ?? 0) + weight;
      transferable += weight;
    }
  }
  const parcels = new Map<number, Omit<Parcel, "value">>();
  for (const [place, bundle] of bundles.entries())
    if (bundle.length > 0) parcels.set(place, { papers: bundle, count: counts[place] ?? 0 });
  return { parcels, transferable, nonTransferable };
}

/** The next candidate on a paper who continues; -1 without one. A preference for re-open nominations is one for it whenever it stands. */
function nextOf({ folded, at, ron, firstRon }: Counting, isOpen: readonly boolean[], paper: number): number {
  const start = startOf(folded, paper);
  const length = startOf(folded, paper + 1) - start;
  for (let used = at[paper] ?? 0; used < length; used += 1) {
    const preference = folded.preferences[start + used] ?? 0;
    const place = preference === firstRon ? ron : preference;
    if (isOpen[place] === true) {
      at[paper] = used;
      return place;
    }
  }
  at[paper] = length;
  return -1;
}

/** Credits sorted papers at a value to their candidates, as the batch that each received last. */
export function creditPapers(counting: Counting, { parcels }: Sorted, value: Hundredths): void {
  for (const [place, parcel] of parcels) {
    const candidate = standingAt(counting, place);
    candidate.parcels.push({ ...parcel, value });
    candidate.votes += parcel.count * value;
  }
}
