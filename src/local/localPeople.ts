import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { ChapterPerson } from "../sandbox/localChapter.ts";

/** Who is there besides those who hold an office. */
export interface LocalPeople {
  /** Members without an office, to try things out as. */
  readonly members: readonly ChapterPerson[];
  /** Owns the Discord server and the Slack workspace. */
  readonly owner: ChapterPerson;
}

const members: readonly ChapterPerson[] = [
  { name: "Mona Wik", discord: "100000000000000141", slack: "U00000141", locale: "en" },
  { name: "Nils Orrby", discord: "100000000000000142", slack: "U00000142", locale: "en" },
  { name: "Lo Ström", discord: "100000000000000143", slack: "U00000143", locale: "sv" },
];
const owner: ChapterPerson = { name: "Owen Root", discord: "100000000000000199", slack: "U00000199", locale: "en" };

/** The same people beside every roster; an account that somebody in the roster has gives way to one that nobody has. */
export function localPeople(roster: readonly RosterPerson[]): LocalPeople {
  const taken = new Set(roster.flatMap(({ discord = "", slack = "" }) => [discord, slack]));
  const beside = (person: ChapterPerson): ChapterPerson => ({
    ...person,
    discord: freeAccount(person.discord, taken),
    slack: freeAccount(person.slack, taken),
  });
  return { members: members.map(beside), owner: beside(owner) };
}

const freeAccount = (account: string, taken: ReadonlySet<string>): string =>
  taken.has(account) ? freeAccount(`${account}1`, taken) : account;
