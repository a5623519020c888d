import type { Claim } from "../effect.ts";
import { reachableAccounts } from "../house.ts";
import type { House } from "../house.ts";
import type { Message } from "../message.ts";
import type { Person } from "../person.ts";
import { platformFor } from "./platformFor.ts";
import type { Later } from "./syncRoom.ts";

/**
 * Sends somebody a direct message on the first of their accounts that can be reached.
 * @param key names the message for all time
 * @param first the platform that is tried first
 * @returns "unreachable" where no account can be; why it has to be tried again later, where a platform cannot say
 */
export async function tellPerson(
  house: House,
  person: Person,
  key: string,
  message: Message,
  claim: Claim,
  first = "",
): Promise<"told" | "unreachable" | Later> {
  for (const account of reachableAccounts(house, person, first)) {
    const platform = platformFor(house, account.platform, claim);
    // oxlint-disable-next-line no-await-in-loop -- the next account is tried only when this one cannot be reached
    const sent = await platform?.direct({ account, key, message, again: claim.attempt > 1 });
    if (sent?.kind === "done") return "told";
    if (sent?.kind === "later") return sent;
  }
  return "unreachable";
}
