import { permission } from "../numbers.ts";
import type { Message } from "./message.ts";
import { mayAt } from "./permissions.ts";
import type { Place, Thread } from "./place.ts";
import type { World } from "./world.ts";

/**
 * Whether a user can open a place. A private thread is open to its members and to whoever may manage threads, but to nobody who cannot
 * view its channel (topics/threads, "Permissions"; topics/permissions, "Inherited Permissions").
 */
export function maySee(world: World, userId: string, place: Place): boolean {
  if (place.kind === "direct") return userId === place.personId || userId === world.application.id;
  if (!mayAt(world, userId, place, permission.viewChannel)) return false;
  if (place.kind === "channel" || !place.isPrivate) return true;
  return place.members.has(userId) || mayAt(world, userId, place, permission.manageThreads);
}

/** Whether a user sees this message at a place that is open to them. */
export function maySeeMessage(userId: string, message: Message): boolean {
  return message.visibleTo === undefined || message.visibleTo === userId;
}

/** Whether a user may write at a place; a thread takes a permission of its own. */
export function mayWrite(world: World, userId: string, place: Place): boolean {
  if (!maySee(world, userId, place)) return false;
  const needed = place.kind === "thread" ? permission.sendMessagesInThreads : permission.sendMessages;
  return mayAt(world, userId, place, needed);
}

/**
 * Whether a user may bring others into a thread. In a private thread that is not invitable only those who manage threads may
 * (resources/channel, "Thread Metadata Structure", invitable).
 */
export function mayAddTo(world: World, userId: string, thread: Thread): boolean {
  if (!mayWrite(world, userId, thread)) return false;
  return !thread.isPrivate || thread.invitable || mayAt(world, userId, thread, permission.manageThreads);
}
