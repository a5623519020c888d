import { drawMember } from "../draw/drawMember.ts";
import { drawUserById } from "../draw/drawUser.ts";
import { intent } from "../numbers.ts";
import type { Account, Member } from "../world/guild.ts";
import type { World } from "../world/world.ts";

/** Gives an account its direct conversation with the bot and lets it into the guild. */
export function joinGuild(world: World, account: Account, roles: readonly string[]): void {
  world.accounts.set(account.id, world.accounts.get(account.id) ?? account);
  const member: Member = { id: account.id, roles, joinedAt: world.clock.now() };
  world.members.set(account.id, member);
  announceMember(world, "GUILD_MEMBER_ADD", member);
}

/** Takes somebody out of the guild; they fall out of every thread. */
export function leaveGuild(world: World, userId: string): void {
  if (!world.members.delete(userId)) throw new Error(`${userId} is not a member of the guild.`);
  for (const place of world.places.values()) {
    if (place.kind !== "thread" || !place.members.has(userId)) continue;
    world.places.set(place.id, { ...place, members: new Map([...place.members].filter(([id]) => id !== userId)) });
  }
  world.announce({
    name: "GUILD_MEMBER_REMOVE",
    intent: intent.guildMembers,
    data: () => ({ guild_id: world.guild.id, user: drawUserById(world, userId) }),
  });
  world.changed();
}

/** Gives a member exactly these roles. */
export function setRoles(world: World, userId: string, roles: readonly string[]): void {
  const member = world.members.get(userId);
  if (member === undefined) throw new Error(`${userId} is not a member of the guild.`);
  const unknown = roles.filter((id) => !world.roles.has(id));
  if (unknown.length > 0) throw new Error(`The guild has no role ${unknown.join(", ")}.`);
  const changed: Member = { ...member, roles };
  world.members.set(userId, changed);
  announceMember(world, "GUILD_MEMBER_UPDATE", changed);
}

function announceMember(world: World, name: string, member: Member): void {
  world.announce({
    name,
    // Of itself a bot hears without the intent (events/gateway, "List of Intents").
    intent: member.id === world.application.id && name === "GUILD_MEMBER_UPDATE" ? 0 : intent.guildMembers,
    data: () => ({ ...drawMember(world, member), guild_id: world.guild.id }),
  });
  world.changed();
}
