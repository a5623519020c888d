import type { StoredCase } from "../casePorts.ts";
import type { House } from "../house.ts";

/** A version of the rulebook that is not the one in force: how its document is cited, and from which day it applied. */
export interface ShownVersion {
  readonly cite: string;
  readonly inForce: string;
}

/** The version by which a case goes on, where that is not the one in force. */
export function shownVersion(house: House, { rulebook: hash }: StoredCase): ShownVersion | undefined {
  if (house.versions.inForce().hash === hash) return undefined;
  const found = house.versions.all().find((version) => version.hash === hash);
  return found === undefined ? undefined : { cite: found.rulebook.document.cite, inForce: found.inForce.toString() };
}
