import { setRoles } from "../../acts/changeMember.ts";
import { permission } from "../../numbers.ts";
import { refusal } from "../../refusal.ts";
import type { Member } from "../../world/guild.ts";
import type { World } from "../../world/world.ts";
import { requireGuild, requireGuildPermission } from "../requirePlace.ts";
import { done, type Answer, type Call, type Route } from "../route.ts";

/** Giving a role to a member and taking it away (resources/guild, "Add Guild Member Role"). Both may be asked for again. */
export const memberRoleRoutes: readonly Route[] = [
  {
    name: "PUT /guilds/:id/members/:id/roles/:id",
    handle: (world, call) => changed(world, call, (roles, id) => [...roles.filter((each) => each !== id), id]),
  },
  {
    name: "DELETE /guilds/:id/members/:id/roles/:id",
    handle: (world, call) => changed(world, call, (roles, id) => roles.filter((each) => each !== id)),
  },
];

function changed(
  world: World,
  { ids: [guildId, userId = "", roleId = ""] }: Call,
  change: (roles: readonly string[], id: string) => readonly string[],
): Answer {
  requireGuild(world, guildId);
  const member = world.members.get(userId);
  if (member === undefined) throw refusal(world.accounts.has(userId) ? "unknownMember" : "unknownUser");
  requireManageable(world, roleId);
  const roles = change(member.roles, roleId);
  if (!isSame(roles, member.roles)) setRoles(world, userId, roles);
  return done;
}

/**
 * That the bot may give and take this role: it holds Manage Roles, and its own highest role stands above (topics/permissions, "Permission
 * Hierarchy"). Whose role it is does not matter: also the owner's can be taken.
 * @throws DiscordRefusal 10011, 50028 for @everyone, 50013
 */
function requireManageable(world: World, roleId: string): void {
  const role = world.roles.get(roleId);
  if (role === undefined) throw refusal("unknownRole");
  if (roleId === world.guild.id) throw refusal("invalidRole");
  requireGuildPermission(world, permission.manageRoles);
  if (role.managed || role.position >= highestOf(world, world.members.get(world.application.id)))
    throw refusal("missingPermissions");
}

function highestOf(world: World, member: Member | undefined): number {
  return Math.max(0, ...(member?.roles ?? []).map((id) => world.roles.get(id)?.position ?? 0));
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((each) => others.includes(each));
