import type { PlatformName } from "../../application/person.ts";
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

/** Which offices play which part. */
export interface Parts {
  /** Whom the report is about: the office, or a member without one when left out. */
  readonly respondent?: string;
  /** Those who receive the report; nobody of them votes. */
  readonly officers: readonly string[];
  readonly chair: readonly string[];
  /** The others who vote. */
  readonly board: readonly string[];
  /** How many of them vote before the chair does, so that one more makes the quorum. */
  readonly voters: number;
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
export function castOf({ roster, members, platform, locale, aside }: Company, parts: Parts): Cast | undefined {
  const here = <Person extends RosterPerson | ChapterPerson>(people: readonly Person[]) =>
    people
      .filter((person) => (person[platform] ?? "") !== "")
      .toSorted((a, b) => Number(b.locale === locale) - Number(a.locale === locale));
  const holdersOf = (offices: readonly string[]): readonly CastPerson[] =>
    offices.flatMap((office) =>
      here(roster.filter((person) => person.offices.includes(office))).map((person) => ({
        name: person.name,
        office,
        account: person[platform] ?? "",
      })),
    );
  const withoutOffice = here(members).map((person): CastPerson => ({
    name: person.name,
    office: undefined,
    account: person[platform],
  }));
  const stay = (people: readonly CastPerson[]) => people.filter(({ account }) => !aside.includes(account));

  const receivers = holdersOf(parts.officers);
  const [conflicted, ...others] = holdersOf(parts.board).filter(
    ({ account }) => !receivers.some((receiver) => receiver.account === account),
  );
  const [member, another] = withoutOffice;
  const respondent = parts.respondent === undefined ? another : holdersOf([parts.respondent])[0];
  const [officer, second] = stay(receivers);
  const [chair] = stay(holdersOf(parts.chair));
  const voters = stay(others).slice(0, parts.voters);
  const [voter] = voters;
  const fifth = stay(others)[parts.voters];
  if (member === undefined || respondent === undefined || officer === undefined || second === undefined)
    return undefined;
  if (chair === undefined || conflicted === undefined || voter === undefined || fifth === undefined) return undefined;
  return { member, respondent, officer, second, chair, conflicted, voter, fifth, voters };
}
