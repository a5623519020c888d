import type { PersonId } from "../domain/identity.ts";
import type { Blocked, Unblock, Who } from "../domain/why/unblock.ts";
import { nameOf } from "./house.ts";
import type { House } from "./house.ts";

/** A refusal as it is shown: people by what they are called, in the place of their ids. */
export function inNames(house: House, blocked: Blocked): Blocked {
  const named = (people: readonly PersonId[]) => people.map((person) => nameOf(house, person));
  const unblock = blocked.unblock.map((each) => withNames(each, named));
  if (blocked.refused === "already-taken" || blocked.refused === "chosen-decides")
    return { ...blocked, by: nameOf(house, blocked.by), unblock };
  return { ...blocked, unblock };
}

function withNames(unblock: Unblock, named: (people: readonly PersonId[]) => readonly string[]): Unblock {
  if ("who" in unblock) return { ...unblock, who: whoNamed(unblock.who, named) };
  return unblock.kind === "come" ? { ...unblock, people: named(unblock.people) } : unblock;
}

function whoNamed(who: Who, named: (people: readonly PersonId[]) => readonly string[]): Who {
  return who.kind === "people" ? { ...who, people: named(who.people) } : who;
}
