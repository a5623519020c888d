import type { Case, Notice } from "../domain/case/case.ts";
import { protectedIn } from "../domain/parties/protectedNames.ts";
import type { ProtectedNames } from "../domain/parties/protectedNames.ts";
import { handlersOf } from "../domain/parties/viewer.ts";
import { classesOf } from "../domain/roster.ts";
import type { StoredCase } from "./casePorts.ts";
import type { House } from "./house.ts";
import { namedPeople } from "./organisationParty.ts";

/** The names that stand in place of those of people whom the rulebook of a case protects. */
export function protectedNames(house: House, stored: StoredCase): ProtectedNames {
  const rulebook = house.rulebookOf(stored.rulebook);
  const parties = namedPeople(stored).map(({ party, role, name, person }) => ({
    party,
    role,
    name,
    classes: person === undefined ? [] : classesOf(rulebook, house.roster, person),
  }));
  return protectedIn(rulebook, parties);
}

/** Of whom a notice does not give the name: of nobody to those who handle the case, and to nobody of themselves. */
export function masksOfNotice(house: House, stored: StoredCase, current: Case, { to }: Notice): ProtectedNames {
  if (to.kind === "room" && to.purpose === "officers") return [];
  const handlers = to.kind === "person" ? handlersOf(house.rulebookOf(stored.rulebook), house.roster, current) : [];
  if (to.kind === "person" && handlers.includes(to.person)) return [];
  return protectedNames(house, stored).filter(({ party }) => to.kind !== "party" || to.party !== party);
}
