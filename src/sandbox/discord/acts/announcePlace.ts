import { drawChannelForBot, drawThread } from "../draw/drawPlace.ts";
import { intent } from "../numbers.ts";
import type { Json } from "../wire/json.ts";
import { maySee } from "../world/maySee.ts";
import type { Channel, Thread } from "../world/place.ts";
import type { World } from "../world/world.ts";

/** Tells the bot of a channel. */
export function announceChannel(
  world: World,
  name: "CHANNEL_CREATE" | "CHANNEL_UPDATE" | "CHANNEL_DELETE",
  channel: Channel,
): void {
  world.announce({ name, intent: intent.guilds, data: () => drawChannelForBot(world, channel) });
  world.changed();
}

/** Tells the bot of a thread, if it may see it: the gateway is silent about others (topics/threads, "Permissions"). */
export function announceThread(
  world: World,
  name: "THREAD_CREATE" | "THREAD_UPDATE",
  thread: Thread,
  more: Json = {},
): void {
  world.changed();
  if (!maySee(world, world.application.id, thread)) return;
  world.announce({ name, intent: intent.guilds, data: () => ({ ...drawThread(world, thread), ...more }) });
}
