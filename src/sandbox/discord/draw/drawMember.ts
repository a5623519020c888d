import type { Json } from "../wire/json.ts";
import type { Member } from "../world/guild.ts";
import type { World } from "../world/world.ts";
import { drawUserById } from "./drawUser.ts";
import { isoTime } from "./isoTime.ts";

/** A guild member object without its user (resources/guild, "Guild Member Structure"). */
export function drawPartialMember(member: Member): Json {
  return {
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    collectibles: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: isoTime(member.joinedAt),
    nick: null,
    pending: false,
    premium_since: null,
    roles: member.roles,
  };
}

/** A guild member object. */
export function drawMember(world: World, member: Member): Json {
  return { ...drawPartialMember(member), user: drawUserById(world, member.id), mute: false, deaf: false };
}
