import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import type { PartyId } from "../identity.ts";
import { openingsFor } from "./openings.ts";
import { windowKey } from "./window.ts";

/** Until when a party may challenge something: as much of a deadline as more time is given for. */
export interface OpenWindow extends Pick<Deadline, "key" | "about" | "day" | "due" | "count"> {
  readonly kind: "appeal";
  readonly party: PartyId;
}

/**
 * The times to challenge something that are running in a case, whether a party has used them or not: nobody who gives more time learns by it
 * who has.
 */
export function openWindows(rulebook: Rulebook, current: Case, now: Temporal.Instant): readonly OpenWindow[] {
  return current.parties.flatMap((party) =>
    openingsFor(rulebook, current, party).flatMap(({ rule, window }): readonly OpenWindow[] => {
      if (window === undefined || Temporal.Instant.compare(window.closes, now) <= 0) return [];
      const { lastDay: day, closes: due, count } = window;
      return [{ key: windowKey(rule, party.party), kind: "appeal", party: party.party, about: rule, day, due, count }];
    }),
  );
}
