import { expect } from "vitest";

import { strayWords } from "./outbound.ts";
import type { Stage } from "./stage.ts";

/** For each planted word, and each name of a party, the first names of those who may read it. */
export type Readers = Readonly<Record<string, readonly string[]>>;

/** What can be typed without the name of a case, and lists what one has a part in. */
const lists = ["redress", "mycase", "case list", "due", "vote list", "appeal list"] as const;

/**
 * Everybody looks into every list they have, where what is kept is kept in memory: the lists of a database are the same. Then each word has been read by exactly those who may read it, and stands nowhere else.
 * @param parties whose accounts stand nowhere outside messages either, by their first names
 */
export async function expectKept(stage: Stage, parties: readonly string[], readers: Readers): Promise<void> {
  for (const actor of stage.database === undefined ? stage.everybody : []) {
    // oxlint-disable no-await-in-loop -- one after the other
    await actor.goHome();
    for (const list of lists) await actor.command(list);
    // oxlint-enable no-await-in-loop
  }
  stage.screens.look();
  const words = Object.keys(readers);
  const seen = Object.fromEntries(words.map((word) => [word, stage.screens.whoSaw(word)]));
  const may = Object.entries(readers).map(([word, names]) => [word, names.toSorted((a, b) => a.localeCompare(b))]);
  expect(seen).toEqual(Object.fromEntries(may));
  const accounts = parties.map((name) => stage.person(name).id);
  expect(await strayWords(stage, [...words, ...parties, ...accounts])).toEqual([]);
}
