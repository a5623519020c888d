import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { BreachConsequence, SanctionsKept } from "../case/sanctionEntries.ts";
import { isClosed } from "../case/stages.ts";
import { holdsAt, stands } from "./record.ts";
import type { Imposed } from "./record.ts";

export type Breach = SanctionsKept["breaches"][number];

/** The breaches of one sanction, the first first. */
export function breachesOf(
  { kept }: Case,
  { decision, party }: Pick<Imposed, "decision" | "party">,
): readonly Breach[] {
  return kept.breaches.filter((each) => each.decision === decision.id && each.party === party.party);
}

/**
 * What the rulebook lets follow when a sanction is not kept, as far as it can now: only what holds until a day can hold longer, only a
 * case that is over can be heard again.
 */
export function consequencesOf(
  rulebook: Rulebook,
  current: Case,
  imposed: Imposed,
  at: Temporal.Instant,
): readonly BreachConsequence[] {
  const isLasting = imposed.until !== undefined && holdsAt(imposed, at);
  const isOver = isClosed(rulebook, current) && imposed.interim === undefined;
  return (rulebook.non_compliance?.any_of ?? []).filter((each) => {
    if (each === "extend") return isLasting;
    return each === "new_report" || isOver;
  });
}

/** The breach because of which a sanction may be made longer: the last of those that ask for it, until that was done. */
export function findExtendable(current: Case, imposed: Imposed): Breach | undefined {
  const done = current.kept.prolonged.map(({ breach }) => breach);
  return breachesOf(current, imposed).findLast(
    ({ breach, consequence }) => consequence === "extend" && !done.includes(breach),
  );
}

/** Whether somebody can have failed to keep a sanction: it has begun, or what has to be done has reached them. Nobody can what is void. */
export function canBeBroken(imposed: Imposed, reached: Temporal.Instant | undefined, at: Temporal.Instant): boolean {
  if (imposed.decision.quashed !== undefined) return false;
  const since = imposed.from ?? (stands(imposed) ? reached : undefined);
  return since !== undefined && Temporal.Instant.compare(since, at) <= 0;
}
