import type { Temporal } from "temporal-polyfill";

import type { OfficeId } from "../../domain/identity.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, AccountRef } from "../person.ts";
import { seatPerson } from "./offices.ts";
import type { Seated, SeatingFault } from "./offices.ts";

/** The offices that somebody gives to others, because they hold the office that names them. */
export async function officesToName(house: House, caller: AccountRef): Promise<readonly OfficeId[]> {
  const { rulebook, roster } = house;
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  return Object.entries(rulebook.offices).flatMap(([office, { named_by: by }]) =>
    by !== undefined && roster[by]?.includes(person) === true ? [office] : [],
  );
}

/** Whom somebody names, to which office, and until which last day. */
export interface Naming {
  readonly office: OfficeId;
  readonly account: Account;
  readonly until: Temporal.PlainDate;
}

/**
 * Gives somebody an office from today on, by whoever names its holders; nobody names themselves. To anybody else it is answered as if there
 * were no such thing.
 * @param most how many may read reports
 */
export async function nameToOffice(
  house: House,
  caller: Account,
  { office, account, until }: Naming,
  delivery: string,
  most: number,
): Promise<Seated | SeatingFault | Blocked> {
  const may = await officesToName(house, caller);
  const isOwn = account.platform === caller.platform && account.id === caller.id;
  if (!may.includes(office) || isOwn) return nothingHere;
  return seatPerson(house, caller, { office, account, name: undefined, from: undefined, until }, delivery, most);
}
