import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { zones } from "./zone.ts";

/**
 * The moments of an event of a programme that the rulebook dates, the earliest first; none where it dates none. They stand in the rulebook
 * alone: nothing in a case moves them.
 * @param event such as programme:election.voting.closes
 */
export function momentsOf(rulebook: Rulebook, event: string): readonly Temporal.Instant[] {
  const [programme = "", phase = "", what] = event.replace("programme:", "").split(".");
  const dates = rulebook.programmes[programme]?.phases[phase]?.dates ?? [];
  return dates
    .flatMap(({ opens, closes }) => (what === "opens" ? opens : closes) ?? [])
    .map((local) => zones.momentOf(rulebook.organisation.timezone, Temporal.PlainDateTime.from(local)))
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
}

/** The event that has passed last, where none of the same kind is to come: what was to be done before it can be done no more. */
export function passedFor(rulebook: Rulebook, event: string, now: Temporal.Instant): Temporal.Instant | undefined {
  const last = momentsOf(rulebook, event).at(-1);
  return last !== undefined && Temporal.Instant.compare(last, now) <= 0 ? last : undefined;
}
