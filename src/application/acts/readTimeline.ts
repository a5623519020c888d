import type { Blocked } from "../../domain/why/unblock.ts";
import type { Facts, CaseRef } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { nameOf } from "../house.ts";
import { keepReading } from "../keepReading.ts";
import type { Account } from "../person.ts";
import { shownVersion } from "../views/shownVersion.ts";
import type { TimelineView } from "../views/timelineView.ts";
import { timelineView } from "../views/timelineView.ts";
import { readFacts, nothingToRead } from "./readFacts.ts";

export function timelineFor(house: House, { rulebook, stored, viewer, at }: Facts): TimelineView {
  const version = shownVersion(house, stored);
  return timelineView(rulebook, (person) => nameOf(house, person), stored, viewer, at, version);
}

/** The timeline of a case as a party or a member of the deciding body may see it; that of the officers is a part of the case file. */
export async function openTimeline(
  house: House,
  caller: Account,
  ref: CaseRef,
  as: "voter" | "party",
): Promise<TimelineView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== as) return nothingToRead(house, caller, ref);
  if (as === "voter") await keepReading(house, facts, "timeline");
  return timelineFor(house, facts);
}
