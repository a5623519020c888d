import type { World } from "../world/world.ts";
import { type Refusal, refuse } from "./webMethod.ts";

/**
 * Why a channel cannot bear this name, or nothing when it can. Archived channels keep their names; so do private ones nobody sees.
 * @see https://docs.slack.dev/reference/methods/conversations.create
 */
export function findNameRefusal(name: string, world: World): Refusal | undefined {
  if (name === "") return refuse("invalid_name_required");
  if (name.length > 80) return refuse("invalid_name_maxlength");
  if (name !== name.toLowerCase() || !/^[\p{L}\p{M}\p{N}_-]+$/u.test(name)) return refuse("invalid_name_specials");
  if (/^[_-]+$/.test(name)) return refuse("invalid_name_punctuation");
  const isTaken = [...world.channels.values()].some((channel) => channel.kind !== "im" && channel.name === name);
  return isTaken ? refuse("name_taken") : undefined;
}
