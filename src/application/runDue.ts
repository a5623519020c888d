import type { Temporal } from "temporal-polyfill";

import type { Case } from "../domain/case/case.ts";
import { isTimeOver } from "../domain/case/consensus.ts";
import type { Entry } from "../domain/case/entry.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import { extendCall } from "../domain/case/missedCall.ts";
import { dueEntries, hasLapseDue } from "../domain/deadlines/due.ts";
import { byName, remindedBy } from "../domain/deadlines/gather.ts";
import { escalationsDue } from "../domain/deadlines/ladder.ts";
import type { CaseId, PersonId } from "../domain/identity.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { reviewAccess } from "./access/askAccess.ts";
import { changeOf, peopleBehind, recordInCase } from "./actOnCase.ts";
import { announceObligations } from "./announceObligations.ts";
import { anonymiseDue } from "./anonymise.ts";
import type { StoredCase } from "./casePorts.ts";
import { checkOpenCases } from "./checkOpenCases.ts";
import type { House } from "./house.ts";
import { noteAwake, runDueMotions } from "./motions/runDueMotions.ts";
import { readOutages } from "./outages.ts";
import { purgeDrafts } from "./purgeDrafts.ts";
import { remindQuestions } from "./remindQuestions.ts";
import { settleSanctions } from "./sanctions/settleSanctions.ts";
import { settleOpenVote } from "./settleOpenVote.ts";

/** Cases read, decided and stored at once: so few that whoever presses a button meanwhile is answered between them. */
const BATCH = 25;

const clock = { kind: "clock" } as const;

/**
 * Does everything that is due now: reminds, lapses. The same call every minute in life and whenever a test likes; calling it twice
 * changes nothing the second time. Once a day every open case is looked at, and everything that has to be done again and again. Whoever is reminded in several cases at once gets one message. Returns how many cases something was
 * done in.
 */
export async function runDue(house: House): Promise<number> {
  const done = new Set<CaseId>();
  const reminded: Reminded = { once: new Set(), busy: new Set() };
  // What is to be told goes out after a round, so that what belongs into one message is together.
  const quiet: House = { ...house, wakeOutbox: () => {} };
  // Cases in which nothing could be done stay due, before all others.
  let staying = 0;
  for (;;) {
    const limit = BATCH + staying;
    // oxlint-disable-next-line no-await-in-loop -- round after round, those due longest first
    const found = await house.store.dueCases(house.clock.now(), limit);
    const due = found.filter((id) => !done.has(id));
    staying = found.length - due.length;
    if (due.length === 0 && found.length < limit) break;
    // oxlint-disable-next-line no-await-in-loop
    const left = await doTogether(quiet, due, reminded);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const id of left) await doDue(quiet, id, reminded.busy);
    for (const id of due) done.add(id);
    house.wakeOutbox();
  }
  await checkOpenCases(quiet);
  await anonymiseDue(house);
  await reviewAccess(house);
  await announceObligations(house);
  await runDueMotions(house);
  await purgeDrafts(house);
  await remindQuestions(house);
  await noteAwake(house);
  house.wakeOutbox();
  return done.size;
}

/** Whoever was reminded in one case until now, and whoever was in more than one. */
interface Reminded {
  readonly once: Set<PersonId>;
  readonly busy: Set<PersonId>;
}

/** What is due in a case, as it was read. */
interface Due {
  readonly stored: StoredCase;
  readonly rulebook: Rulebook;
  readonly current: Case;
  readonly entries: readonly Entry[];
  readonly at: Temporal.Instant;
}

/**
 * Does what is due in these cases, each as a whole or not at all. Returns those that have to be done one by one: where a sanction
 * lapses, where the time to object is over, where somebody was faster, and where something is wrong.
 */
async function doTogether(house: House, due: readonly CaseId[], reminded: Reminded): Promise<readonly CaseId[]> {
  if (due.length === 0) return [];
  try {
    const files = await house.store.casesById(due);
    const plans = files.flatMap((stored) => planOf(house, stored) ?? []);
    findBusy(house, plans, reminded);
    const together = plans.filter(
      ({ rulebook, current, at }) => !hasLapseDue(rulebook, current, at) && !isTimeOver(current, at),
    );
    const changes = together.map(({ stored, rulebook, current, entries, at }) => {
      const told = byName(rulebook, house.roster, current, entries, reminded.busy, () => house.chance.id());
      return changeOf(house, rulebook, stored, current, { entries: told }, clock, at, undefined).change;
    });
    const changing = changes.filter(({ entries }) => entries.length > 0);
    const committed = await house.store.commitAll(changing);
    const stale = changing.flatMap((change, i) => (committed[i] === "committed" ? [] : [change.case]));
    const looked = new Set(together.map(({ stored }) => stored.id));
    return due.filter((id) => !looked.has(id) || stale.includes(id));
  } catch {
    // It is told of when its turn comes.
    return due;
  }
}

/** Nothing for a case in which something is wrong. */
function planOf(house: House, stored: StoredCase): Due | undefined {
  try {
    const at = house.clock.now();
    const rulebook = house.rulebookOf(stored.rulebook);
    const current = foldCase(stored);
    return { stored, rulebook, current, entries: everythingIn(house, rulebook, current, at, stored), at };
  } catch {
    return undefined;
  }
}

function findBusy(house: House, plans: readonly Due[], { once, busy }: Reminded): void {
  for (const { rulebook, current, entries } of plans)
    for (const person of remindedBy(rulebook, house.roster, current, entries)) {
      if (once.has(person)) busy.add(person);
      once.add(person);
    }
}

/** A case in which something is wrong keeps none of the others waiting. */
async function doDue(house: House, id: CaseId, busy: ReadonlySet<PersonId>): Promise<void> {
  const everythingDue: Parameters<typeof recordInCase>[3] = (current, rulebook, at, stored) => {
    const entries = everythingIn(house, rulebook, current, at, stored);
    return byName(rulebook, house.roster, current, entries, busy, () => house.chance.id());
  };
  try {
    await settleCall(house, id);
    let isLapsing = false;
    await recordInCase(house, id, clock, (current, rulebook, at, stored) => {
      isLapsing = hasLapseDue(rulebook, current, at);
      return isLapsing ? [] : everythingDue(current, rulebook, at, stored);
    });
    if (!isLapsing) return;
    // A decision in another case may have moved its end, and the file may not say so yet.
    await settleSanctions(house, id);
    await recordInCase(house, id, clock, everythingDue);
  } catch (error) {
    house.log.warn("what is due in a case could not be done", {
      reason: error instanceof Error ? error.name : "unknown",
    });
  }
}

/** The time to object to what was called is over: what comes of it is known from the ballots only. */
async function settleCall(house: House, id: CaseId): Promise<void> {
  const isOver = async () => {
    const stored = await house.store.caseById(id);
    return stored !== undefined && isTimeOver(foldCase(stored), house.clock.now());
  };
  if (!(await isOver())) return;
  // Whoever could not object has not agreed: first it is looked whether Redress was away meanwhile.
  const outages = await readOutages(house.store);
  await recordInCase(house, id, clock, (current, _, at) =>
    isTimeOver(current, at) ? extendCall(current, outages) : [],
  );
  if (await isOver()) await settleOpenVote(house, id);
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
