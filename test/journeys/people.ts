import { readFileSync } from "node:fs";

import { loadRoster } from "../../src/rulebook/loadRoster.ts";
import type { RosterPerson } from "../../src/rulebook/loadRoster.ts";
import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { ChapterPerson } from "../../src/sandbox/localChapter.ts";

export const rulebookText = readFileSync("src/rulebooks/kth.yaml", "utf8");

function readRulebook(): Rulebook {
  const loaded = loadRulebook(rulebookText);
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.complaints));
  return loaded.rulebook;
}

/** The rulebook of the chapter at KTH. */
export const kth = readRulebook();

function readRoster(): readonly RosterPerson[] {
  const loaded = loadRoster(readFileSync("src/rulebooks/kth.roster.yaml", "utf8"), kth);
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.complaints));
  return loaded.people;
}

/** Who holds which office in the sample chapter. */
export const officials = readRoster();

const member = (name: string, number: number, locale = "en"): ChapterPerson => ({
  name,
  discord: `1000000000000001${number}`,
  slack: `U000001${number}`,
  locale,
});

/** Members without an office, and the owner of server and workspace. */
export const members: readonly ChapterPerson[] = [
  member("Mona Wik", 41),
  member("Nils Orrby", 42),
  member("Lo Ström", 43, "sv"),
];
export const owner = member("Owen Root", 99);

export const everybody: readonly ChapterPerson[] = [
  ...officials.map(({ name, discord = "", slack = "", locale }) => ({ name, discord, slack, locale })),
  ...members,
];
