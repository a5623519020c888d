import type { PersonId } from "../../domain/identity.ts";
import { isNamed } from "../../domain/parties/findNames.ts";
import type { Author } from "../acts/reportAuthor.ts";
import type { House } from "../house.ts";
import { ensurePerson, nameOf } from "../house.ts";
import type { Identity } from "../person.ts";
import type { ReportAnswers } from "./reportAnswers.ts";

export interface Reader {
  readonly person: PersonId;
  readonly name: string;
}

/** The people it is about, as far as they are known: of a report about oneself its author. */
export async function respondentsIn(
  house: House,
  author: Author,
  answers: ReportAnswers,
): Promise<readonly PersonId[]> {
  if (answers.relation !== "self") return peopleAbout(house, answers);
  return author.person === undefined ? [] : [author.person];
}

export async function peopleAbout(house: House, answers: ReportAnswers): Promise<readonly PersonId[]> {
  const people = await Promise.all(answers.about.map((account) => ensurePerson(house, account)));
  return [...new Set(answers.aboutReceiver === undefined ? people : [...people, answers.aboutReceiver])];
}

/**
 * Those in office whose name stands among those it is about, in words or as the name of an account that nobody has connected with them.
 * They may be somebody else of that name; the report passes them by all the same, whether they would read it or decide on it.
 */
export function namesakes(house: House, { about, aboutOthers }: ReportAnswers): readonly PersonId[] {
  return peopleNamed(house, [aboutOthers, ...about.map((account) => account.name)]);
}

/** Those on the author's side, as far as they are known: none of them reads it as an officer. */
export function peopleNamedIn(house: House, identities: readonly Identity[]): readonly PersonId[] {
  return identities.flatMap(({ person, name }) => (person === undefined ? peopleNamed(house, [name]) : [person]));
}

/** To whom it happened; undefined where that was not said, or it is somebody who is a party already. */
export async function readAffected(
  house: House,
  { affected, relation }: ReportAnswers,
  parties: readonly (PersonId | undefined)[],
): Promise<Identity | undefined> {
  if (affected === undefined || relation === "self" || relation === "affected") return undefined;
  const person = affected.account === undefined ? undefined : await ensurePerson(house, affected.account);
  if (person !== undefined && parties.includes(person)) return undefined;
  const name = (person === undefined ? undefined : house.people.get(person)?.name) ?? affected.name;
  return { party: house.chance.id(), role: "affected", person, name };
}

/** Those of the roster whose name stands in one of these texts. */
export function peopleNamed(house: House, texts: readonly string[]): readonly PersonId[] {
  return [...house.people.keys()].filter((person) => texts.some((text) => isNamed(text, nameOf(house, person))));
}

export function identitiesOf(
  house: House,
  { person, name }: Author,
  about: readonly PersonId[],
  names: ReadonlyMap<PersonId | undefined, string>,
  others: string,
): readonly Identity[] {
  const respondents = about.map((each): Identity => ({
    party: house.chance.id(),
    role: "respondent",
    person: each,
    name: house.people.get(each)?.name ?? names.get(each) ?? "?",
  }));
  const named: readonly Identity[] =
    others.trim() === ""
      ? []
      : [{ party: house.chance.id(), role: "respondent", person: undefined, name: others.trim() }];
  return [{ party: house.chance.id(), role: "complainant", person, name }, ...respondents, ...named];
}

export function readersOf(house: House, people: readonly PersonId[]): readonly Reader[] {
  return people.map((person) => ({ person, name: nameOf(house, person) }));
}
