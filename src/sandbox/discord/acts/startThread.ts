import type { Thread } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { announceThread } from "./announcePlace.ts";
import { archiveWhenIdle, requireRoomForThread } from "./changeThread.ts";

/** What its maker decides about a new thread. */
export type NewThread = Pick<
  Thread,
  "name" | "isPrivate" | "parentId" | "ownerId" | "invitable" | "archiveAfter" | "slowmode"
>;

/**
 * Starts a thread with its maker in it.
 * @param id the id of the message it starts from; a new one when left out
 * @throws DiscordRefusal 160006 when the guild has as many active threads as it may
 */
export function startThread(world: World, asked: NewThread, id = world.nextId()): Thread {
  requireRoomForThread(world);
  const at = world.clock.now();
  const thread: Thread = {
    ...asked,
    kind: "thread",
    id,
    archived: false,
    locked: false,
    archiveChangedAt: at,
    createdAt: at,
    activeAt: at,
    members: new Map([[asked.ownerId, at]]),
    messageCount: 0,
    totalSent: 0,
  };
  world.places.set(id, thread);
  announceThread(world, "THREAD_CREATE", thread, { newly_created: true });
  archiveWhenIdle(world, thread);
  return thread;
}
