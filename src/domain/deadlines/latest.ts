import { Temporal } from "temporal-polyfill";

/** The latest of some moments; undefined where there is none, or where one has not come or never does: that is later than any other. */
export function latest(moments: readonly [Temporal.Instant, ...Temporal.Instant[]]): Temporal.Instant;
export function latest(moments: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined;
export function latest(moments: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined {
  const come = moments.flatMap((moment) => moment ?? []);
  return come.length < moments.length ? undefined : come.toSorted((a, b) => Temporal.Instant.compare(a, b)).at(-1);
}
