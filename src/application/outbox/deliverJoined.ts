import type { Claim, Effect } from "../effect.ts";
import type { House } from "../house.ts";
import type { Outcome } from "./syncRoom.ts";
import { tellPerson } from "./tellPerson.ts";

type Told = Extract<Effect, { kind: "joined" }>;

/** Tells somebody, on each platform, that their accounts were joined. */
export async function deliverJoined(house: House, effect: Told, claim: Claim): Promise<Outcome> {
  const person = await house.store.person(effect.person);
  if (person === undefined) return { kind: "done" };
  const view = { accounts: person.accounts.map(({ platform, name }) => ({ platform, name })) };
  const key = `joined:${effect.joining}:${effect.platform}`;
  const told = await tellPerson(house, person, key, { kind: "joined", view }, claim, effect.platform);
  if (told !== "told" && told !== "unreachable") return told;
  if (told === "unreachable") house.log.warn("somebody was not told that accounts were joined");
  return { kind: "done" };
}
