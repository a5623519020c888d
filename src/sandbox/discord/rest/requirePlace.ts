import { permission } from "../numbers.ts";
import { refusal } from "../refusal.ts";
import { maySee, mayWrite } from "../world/maySee.ts";
import { guildPermissions, mayAt } from "../world/permissions.ts";
import type { Channel, Place, Thread } from "../world/place.ts";
import type { World } from "../world/world.ts";

/**
 * The place of that id, if the bot may look into it.
 * @throws DiscordRefusal 10003 or 50001
 */
export function requirePlace(world: World, id: string | undefined): Place {
  const place = world.places.get(id ?? "");
  if (place === undefined) throw refusal("unknownChannel");
  if (!maySee(world, world.application.id, place)) throw refusal("missingAccess");
  return place;
}

/** The same for a thread. @throws DiscordRefusal 50024 for any other place */
export function requireThread(world: World, id: string | undefined): Thread {
  const place = requirePlace(world, id);
  if (place.kind !== "thread") throw refusal("wrongChannelType");
  return place;
}

/** The same for a channel of the guild. @throws DiscordRefusal 50024 for any other place */
export function requireChannel(world: World, id: string | undefined): Channel {
  const place = requirePlace(world, id);
  if (place.kind !== "channel") throw refusal("wrongChannelType");
  return place;
}

/** @throws DiscordRefusal 10004 for any guild but the one the bot is in */
export function requireGuild(world: World, id: string | undefined): void {
  if (id !== world.guild.id || !world.members.has(world.application.id)) throw refusal("unknownGuild");
}

/** @throws DiscordRefusal 50013 unless the bot holds this permission at the place */
export function requirePermission(world: World, place: Place, needed: bigint): void {
  if (!mayAt(world, world.application.id, place, needed)) throw refusal("missingPermissions");
}

/** @throws DiscordRefusal 50013 unless the bot holds this permission in the guild */
export function requireGuildPermission(world: World, needed: bigint): void {
  if ((guildPermissions(world, world.application.id) & needed) !== needed) throw refusal("missingPermissions");
}

/**
 * That the bot may write at a place.
 * @throws DiscordRefusal 50013, 160005 in a locked thread, 50278 or 50007 where a person cannot be written to
 */
export function requireWritable(world: World, place: Place): void {
  const botId = world.application.id;
  if (place.kind === "direct") {
    if (!world.members.has(place.personId)) throw refusal("noSharedGuild");
    if (world.accounts.get(place.personId)?.takesDirectMessages !== true) throw refusal("directClosed");
    return;
  }
  if (!mayWrite(world, botId, place)) throw refusal("missingPermissions");
  if (place.kind === "thread" && place.locked && !mayAt(world, botId, place, permission.manageThreads))
    throw refusal(place.archived ? "threadArchived" : "threadLocked");
}
