import type { Temporal } from "temporal-polyfill";

import { foldCase } from "../domain/case/case.ts";
import type { Case } from "../domain/case/case.ts";
import type { Entry } from "../domain/case/entry.ts";
import { dueEntries, hasLapseDue } from "../domain/deadlines/due.ts";
import { byName, remindedBy } from "../domain/deadlines/gather.ts";
import { escalationsDue } from "../domain/deadlines/ladder.ts";
import type { CaseId, PersonId } from "../domain/identity.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { peopleBehind, recordInCase } from "./actOnCase.ts";
import { announceObligations } from "./announceObligations.ts";
import { checkOpenCases } from "./checkOpenCases.ts";
import type { House } from "./house.ts";
import type { StoredCase } from "./ports.ts";
import { settleSanctions } from "./sanctions/settleSanctions.ts";

/** Cases looked at in one round. */
const BATCH = 100;

/**
 * Does everything that is due now: reminds, lapses. The same call every minute in life and whenever a test likes; calling it twice
 * changes nothing the second time. Once a day every open case is looked at, and everything that has to be done again and again. Whoever is reminded in several cases at once gets one message. Returns how many cases something was
 * done in.
 */
export async function runDue(house: House): Promise<number> {
  const done = new Set<CaseId>();
  const busy = new Set<PersonId>();
  // What is to be told goes out after a round, so that what belongs into one message is together.
  const quiet: House = { ...house, wakeOutbox: () => {} };
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- round after round, those due longest first
    const found = await house.store.dueCases(house.clock.now(), BATCH + done.size);
    const due = found.filter((id) => !done.has(id));
    if (due.length === 0) break;
    // oxlint-disable-next-line no-await-in-loop
    if (due.length > 1) await findBusy(house, due, busy);
    for (const id of due) {
      // oxlint-disable-next-line no-await-in-loop
      await doDue(quiet, id, busy);
      done.add(id);
    }
    house.wakeOutbox();
  }
  await checkOpenCases(quiet);
  await announceObligations(house);
  house.wakeOutbox();
  return done.size;
}

/** Adds whoever is reminded in more than one of these cases. */
async function findBusy(house: House, due: readonly CaseId[], busy: Set<PersonId>): Promise<void> {
  const once = new Set<PersonId>();
  for (const id of due) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: this is in no hurry
    for (const person of await remindedIn(house, id)) {
      if (once.has(person)) busy.add(person);
      once.add(person);
    }
  }
}

async function remindedIn(house: House, id: CaseId): Promise<readonly PersonId[]> {
  try {
    const stored = await house.store.caseById(id);
    if (stored === undefined) return [];
    const rulebook = house.rulebookOf(stored.rulebook);
    const current = foldCase(stored);
    return remindedBy(
      rulebook,
      house.roster,
      current,
      everythingIn(house, rulebook, current, house.clock.now(), stored),
    );
  } catch {
    // It is told of when its turn comes.
    return [];
  }
}

/** A case in which something is wrong keeps none of the others waiting. */
async function doDue(house: House, id: CaseId, busy: ReadonlySet<PersonId>): Promise<void> {
  const everythingDue: Parameters<typeof recordInCase>[3] = (current, rulebook, at, stored) => {
    const entries = everythingIn(house, rulebook, current, at, stored);
    return byName(rulebook, house.roster, current, entries, busy, () => house.chance.id());
  };
  try {
    let isLapsing = false;
    await recordInCase(house, id, { kind: "clock" }, (current, rulebook, at, stored) => {
      isLapsing = hasLapseDue(rulebook, current, at);
      return isLapsing ? [] : everythingDue(current, rulebook, at, stored);
    });
    if (!isLapsing) return;
    // A decision in another case may have moved its end, and the file may not say so yet.
    await settleSanctions(house, id);
    await recordInCase(house, id, { kind: "clock" }, everythingDue);
  } catch (error) {
    house.log.warn("what is due in a case could not be done", {
      reason: error instanceof Error ? error.name : "unknown",
    });
  }
}

function everythingIn(
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
