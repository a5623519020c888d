import { dueEntries } from "../domain/deadlines/due.ts";
import type { CaseId } from "../domain/identity.ts";
import { recordInCase } from "./actOnCase.ts";
import type { House } from "./house.ts";

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
    await recordInCase(house, id, { kind: "clock" }, (current, rulebook, at) =>
      dueEntries(rulebook, house.roster, current, at, () => house.chance.id()),
    );
  } catch (error) {
    house.log.warn("what is due in a case could not be done", {
      reason: error instanceof Error ? error.name : "unknown",
    });
  }
}
