import { channelObfuscated, channelType, permission } from "../numbers.ts";
import type { Json } from "../wire/json.ts";
import { maySee } from "../world/maySee.ts";
import type { Channel, Direct, Overwrite, Place, Thread } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { drawUserById } from "./drawUser.ts";
import { isoTime } from "./isoTime.ts";

const drawOverwrite = ({ id, type, allow, deny }: Overwrite): Json => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});

/** A guild channel object (resources/channel, "Channel Structure"). */
export function drawChannel(world: World, channel: Channel): Json {
  return {
    id: channel.id,
    type: channel.type,
    guild_id: world.guild.id,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parentId,
    permission_overwrites: channel.overwrites.map(drawOverwrite),
    nsfw: channel.nsfw,
    flags: 0,
    ...(channel.type === channelType.category
      ? {}
      : {
          topic: channel.topic,
          rate_limit_per_user: channel.slowmode,
          last_message_id: world.messages.last(channel.id),
          last_pin_timestamp: null,
        }),
  };
}

/**
 * A guild channel as the gateway tells the bot of it. Of a channel the bot may not view it gives away neither name, topic nor overwrites
 * (resources/channel, "Obfuscated Channels").
 */
export function drawChannelForBot(world: World, channel: Channel): Json {
  const drawn = drawChannel(world, channel);
  if (maySee(world, world.application.id, channel)) return drawn;
  return {
    ...drawn,
    name: "___hidden___",
    topic: null,
    last_message_id: null,
    permission_overwrites: [drawOverwrite({ id: world.guild.id, type: 0, allow: 0n, deny: permission.viewChannel })],
    flags: channelObfuscated,
  };
}

/** A thread member object (resources/channel, "Thread Member Structure"). */
export function drawThreadMember(thread: Thread, userId: string): Json | undefined {
  const joined = thread.members.get(userId);
  if (joined === undefined) return undefined;
  return { id: thread.id, user_id: userId, join_timestamp: isoTime(joined), flags: 1 };
}

/** A thread as a channel object, with the bot's own membership if it has one. */
export function drawThread(world: World, thread: Thread): Json {
  const member = drawThreadMember(thread, world.application.id);
  return {
    id: thread.id,
    type: thread.isPrivate ? channelType.privateThread : channelType.publicThread,
    guild_id: world.guild.id,
    parent_id: thread.parentId,
    owner_id: thread.ownerId,
    name: thread.name,
    flags: 0,
    rate_limit_per_user: thread.slowmode,
    last_message_id: world.messages.last(thread.id),
    last_pin_timestamp: null,
    message_count: thread.messageCount,
    total_message_sent: thread.totalSent,
    // Counted up to 50 only (topics/threads, "Thread Fields").
    member_count: Math.min(50, thread.members.size),
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: isoTime(thread.archiveChangedAt),
      auto_archive_duration: thread.archiveAfter,
      locked: thread.locked,
      create_timestamp: isoTime(thread.createdAt),
      ...(thread.isPrivate ? { invitable: thread.invitable } : {}),
    },
    ...(member === undefined ? {} : { member }),
  };
}

/** A direct conversation as a channel object. */
export function drawDirect(world: World, direct: Direct): Json {
  return {
    id: direct.id,
    type: channelType.direct,
    flags: 0,
    last_message_id: world.messages.last(direct.id),
    recipients: [drawUserById(world, direct.personId)],
  };
}

/** Any place as a channel object. */
export function drawPlace(world: World, place: Place): Json {
  switch (place.kind) {
    case "channel":
      return drawChannel(world, place);
    case "thread":
      return drawThread(world, place);
    case "direct":
      return drawDirect(world, place);
  }
}
