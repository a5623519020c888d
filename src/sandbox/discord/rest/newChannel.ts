import { channelType } from "../numbers.ts";
import { invalidForm, refusal } from "../refusal.ts";
import type { ChannelBody } from "../wire/channel.ts";
import type { Channel } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { readOverwrites } from "./readOverwrites.ts";

/**
 * A channel as the bot asks for it, not yet in the guild.
 * @throws DiscordRefusal 30013 in a full guild, 50035 in a full category, 50013 for overwrites of what the bot does not hold
 */
export function newChannel(world: World, body: ChannelBody): Channel {
  const channels = [...world.places.values()].filter((place) => place.kind === "channel");
  if (channels.length >= world.limits.channels) throw refusal("tooManyChannels");
  const type = body.type ?? channelType.text;
  const parentId = body.parent_id ?? null;
  requireRoomUnder(world, parentId);
  return {
    kind: "channel",
    id: world.nextId(),
    type,
    name: channelName(type, body.name ?? ""),
    topic: body.topic ?? null,
    parentId,
    position: body.position ?? channels.length,
    nsfw: body.nsfw ?? false,
    slowmode: body.rate_limit_per_user ?? 0,
    overwrites: readOverwrites(world, body.permission_overwrites ?? []),
  };
}

/** Text channels are lower case and without spaces, whatever was asked for. */
export function channelName(type: number, name: string): string {
  return type === channelType.text ? name.toLowerCase().trim().replaceAll(/\s+/g, "-") : name;
}

/** @throws DiscordRefusal 50035 where the category is none, or full */
export function requireRoomUnder(world: World, parentId: string | null): void {
  if (parentId === null) return;
  const parent = world.places.get(parentId);
  if (parent?.kind !== "channel" || parent.type !== channelType.category)
    throw badParent("CHANNEL_PARENT_INVALID_TYPE", "Not a category");
  let under = 0;
  for (const place of world.places.values()) if (place.kind === "channel" && place.parentId === parentId) under += 1;
  if (under >= world.limits.channelsPerCategory)
    throw badParent("CHANNEL_PARENT_MAX_CHANNELS", "Maximum number of channels in category reached (50)");
}

const badParent = (code: string, message: string) => invalidForm([{ path: ["parent_id"], code, message }]);
