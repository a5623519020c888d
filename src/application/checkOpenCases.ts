import { foldCase } from "../domain/case/case.ts";
import type { Gap } from "../domain/case/entry.ts";
import { gapEntries } from "../domain/deadlines/nightly.ts";
import type { CaseId } from "../domain/identity.ts";
import { handlersOf } from "../domain/parties/viewer.ts";
import { gapsOf } from "../domain/timeline/gaps.ts";
import { peopleBehind, recordInCase } from "./actOnCase.ts";
import { platformOf } from "./house.ts";
import type { House } from "./house.ts";
import { onceADay } from "./onceADay.ts";
import type { StoredCase } from "./ports.ts";

/**
 * Looks at every open case once a day: none may be without something to be done by a day, without somebody in office who handles it, or
 * without a room. Those who handle it are told; the log has the numbers only.
 */
export function checkOpenCases(house: House): Promise<void> {
  return onceADay(house, "open-cases-checked", async () => {
    const cases = await house.store.openCases();
    let without = 0;
    for (const { id } of cases)
      // oxlint-disable-next-line no-await-in-loop -- once a day, in no hurry
      if (await check(house, id)) without += 1;
    house.log.info("every open case was looked at", { open: cases.length, without });
  });
}

/** Whether the case lacks something. A case in which something is wrong keeps none of the others waiting. */
async function check(house: House, id: CaseId): Promise<boolean> {
  try {
    const stored = await house.store.caseById(id);
    if (stored === undefined) return false;
    const isRoomless = await hasNoRoom(house, stored);
    let gaps: readonly Gap[] = [];
    await recordInCase(house, id, { kind: "clock" }, (current, rulebook, at, read) => {
      gaps = [...gapsOf(rulebook, house.roster, current, at), ...(isRoomless ? (["no-room"] as const) : [])];
      const parties = peopleBehind(read);
      return gapEntries(rulebook, house.roster, current, gaps, parties, at, () => house.chance.id());
    });
    return gaps.length > 0;
  } catch (error) {
    house.log.warn("an open case could not be looked at", {
      reason: error instanceof Error ? error.name : "unknown",
    });
    return false;
  }
}

/** Whether no platform on which its officers are has an open room for them. */
async function hasNoRoom(house: House, stored: StoredCase): Promise<boolean> {
  const current = foldCase(stored);
  const people = handlersOf(house.rulebookOf(stored.rulebook), house.roster, current);
  const platforms = [...new Set(people.flatMap((person) => platformOf(house, person, current.origin) ?? []))];
  const rooms = await Promise.all(platforms.map((platform) => house.store.room(stored.id, "officers", platform)));
  return rooms.every((room) => room?.remote === undefined || room.isArchived);
}
