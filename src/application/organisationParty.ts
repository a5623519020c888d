import { foldCase } from "../domain/case/foldCase.ts";
import { organisationIn } from "../domain/parties/representative.ts";
import type { StoredCase } from "./casePorts.ts";
import type { Identity } from "./person.ts";

/** The organisation itself where it is a party of the case; the person is whoever represents it. */
export function organisationOf(stored: StoredCase): Identity | undefined {
  const party = organisationIn(foldCase(stored).parties);
  return party === undefined ? undefined : stored.identities.find((each) => each.party === party);
}

/** The names of the parties that are people: that of the organisation says nothing of anybody. */
export const namedPeople = (stored: StoredCase): readonly Identity[] => {
  const organisation = organisationOf(stored)?.party;
  return stored.identities.filter(({ party }) => party !== organisation);
};

/** On whom the sanctions of a case come: what the organisation has, whoever represents it has not. */
export function respondentsOf(stored: StoredCase): readonly Identity[] {
  const organisation = organisationOf(stored)?.party;
  return stored.identities
    .filter(({ role }) => role === "respondent")
    .map((each) => (each.party === organisation ? { ...each, person: undefined } : each));
}
