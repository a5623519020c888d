import type { StageId } from "../domain/identity.ts";
import { findWalk, isWayOut, sameWay } from "./way.ts";
import type { Way } from "./way.ts";

/** What a rehearsal is to come past: one outcome, or the gravest decision there is. */
export type Aim =
  | { readonly kind: "furthest" }
  | ({ readonly kind: "outcome" } & Pick<Way, "procedure" | "stage" | "outcome">);

interface Route {
  readonly walk: readonly Way[];
  /** Whether it comes past what was aimed at, and whether it comes to the end of the case. */
  readonly comes: "past-aim-to-end" | "past-aim" | "to-end" | "as-far-as-possible";
}

const ranks: readonly Route["comes"][] = ["past-aim-to-end", "past-aim", "to-end", "as-far-as-possible"];

/** How good a route is; the smaller the better. Of two that come as far the one on which every body can decide is better. */
export const rankOf = (route: Route | undefined): number =>
  route === undefined ? ranks.length : ranks.indexOf(route.comes) + (route.walk.some(isWayOut) ? 0.5 : 0);

/**
 * The way a case goes from a stage: past the aim and to the end where that can be had, otherwise as far as it can. That a body cannot be
 * quorate is played only where nothing else comes as far.
 * @param ends the stages with which a case is over
 * @returns undefined where no outcome leads on
 */
export function findRoute(
  ways: readonly Way[],
  from: StageId,
  aim: Aim | undefined,
  ends: readonly StageId[],
): Route | undefined {
  const usual = routeOver(
    ways.filter((way) => !isWayOut(way)),
    from,
    aim,
    ends,
  );
  const any = routeOver(ways, from, aim, ends);
  return rankOf(any) < rankOf(usual) ? any : usual;
}

function routeOver(
  ways: readonly Way[],
  from: StageId,
  aim: Aim | undefined,
  ends: readonly StageId[],
): Route | undefined {
  const toEnd = (start: StageId) =>
    ends.includes(start) ? [] : findWalk(ways, start, ({ next }) => ends.includes(next));
  const past = aim === undefined ? undefined : findPast(ways, from, (way) => isAimed(way, aim), toEnd);
  if (past !== undefined) return past;
  const end = toEnd(from);
  if (end !== undefined && end.length > 0) return { walk: end, comes: "to-end" };
  const [any] = ways.filter(({ stage }) => stage === from);
  return any === undefined ? undefined : { walk: [any], comes: "as-far-as-possible" };
}

/** Whether a way is what was aimed at. */
export function isAimed(way: Way, aim: Aim): boolean {
  return aim.kind === "furthest" ? way.sanctions.length > 0 : sameWay(way, aim);
}

/** The shortest walk past the aim from which the end can be reached; where none is, the shortest past the aim. */
function findPast(
  ways: readonly Way[],
  from: StageId,
  isWanted: (way: Way) => boolean,
  toEnd: (start: StageId) => readonly Way[] | undefined,
): Route | undefined {
  const whole = findWalk(ways, from, (way) => isWanted(way) && toEnd(way.next) !== undefined);
  const last = whole?.at(-1);
  if (whole !== undefined && last !== undefined)
    return { walk: [...whole, ...(toEnd(last.next) ?? [])], comes: "past-aim-to-end" };
  const walk = findWalk(ways, from, isWanted);
  return walk === undefined ? undefined : { walk, comes: "past-aim" };
}
