import { drawThread, drawThreadMember } from "../draw/drawPlace.ts";
import { intent } from "../numbers.ts";
import { maySee } from "../world/maySee.ts";
import type { Channel, Place, Thread } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { announceChannel } from "./announcePlace.ts";

/** Puts a new channel into the guild. */
export function addChannel(world: World, channel: Channel): void {
  world.places.set(channel.id, channel);
  announceChannel(world, "CHANNEL_CREATE", channel);
}

/** Changes a channel. A bot that thereby gains access is told of the active threads in it (events/gateway-events, "Thread List Sync"). */
export function changeChannel(world: World, channel: Channel, changes: Partial<Channel>): Channel {
  const botId = world.application.id;
  const sawBefore = maySee(world, botId, channel);
  const changed: Channel = { ...channel, ...changes };
  world.places.set(channel.id, changed);
  announceChannel(world, "CHANNEL_UPDATE", changed);
  if (!sawBefore && maySee(world, botId, changed)) announceThreadList(world, changed);
  return changed;
}

function announceThreadList(world: World, channel: Channel): void {
  const threads = threadsUnder(world, channel.id).filter(
    (thread) => !thread.archived && maySee(world, world.application.id, thread),
  );
  world.announce({
    name: "THREAD_LIST_SYNC",
    intent: intent.guilds,
    data: () => ({
      guild_id: world.guild.id,
      channel_ids: [channel.id],
      threads: threads.map((thread) => drawThread(world, thread)),
      members: threads.flatMap((thread) => drawThreadMember(thread, world.application.id) ?? []),
    }),
  });
}

/** Removes a channel with everything in it; the gateway tells of the channel only. */
export function deleteChannel(world: World, channel: Channel): void {
  for (const thread of threadsUnder(world, channel.id)) forget(world, thread);
  for (const place of world.places.values()) {
    // Channels outlive their category and move to the top (resources/channel, "Delete/Close Channel").
    if (place.kind === "channel" && place.parentId === channel.id) changeChannel(world, place, { parentId: null });
  }
  forget(world, channel);
  announceChannel(world, "CHANNEL_DELETE", channel);
}

/** Takes a place out of the world with its messages. */
export function forget(world: World, place: Place): void {
  world.places.delete(place.id);
  world.messages.removePlace(place.id);
}

/** The threads of a channel, archived ones included. */
function threadsUnder(world: World, channelId: string): readonly Thread[] {
  return [...world.places.values()].filter((place) => place.kind === "thread").filter((t) => t.parentId === channelId);
}
