import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PartyEntry } from "../case/party.ts";
import type { PartyId } from "../identity.ts";
import type { Mask } from "./masked.ts";

/** A party of a case by name, and the classes that they are known to be of. */
export interface NamedParty extends Pick<PartyEntry, "party" | "role"> {
  readonly name: string;
  readonly classes: readonly string[];
}

/** The names that stand in place of those of people whom the rulebook protects, by party. */
export type ProtectedNames = readonly (Mask & { readonly party: PartyId })[];

/**
 * The parties of a kind that the rulebook protects: "Person 1", "Person 2" in the order of the file. Whoever is affected and of no kind that
 * is known is taken to be: a name that was said once cannot be taken back.
 */
export function protectedIn({ people }: Pick<Rulebook, "people">, parties: readonly NamedParty[]): ProtectedNames {
  const kinds = Object.entries(people.classes).flatMap(([id, { pseudonym }]) => (pseudonym === true ? [id] : []));
  if (kinds.length === 0) return [];
  const isProtected = ({ role, classes }: NamedParty) =>
    classes.some((each) => kinds.includes(each)) || (role === "affected" && classes.length === 0);
  return parties.filter(isProtected).map(({ party, name }, i) => ({ party, name, pseudonym: `Person ${i + 1}` }));
}
