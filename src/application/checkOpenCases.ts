import type { Temporal } from "temporal-polyfill";

import type { Case } from "../domain/case/case.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import { gapEntries } from "../domain/deadlines/nightly.ts";
import type { CaseId, PersonId } from "../domain/identity.ts";
import { handlersOf } from "../domain/parties/viewer.ts";
import { gapsOf } from "../domain/timeline/gaps.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { peopleBehind, recordInCases } from "./actOnCase.ts";
import type { StoredCase, StoredRoom } from "./casePorts.ts";
import { platformOf } from "./house.ts";
import type { House } from "./house.ts";
import { onceADay } from "./onceADay.ts";

/** Cases read at once. */
const BATCH = 25;

const clock = { kind: "clock" } as const;

/**
 * Looks at every open case once a day: none may be without something to be done by a day, without somebody in office who handles it, or
 * without a room. Those who handle it are told; the log has the numbers only.
 */
export function checkOpenCases(house: House): Promise<void> {
  return onceADay(house, "open-cases-checked", async () => {
    const cases = await house.store.openCases();
    let without = 0;
    for (let from = 0; from < cases.length; from += BATCH)
      // oxlint-disable-next-line no-await-in-loop -- once a day, in no hurry
      without += await checkBatch(
        house,
        cases.slice(from, from + BATCH).map(({ id }) => id),
      );
    house.log.info("every open case was looked at", { open: cases.length, without });
  });
}

/**
 * Looks at what somebody handles who has just left for a while: of each open case that nobody else handles who is there, those are told who can
 * take it over. Returns how many those are.
 */
export async function checkCasesLeft(house: House, person: PersonId): Promise<number> {
  const open = (await house.store.casesHandledBy(person)).filter(({ isClosed }) => !isClosed);
  const files = await house.store.casesById(open.map(({ id }) => id));
  const left = files.filter((stored) =>
    gapsOf(house.rulebookOf(stored.rulebook), house.roster, foldCase(stored), house.clock.now()).includes("no-owner"),
  );
  await checkBatch(
    house,
    left.map(({ id }) => id),
  );
  return left.length;
}

/** Looks at these cases and returns how many lack something. A case in which something is wrong keeps none of the others waiting. */
async function checkBatch(house: House, ids: readonly CaseId[]): Promise<number> {
  try {
    const [files, rooms] = await Promise.all([house.store.casesById(ids), house.store.roomsOf(ids)]);
    const ofCase = Map.groupBy(rooms, (room) => room.case);
    const looks = files.map((stored) => lookAt(house, stored, ofCase.get(stored.id) ?? []));
    const telling = new Map(looks.flatMap(({ id, isTold, decide }) => (isTold ? [[id, decide] as const] : [])));
    await recordInCases(
      house,
      [...telling.keys()],
      clock,
      (current, ...facts) => telling.get(current.id)?.(current, ...facts) ?? [],
    );
    return looks.filter(({ lacks }) => lacks).length;
  } catch (error) {
    return ids.length > 1 ? checkEach(house, ids) : tellOf(house, error);
  }
}

/** Each alone, to find the one in which something is wrong. */
async function checkEach(house: House, ids: readonly CaseId[]): Promise<number> {
  let without = 0;
  // oxlint-disable-next-line no-await-in-loop -- once a day, in no hurry
  for (const id of ids) without += await checkBatch(house, [id]);
  return without;
}

function tellOf(house: House, error: unknown): number {
  house.log.warn("an open case could not be looked at", { reason: error instanceof Error ? error.name : "unknown" });
  return 0;
}

/** What a case lacks, and what has to be said of that. */
function lookAt(house: House, stored: StoredCase, rooms: readonly StoredRoom[]) {
  const isRoomless = hasNoRoom(house, stored, rooms);
  const gapsIn = (current: Case, rulebook: Rulebook, at: Temporal.Instant) => [
    ...gapsOf(rulebook, house.roster, current, at),
    ...(isRoomless ? (["no-room"] as const) : []),
  ];
  const decide: Parameters<typeof recordInCases>[3] = (current, rulebook, at, read) =>
    gapEntries(rulebook, house.roster, current, gapsIn(current, rulebook, at), peopleBehind(read), at, () =>
      house.chance.id(),
    );
  const [rulebook, current, at] = [house.rulebookOf(stored.rulebook), foldCase(stored), house.clock.now()];
  const lacks = gapsIn(current, rulebook, at).length > 0;
  return { id: stored.id, lacks, decide, isTold: decide(current, rulebook, at, stored).length > 0 };
}

/** Whether no platform on which its officers are has an open room for them. */
function hasNoRoom(house: House, stored: StoredCase, rooms: readonly StoredRoom[]): boolean {
  const current = foldCase(stored);
  const people = handlersOf(house.rulebookOf(stored.rulebook), house.roster, current);
  const platforms = new Set(people.map((person) => platformOf(house, person, current.origin)));
  return !rooms.some(
    ({ purpose, platform, remote, isArchived }) =>
      purpose === "officers" && platforms.has(platform) && remote !== undefined && !isArchived,
  );
}
