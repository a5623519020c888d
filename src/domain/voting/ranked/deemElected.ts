import { takeLastPlaces } from "./breakTie.ts";
import { activeVote, continuing, placesLeft, reopenAgain, standingAt } from "./counting.ts";
import type { Counting } from "./counting.ts";

/**
 * Deems elected whoever has the quota, or has the total active vote divided by one more than the places left, in descending order of
 * votes (ERS97 5.1.7, 5.3.13, 5.4.9). Nobody is deemed elected without a vote.
 * @returns who was, in that order
 */
export function deemElected(counting: Counting): readonly number[] {
  const before = counting.elected.length;
  for (let group = leaders(counting); group.length > 0; group = leaders(counting)) {
    const places = placesLeft(counting);
    const chosen = group.length > places ? takeLastPlaces(counting, group, places) : group;
    for (const place of chosen) elect(counting, place);
    if (chosen.length < group.length) break;
  }
  reopenAgain(counting);
  return counting.elected.slice(before);
}

export function elect(counting: Counting, place: number): void {
  standingAt(counting, place).status = "elected";
  counting.elected.push(place);
}

/** Those with the most votes of all who continue, where these are enough to be elected. */
function leaders(counting: Counting): readonly number[] {
  const left = continuing(counting);
  const places = placesLeft(counting);
  if (places === 0 || left.length === 0) return [];
  const most = Math.max(...left.map((place) => standingAt(counting, place).votes));
  const isEnough = most >= counting.quota || most * (places + 1) >= activeVote(counting);
  return most > 0 && isEnough ? left.filter((place) => standingAt(counting, place).votes === most) : [];
}
