import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { PersonId } from "../identity.ts";
import { timeOnDay } from "./calendar.ts";

/** Somebody who acts for somebody else to the end of a day, with the first moment after it. */
export interface Ending {
  readonly to: PersonId;
  readonly at: Temporal.Instant;
}

/** Those in a case who act for others until a day. */
export function endingsOf(rulebook: Rulebook, { hands }: Case): readonly Ending[] {
  return hands.delegations.flatMap(({ to, until }) =>
    until === undefined
      ? []
      : [{ to, at: timeOnDay(rulebook, Temporal.PlainDate.from(until).add({ days: 1 }), "00:00") }],
  );
}

/** That somebody acts for somebody else has ended with its day. */
export function delegationsDue(
  rulebook: Rulebook,
  current: Case,
  isDue: (at: Temporal.Instant) => boolean,
): readonly Entry[] {
  return endingsOf(rulebook, current).flatMap(({ to, at }) => (isDue(at) ? [{ kind: "delegation-ended", to }] : []));
}
