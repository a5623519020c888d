import type { Rulebook } from "../../rulebook/rulebook.ts";
import { factsOf, readCase } from "../actOnCase.ts";
import type { CaseRef } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../ports.ts";

/** The rulebook by which a case goes on, for somebody who stands to it; for anybody else the one in force. */
export async function rulebookFor(house: House, caller: AccountRef, ref: CaseRef): Promise<Rulebook> {
  if (house.versions.all().length === 1) return house.rulebook;
  const person = await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
  return facts?.rulebook ?? house.rulebook;
}

/** Every rulebook by which a case may go on. */
export function rulebooksOf(house: House): readonly Rulebook[] {
  return house.versions.all().map(({ rulebook }) => rulebook);
}
