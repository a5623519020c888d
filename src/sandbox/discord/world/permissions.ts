import { everyPermission, permission } from "../numbers.ts";
import type { Channel, Place, Thread } from "./place.ts";
import type { World } from "./world.ts";

/**
 * What a member may do in the guild, before the overwrites of any channel.
 * @returns no permission at all for somebody who is not a member
 */
export function guildPermissions(world: World, userId: string): bigint {
  const member = world.members.get(userId);
  if (member === undefined) return 0n;
  if (world.guild.ownerId === userId) return everyPermission;
  let held = world.roles.get(world.guild.id)?.permissions ?? 0n;
  for (const id of member.roles) held |= world.roles.get(id)?.permissions ?? 0n;
  return (held & permission.administrator) === 0n ? held : everyPermission;
}

/**
 * What a user may do at a place; a thread takes its permissions from its channel (topics/permissions, "Permission Overwrites").
 * Someone who may not view the channel may do nothing there.
 */
export function permissionsAt(world: World, userId: string, place: Channel | Thread): bigint {
  const held = guildPermissions(world, userId);
  if (held === everyPermission || held === 0n) return held;
  const channel = place.kind === "thread" ? world.places.get(place.parentId) : place;
  if (channel?.kind !== "channel") return 0n;
  const overwritten = applyOverwrites(world, held, userId, channel);
  return (overwritten & permission.viewChannel) === 0n ? 0n : overwritten;
}

function applyOverwrites(world: World, held: bigint, userId: string, channel: Channel): bigint {
  if (channel.overwrites.length === 0) return held;
  const roles = world.members.get(userId)?.roles ?? [];
  const everyone = channel.overwrites.find(({ id }) => id === world.guild.id);
  const own = channel.overwrites.find(({ id, type }) => type === 1 && id === userId);
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of channel.overwrites) {
    if (overwrite.type !== 0 || overwrite.id === world.guild.id || !roles.includes(overwrite.id)) continue;
    allow |= overwrite.allow;
    deny |= overwrite.deny;
  }
  const afterEveryone = (held & ~(everyone?.deny ?? 0n)) | (everyone?.allow ?? 0n);
  const afterRoles = (afterEveryone & ~deny) | allow;
  return (afterRoles & ~(own?.deny ?? 0n)) | (own?.allow ?? 0n);
}

/** Whether a user holds a permission at a place. In a direct conversation both sides hold what that takes. */
export function mayAt(world: World, userId: string, place: Place, needed: bigint): boolean {
  if (place.kind === "direct") return true;
  return (permissionsAt(world, userId, place) & needed) === needed;
}
