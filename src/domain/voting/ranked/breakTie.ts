import type { Counting } from "./counting.ts";
import { standingAt } from "./counting.ts";
import { isRon, RON } from "./ron.ts";
import type { RankedTie } from "./stage.ts";

/** Of tied candidates those who had the fewest, or the most, votes at the earliest point at which they were unequal. */
function byEarlierStage(counting: Counting, tied: readonly number[], most: boolean): readonly number[] {
  const points = Math.max(...tied.map((place) => standingAt(counting, place).history.length));
  let left = tied;
  for (let point = 0; point < points && left.length > 1; point += 1) {
    const had = (place: number) => standingAt(counting, place).history[point] ?? 0;
    const all = left.map(had);
    const sought = most ? Math.max(...all) : Math.min(...all);
    left = left.filter((place) => had(place) === sought);
  }
  return left;
}

/** The first of them in the order of the lot; candidates that are not in it come last, as they are listed. */
function byLot({ lot, standing }: Counting, tied: readonly number[]): number {
  // However often re-open nominations stands, it has one place in the lot.
  const nameOf = (place: number) => standing[place]?.name ?? "";
  const drawn = (place: number) =>
    lot.get(nameOf(place)) ?? (isRon(nameOf(place)) ? lot.get(RON) : undefined) ?? lot.size + place;
  const [first = -1] = tied.toSorted((a, b) => drawn(a) - drawn(b));
  return first;
}

/** Chooses one of several candidates with as many votes, and notes how; of a single one nothing is noted (ERS97 5.2.3, 5.2.5). */
export function breakTie(counting: Counting, of: "exclusion" | "surplus", tied: readonly number[]): number {
  const [only = -1] = tied;
  if (tied.length === 1) return only;
  const left = byEarlierStage(counting, tied, of === "surplus");
  const chosen = byLot(counting, left);
  if (left.length === 1) note(counting, of, tied, "earlier-stage", [chosen]);
  else note(counting, of, left, "lot", [chosen]);
  return chosen;
}

/**
 * Of candidates with as many votes those who take the last places, the one who had the most earlier first (5.6.2).
 * Where even that does not tell them apart none of those concerned is chosen: there is no lot about it.
 */
export function takeLastPlaces(counting: Counting, tied: readonly number[], places: number): readonly number[] {
  const chosen: number[] = [];
  let left = tied;
  while (chosen.length < places) {
    const best = byEarlierStage(counting, left, true);
    if (chosen.length + best.length > places) break;
    chosen.push(...best);
    left = left.filter((place) => !best.includes(place));
  }
  if (chosen.length > 0) note(counting, "last-places", tied, "earlier-stage", chosen);
  return chosen;
}

function note(
  counting: Counting,
  of: RankedTie["of"],
  tied: readonly number[],
  by: RankedTie["by"],
  chosen: readonly number[],
): void {
  const names = (places: readonly number[]) => places.map((place) => standingAt(counting, place).name);
  counting.ties.push({ of, tied: names(tied), by, chosen: names(chosen) });
}
