import { drawRole } from "../draw/drawRole.ts";
import { intent } from "../numbers.ts";
import type { Role } from "../world/guild.ts";
import type { World } from "../world/world.ts";

/** Changes a role of the guild. */
export function changeRole(world: World, id: string, changes: Partial<Omit<Role, "id">>): void {
  const role = world.roles.get(id);
  if (role === undefined) throw new Error(`The guild has no role ${id}.`);
  const changed = { ...role, ...changes };
  world.roles.set(id, changed);
  const drawn = { guild_id: world.guild.id, role: drawRole(changed, world.application.id) };
  world.announce({ name: "GUILD_ROLE_UPDATE", intent: intent.guilds, data: () => drawn });
  world.changed();
}

/** Deletes a role: nobody has it any more, and no channel says anything of it. */
export function deleteRole(world: World, id: string): void {
  if (!world.roles.delete(id)) throw new Error(`The guild has no role ${id}.`);
  for (const member of world.members.values())
    if (member.roles.includes(id))
      world.members.set(member.id, { ...member, roles: member.roles.filter((role) => role !== id) });
  for (const place of world.places.values())
    if (place.kind === "channel")
      world.places.set(place.id, { ...place, overwrites: place.overwrites.filter((each) => each.id !== id) });
  world.announce({
    name: "GUILD_ROLE_DELETE",
    intent: intent.guilds,
    data: () => ({ guild_id: world.guild.id, role_id: id }),
  });
  world.changed();
}
