import type { Blocked } from "../../domain/why/unblock.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { CaseRef, Facts } from "../actOnCase.ts";
import { readCase, factsOf } from "../actOnCase.ts";
import type { House, Caller } from "../house.ts";
import { findPerson } from "../house.ts";
import { keepAttempt } from "../keepReading.ts";
import type { Account } from "../person.ts";

/** What is answered to somebody who may know of no such case; that they asked is kept. */
export async function nothingToRead(house: House, caller: Account, ref: CaseRef): Promise<Blocked> {
  await keepAttempt(house, caller, ref);
  return nothingHere;
}

export async function readFacts(house: House, ref: CaseRef, caller: Caller): Promise<Facts | undefined> {
  const person = await findPerson(house, caller);
  const stored = await readCase(house, ref);
  return stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
}

/** The cases in which somebody is named, each as far as this person may know of it; newest first. */
export async function factsOfNamed(house: House, caller: Caller): Promise<readonly Facts[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const summaries = await house.store.casesOfParty(person);
  const files = await Promise.all(summaries.map(({ id }) => house.store.caseById(id)));
  return files.flatMap((stored) => (stored === undefined ? [] : (factsOf(house, stored, person) ?? [])));
}
