import { probably } from "./faults.ts";
import type { Fault } from "./faults.ts";

/** A complaint when a name is none of those there are. */
export function unknown(
  known: readonly string[],
  value: string | undefined,
  what: string,
  path: Fault["path"],
): readonly Fault[] {
  if (value === undefined || known.includes(value)) return [];
  const there = known.length === 0 ? "there is none here" : `there are: ${known.join(", ")}${probably(value, known)}`;
  return [{ path, message: `there is no ${what} "${value}"; ${there}` }];
}

/** A complaint for each of several names that is none of those there are. */
export function unknowns(
  known: readonly string[],
  values: readonly string[] | undefined,
  what: string,
  path: Fault["path"],
): readonly Fault[] {
  return (values ?? []).flatMap((value, i) => unknown(known, value, what, [...path, i]));
}
