import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";

import type { Stage } from "./stage.ts";

/**
 * Goes on to the day on which a case is anonymised: until the evening before its words are kept, on its morning nothing of them is.
 * @param day the first whole one after the time for which records are kept, as 2032-03-06
 * @param words planted in it, and names of its parties
 */
export async function playToAnonymising(
  stage: Stage,
  codeName: string,
  day: string,
  words: readonly [string, ...string[]],
): Promise<void> {
  const id = (await stage.store.caseByCodeName(codeName))?.id ?? "";
  const on = Temporal.PlainDate.from(day);
  // It is announced a week before, and again the day before.
  await stage.moveTo(`${on.subtract({ days: 7 }).toString()}T09:00`);
  await stage.moveTo(`${on.subtract({ days: 1 }).toString()}T09:00`);
  await stage.moveTo(`${on.subtract({ days: 1 }).toString()}T23:59`);
  expect(await everythingKept(stage, id)).toContain(words[0]);
  await stage.moveTo(`${day}T09:00`);
  const left = await everythingKept(stage, id);
  for (const gone of words) expect(left).not.toContain(gone);
}

/** Everything of a case that stands in the database, and everything that its keys open. */
export async function everythingKept(stage: Stage, id: string): Promise<string> {
  const stored = await stage.store.caseById(id);
  const texts = await Promise.all(
    JSON.stringify(stored?.entries ?? [])
      .match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu)
      ?.map((each) => stage.store.words(id, each)) ?? [],
  );
  const tables = await stage.database?.pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const rows = await Promise.all(
    (tables?.rows ?? []).map(async ({ name }) => (await stage.database?.pool.query(`SELECT * FROM "${name}"`))?.rows),
  );
  return JSON.stringify([stored, texts, rows]);
}
