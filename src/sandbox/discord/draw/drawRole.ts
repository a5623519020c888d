import type { Json } from "../wire/json.ts";
import type { Role } from "../world/guild.ts";

/** A role object (topics/permissions, "Role Structure"). */
export function drawRole(role: Role, applicationId: string): Json {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position: role.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: role.managed,
    mentionable: false,
    flags: 0,
    ...(role.managed ? { tags: { bot_id: applicationId } } : {}),
  };
}
