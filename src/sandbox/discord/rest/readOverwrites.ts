import { permission } from "../numbers.ts";
import { refusal } from "../refusal.ts";
import type { OverwriteBody } from "../wire/channel.ts";
import { guildPermissions } from "../world/permissions.ts";
import type { Overwrite } from "../world/place.ts";
import type { World } from "../world/world.ts";

/**
 * Overwrites as the bot asks for them. It can allow and deny only what it holds itself, and who may manage roles only as administrator
 * (resources/guild, "Create Guild Channel").
 * @throws DiscordRefusal 50013
 */
export function readOverwrites(world: World, bodies: readonly OverwriteBody[]): readonly Overwrite[] {
  const held = guildPermissions(world, world.application.id);
  const isAdministrator = (held & permission.administrator) !== 0n;
  return bodies.map((body) => {
    const allow = BigInt(body.allow ?? 0);
    const deny = BigInt(body.deny ?? 0);
    const beyond = ((allow | deny) & ~held) !== 0n || ((allow | deny) & permission.manageRoles) !== 0n;
    if (beyond && !isAdministrator) throw refusal("missingPermissions");
    return { id: body.id, type: (body.type ?? (world.roles.has(body.id) ? 0 : 1)) === 0 ? 0 : 1, allow, deny };
  });
}
