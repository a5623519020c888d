import { permission } from "../numbers.ts";
import type { ChannelBody } from "../wire/channel.ts";
import type { Channel } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { channelName, requireRoomUnder } from "./newChannel.ts";
import { readOverwrites } from "./readOverwrites.ts";
import { requirePermission } from "./requirePlace.ts";

/**
 * What a PATCH asks to change of a channel; what it does not name stays.
 * @throws DiscordRefusal 50013 without Manage Channels, or for overwrites without Manage Roles; 50035 for a full category
 */
export function channelChanges(world: World, channel: Channel, body: ChannelBody): Partial<Channel> {
  requirePermission(world, channel, permission.manageChannels);
  if (body.permission_overwrites) requirePermission(world, channel, permission.manageRoles);
  if (body.parent_id && body.parent_id !== channel.parentId) requireRoomUnder(world, body.parent_id);
  return {
    ...(body.name ? { name: channelName(channel.type, body.name) } : {}),
    ...(body.topic === undefined ? {} : { topic: body.topic }),
    ...(body.position === undefined ? {} : { position: body.position ?? 0 }),
    ...(body.nsfw === undefined ? {} : { nsfw: body.nsfw ?? false }),
    ...(body.rate_limit_per_user === undefined ? {} : { slowmode: body.rate_limit_per_user ?? 0 }),
    ...(body.parent_id === undefined ? {} : { parentId: body.parent_id }),
    ...(body.permission_overwrites ? { overwrites: readOverwrites(world, body.permission_overwrites) } : {}),
  };
}
