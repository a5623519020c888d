import type { PersonId } from "../domain/identity.ts";
import { nameOf } from "./house.ts";
import type { House } from "./house.ts";

/** What somebody is called, in office or not; "?" for somebody who is not known any more. */
export async function personName(house: House, person: PersonId): Promise<string> {
  const known = nameOf(house, person);
  return known === "?" ? ((await house.store.person(person))?.name ?? "?") : known;
}
