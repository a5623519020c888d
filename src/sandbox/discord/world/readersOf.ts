import { permission } from "../numbers.ts";
import { maySee } from "./maySee.ts";
import { guildPermissions, permissionsAt } from "./permissions.ts";
import type { Place } from "./place.ts";
import type { World } from "./world.ts";

/** Somebody who can read a place, and by what. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly why: "recipient" | "thread member" | "owner" | "administrator" | "Manage Threads" | "channel permissions";
}

/** Everybody who can read a place; the bot itself is left out. Throws for a place that does not exist. */
export function readersOf(world: World, placeId: string): readonly Reader[] {
  const place = world.places.get(placeId);
  if (place === undefined) throw new Error(`There is no place ${placeId}.`);
  return [...world.accounts.values()]
    .filter(({ id, isBot }) => !isBot && maySee(world, id, place))
    .map(({ id, name }) => ({ id, name, why: whyReads(world, id, place) }));
}

function whyReads(world: World, userId: string, place: Place): Reader["why"] {
  if (place.kind === "direct") return "recipient";
  if (place.kind === "thread" && place.isPrivate && place.members.has(userId)) return "thread member";
  if (world.guild.ownerId === userId) return "owner";
  if ((guildPermissions(world, userId) & permission.administrator) !== 0n) return "administrator";
  const manages = (permissionsAt(world, userId, place) & permission.manageThreads) !== 0n;
  return place.kind === "thread" && place.isPrivate && manages ? "Manage Threads" : "channel permissions";
}
