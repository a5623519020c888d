import type { StageId } from "../domain/identity.ts";
import { findWalk, sameWay } from "./way.ts";
import type { Way } from "./way.ts";

/** What a rehearsal is to come past: one outcome, a stage that it is to reach, or the gravest decision there is. */
export type Aim =
  | { readonly kind: "furthest" }
  | { readonly kind: "outcome"; readonly stage: StageId; readonly outcome: string }
  | { readonly kind: "stage"; readonly stage: StageId };

export interface Route {
  readonly walk: readonly Way[];
  /** Whether it comes past what was aimed at, and whether it comes to the end of the case. */
  readonly comes: "past-aim-to-end" | "past-aim" | "to-end" | "as-far-as-possible";
}

const ranks: readonly Route["comes"][] = ["past-aim-to-end", "past-aim", "to-end", "as-far-as-possible"];

/** How good a route is; the smaller the better. */
export const rankOf = (route: Route | undefined): number =>
  route === undefined ? ranks.length : ranks.indexOf(route.comes);

/**
 * The way a case goes from a stage: past the aim and to the end where that can be had, otherwise as far as it can.
 * @param ends the stages with which a case is over
 * @returns undefined where no outcome leads on
 */
export function findRoute(
  ways: readonly Way[],
  from: StageId,
  aim: Aim | undefined,
  ends: readonly StageId[],
): Route | undefined {
  const playable = ways.filter(({ isPlayable }) => isPlayable);
  const toEnd = (start: StageId) =>
    ends.includes(start) ? [] : findWalk(playable, start, ({ next }) => ends.includes(next));
  for (const isAimed of aim === undefined ? [] : wantedBy(ways, aim)) {
    const past = findPast(playable, from, isAimed, toEnd);
    if (past !== undefined) return past;
  }
  const end = toEnd(from);
  if (end !== undefined && end.length > 0) return { walk: end, comes: "to-end" };
  const stuck = findWalk(playable, from, ({ next }) => !playable.some(({ stage }) => stage === next));
  const [any] = playable.filter(({ stage }) => stage === from);
  const walk = stuck ?? (any === undefined ? undefined : [any]);
  return walk === undefined ? undefined : { walk, comes: "as-far-as-possible" };
}

/** The shortest walk past the aim from which the end can be reached; where none is, the shortest past the aim. */
function findPast(
  playable: readonly Way[],
  from: StageId,
  isAimed: (way: Way) => boolean,
  toEnd: (start: StageId) => readonly Way[] | undefined,
): Route | undefined {
  const whole = findWalk(playable, from, (way) => isAimed(way) && toEnd(way.next) !== undefined);
  const last = whole?.at(-1);
  if (whole !== undefined && last !== undefined)
    return { walk: [...whole, ...(toEnd(last.next) ?? [])], comes: "past-aim-to-end" };
  const walk = findWalk(playable, from, isAimed);
  return walk === undefined ? undefined : { walk, comes: "past-aim" };
}

/** What to look for, the best first. */
function wantedBy(ways: readonly Way[], aim: Aim): readonly ((way: Way) => boolean)[] {
  switch (aim.kind) {
    case "furthest":
      return [({ sanctions }) => sanctions.length > 0];
    case "stage":
      return [({ next }) => next === aim.stage];
    case "outcome": {
      const aimed = ways.find((way) => sameWay(way, aim));
      if (aimed === undefined) return [];
      return aimed.isPlayable ? [(way) => sameWay(way, aim)] : [({ next }) => next === aim.stage];
    }
  }
}
