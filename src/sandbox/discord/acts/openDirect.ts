import type { Direct } from "../world/place.ts";
import type { World } from "../world/world.ts";

/** The direct conversation of a person with the bot; made when there is none yet. */
export function openDirect(world: World, personId: string): Direct {
  for (const place of world.places.values()) if (place.kind === "direct" && place.personId === personId) return place;
  const direct: Direct = { kind: "direct", id: world.nextId(), personId };
  world.places.set(direct.id, direct);
  return direct;
}
