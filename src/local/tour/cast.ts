import type { PlatformName } from "../../application/ports.ts";
import type { RosterPerson } from "../../rulebook/loadRoster.ts";
import type { ChapterPerson } from "../../sandbox/localChapter.ts";

/** Somebody with a part in the tour. */
export interface CastPerson {
  readonly name: string;
  /** As the rulebook names it; undefined for a member without one. */
  readonly office: string | undefined;
  /** The id of the account on the tour's platform. */
  readonly account: string;
}

const roles = ["member", "respondent", "officer", "second", "chair", "conflicted", "voter", "fifth"] as const;
export type Role = (typeof roles)[number];

export const isRole = (name: string): name is Role => roles.some((role) => role === name);

/** Who plays which part, and the members of the board who vote before the chair does. */
export interface Cast extends Readonly<Record<Role, CastPerson>> {
  readonly voters: readonly CastPerson[];
}

export interface Company {
  readonly roster: readonly RosterPerson[];
  readonly members: readonly ChapterPerson[];
  readonly platform: PlatformName;
  /** The language of the rooms: people who read it come first, so that everything that is pressed is in one language. */
  readonly locale: string;
  /** Accounts of those who stepped aside from the case, or whom the report passed by. */
  readonly aside: readonly string[];
}

/** Gives out the parts by office, in the order of the roster; undefined where somebody is missing. */
export function castOf({ roster, members, platform, locale, aside }: Company): Cast | undefined {
  const here = <Person extends RosterPerson | ChapterPerson>(people: readonly Person[]) =>
    people
      .filter((person) => (person[platform] ?? "") !== "")
      .toSorted((a, b) => Number(b.locale === locale) - Number(a.locale === locale));
  const holders = (office: string): readonly CastPerson[] =>
    here(roster.filter((person) => person.offices.includes(office))).map((person) => ({
      name: person.name,
      office,
      account: person[platform] ?? "",
    }));
  const withoutOffice = here(members).map((person): CastPerson => ({
    name: person.name,
    office: undefined,
    account: person[platform],
  }));
  const stay = (people: readonly CastPerson[]) => people.filter(({ account }) => !aside.includes(account));

  const [conflicted, ...others] = holders("board_member");
  const [member, respondent] = withoutOffice;
  const [officer, second] = stay(holders("safety_officer"));
  const [chair] = stay([...holders("president"), ...holders("vice_president")]);
  const [voter, ...more] = stay(others);
  const [next, third, fifth] = more;
  if (member === undefined || respondent === undefined || officer === undefined || second === undefined)
    return undefined;
  if (chair === undefined || conflicted === undefined || voter === undefined) return undefined;
  if (next === undefined || third === undefined || fifth === undefined) return undefined;
  return { member, respondent, officer, second, chair, conflicted, voter, fifth, voters: [voter, next, third] };
}
