import type { Claim } from "../effect.ts";
import type { House } from "../house.ts";
import type { PlatformName } from "../person.ts";
import type { Platform } from "../platform.ts";

/**
 * The platform of that name as a row of the outbox uses it: for what nobody waits for in the way that leaves something to whoever does.
 * Undefined where Redress is not connected to it.
 */
export function platformFor(
  house: House,
  name: PlatformName,
  { isAwaited }: Pick<Claim, "isAwaited">,
): Platform | undefined {
  const found = house.platforms().find((platform) => platform.name === name);
  return isAwaited ? found : (found?.inBackground ?? found);
}
