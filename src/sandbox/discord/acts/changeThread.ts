import { channelType, intent, messageType } from "../numbers.ts";
import { refusal } from "../refusal.ts";
import { maySee } from "../world/maySee.ts";
import type { Thread } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { announceThread } from "./announcePlace.ts";
import { forget } from "./changeChannel.ts";
import { postSystemMessage } from "./postSystemMessage.ts";

export type ThreadChanges = Partial<
  Pick<Thread, "name" | "archived" | "locked" | "invitable" | "archiveAfter" | "slowmode">
>;

/**
 * Changes a thread.
 * @param actorId who does it; a new name is told in the thread under that name
 * @throws DiscordRefusal 160006 when it would be one active thread too many
 */
export function changeThread(world: World, thread: Thread, changes: ThreadChanges, actorId: string): Thread {
  const wakes = thread.archived && changes.archived === false;
  if (wakes) requireRoomForThread(world);
  const stamps = changes.archived !== undefined || changes.archiveAfter !== undefined;
  const isActivity = wakes || changes.archiveAfter !== undefined;
  const changed: Thread = {
    ...thread,
    ...changes,
    ...(stamps ? { archiveChangedAt: world.clock.now() } : {}),
    ...(isActivity ? { activeAt: world.clock.now() } : {}),
  };
  world.places.set(thread.id, changed);
  announceThread(world, "THREAD_UPDATE", changed);
  if (isActivity) archiveWhenIdle(world, changed);
  if (changes.name !== undefined && changes.name !== thread.name)
    postSystemMessage(world, thread.id, actorId, { type: messageType.nameChanged, content: changes.name });
  return changed;
}

/** Archives a thread once nothing has happened in it for the time it was given (topics/threads, "Active & Archived Threads"). */
export function archiveWhenIdle(world: World, { id, activeAt, archiveAfter }: Thread): void {
  world.clock.after(activeAt + archiveAfter * 60_000 - world.clock.now(), () => {
    const thread = world.places.get(id);
    if (thread?.kind !== "thread" || thread.archived) return;
    const isIdle = world.clock.now() - thread.activeAt >= thread.archiveAfter * 60_000;
    if (isIdle) changeThread(world, thread, { archived: true }, world.application.id);
    else archiveWhenIdle(world, thread);
  });
}

/** Refuses what would make one active thread more than the guild may have. */
export function requireRoomForThread(world: World): void {
  let active = 0;
  for (const place of world.places.values()) if (place.kind === "thread" && !place.archived) active += 1;
  if (active >= world.limits.activeThreads) throw refusal("tooManyThreads");
}

/** Removes a thread with its messages. */
export function deleteThread(world: World, thread: Thread): void {
  const told = maySee(world, world.application.id, thread);
  forget(world, thread);
  world.changed();
  if (!told) return;
  world.announce({
    name: "THREAD_DELETE",
    intent: intent.guilds,
    data: () => ({
      id: thread.id,
      guild_id: world.guild.id,
      parent_id: thread.parentId,
      type: thread.isPrivate ? channelType.privateThread : channelType.publicThread,
    }),
  });
}

/**
 * What happens to an archived thread in which something is posted: it becomes active again, unless it was locked
 * (topics/threads, "Active & Archived Threads").
 * @throws DiscordRefusal 50083 for a locked one, 160006 when it would be one active thread too many
 */
export function wakeThread(world: World, thread: Thread, actorId: string): void {
  if (!thread.archived) return;
  if (thread.locked) throw refusal("threadArchived");
  changeThread(world, thread, { archived: false }, actorId);
}
