import type { Temporal } from "temporal-polyfill";

import type { Case } from "../domain/case/case.ts";
import type { Entry } from "../domain/case/entry.ts";
import { dueEntries, hasLapseDue } from "../domain/deadlines/due.ts";
import { escalationsDue } from "../domain/deadlines/ladder.ts";
import type { CaseId } from "../domain/identity.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { peopleBehind, recordInCase } from "./actOnCase.ts";
import type { House } from "./house.ts";
import type { StoredCase } from "./ports.ts";
import { settleSanctions } from "./sanctions/settleSanctions.ts";

/** Cases looked at in one round. */
const BATCH = 100;

/**
 * Does everything that is due now: reminds, lapses. The same call every minute in life and whenever a test likes; calling it twice
 * changes nothing the second time. Returns how many cases something was done in.
 */
export async function runDue(house: House): Promise<number> {
  const done = new Set<CaseId>();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- round after round, those due longest first
    const found = await house.store.dueCases(house.clock.now(), BATCH + done.size);
    const due = found.filter((id) => !done.has(id));
    if (due.length === 0) return done.size;
    for (const id of due) {
      // oxlint-disable-next-line no-await-in-loop
      await doDue(house, id);
      done.add(id);
    }
  }
}

/** A case in which something is wrong keeps none of the others waiting. */
async function doDue(house: House, id: CaseId): Promise<void> {
  try {
    let isLapsing = false;
    await recordInCase(house, id, { kind: "clock" }, (current, rulebook, at, stored) => {
      isLapsing = hasLapseDue(rulebook, current, at);
      return isLapsing ? [] : everythingDue(house, rulebook, current, at, stored);
    });
    if (!isLapsing) return;
    // A decision in another case may have moved its end, and the file may not say so yet.
    await settleSanctions(house, id);
    await recordInCase(house, id, { kind: "clock" }, (current, rulebook, at, stored) =>
      everythingDue(house, rulebook, current, at, stored),
    );
  } catch (error) {
    house.log.warn("what is due in a case could not be done", {
      reason: error instanceof Error ? error.name : "unknown",
    });
  }
}

function everythingDue(
  house: House,
  rulebook: Rulebook,
  current: Case,
  at: Temporal.Instant,
  stored: StoredCase,
): readonly Entry[] {
  const newId = () => house.chance.id();
  return [
    ...dueEntries(rulebook, house.roster, current, at, newId),
    ...escalationsDue(rulebook, house.roster, current, peopleBehind(stored), at, newId),
  ];
}
