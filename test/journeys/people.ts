import { readFileSync } from "node:fs";

import { loadRoster } from "../../src/rulebook/loadRoster.ts";
import type { RosterPerson } from "../../src/rulebook/loadRoster.ts";
import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { AccessRules } from "../../src/rulebook/schema/access.ts";
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

const withMembers = (listed: readonly RosterPerson[]): readonly ChapterPerson[] => [
  ...listed.map(({ name, discord = "", slack = "", locale }) => ({ name, discord, slack, locale })),
  ...members,
];

export const everybody: readonly ChapterPerson[] = withMembers(officials);

/** An organisation with its rules, those who hold its offices, and some members. */
export interface Organisation {
  readonly rulebookText: string;
  readonly timezone: string;
  readonly officials: readonly RosterPerson[];
  readonly everybody: readonly ChapterPerson[];
  /** Which roles and channels sanctions keep somebody from; none when left out. */
  readonly access?: AccessRules;
}

/** The student chapter at KTH. */
export const chapter: Organisation = { rulebookText, timezone: kth.organisation.timezone, officials, everybody };

/**
 * One of the organisations whose rulebooks are shipped, with its made-up office holders.
 * @param name of its rulebook, such as "asec"
 * @param rewrite writes some of the rulebook's text otherwise
 */
export function organisationOf(name: string, rewrite = (text: string) => text): Organisation {
  const text = rewrite(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
  const loaded = loadRulebook(text);
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.complaints));
  const roster = loadRoster(readFileSync(`src/rulebooks/${name}.roster.yaml`, "utf8"), loaded.rulebook);
  if (roster.kind === "refused") throw new Error(JSON.stringify(roster.complaints));
  return {
    rulebookText: text,
    timezone: loaded.rulebook.organisation.timezone,
    officials: roster.people,
    everybody: withMembers(roster.people),
  };
}
