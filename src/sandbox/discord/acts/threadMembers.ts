import { drawMember } from "../draw/drawMember.ts";
import { drawThreadMember } from "../draw/drawPlace.ts";
import { intent, messageType } from "../numbers.ts";
import { refusal } from "../refusal.ts";
import type { Thread } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { announceThread } from "./announcePlace.ts";
import { postSystemMessage } from "./postSystemMessage.ts";

/**
 * Brings somebody into a thread; nothing happens if they are in it already.
 * @param actorId who brings them; undefined when they join by themselves or by a mention, of which the thread says nothing
 * @throws DiscordRefusal 30033 when the thread is full
 */
export function addToThread(world: World, threadId: string, userId: string, actorId: string | undefined): void {
  const thread = threadOf(world, threadId);
  if (thread === undefined || thread.members.has(userId)) return;
  if (thread.members.size >= world.limits.threadMembers) throw refusal("tooManyThreadMembers");
  const changed: Thread = { ...thread, members: new Map([...thread.members, [userId, world.clock.now()]]) };
  world.places.set(thread.id, changed);
  // Sent before the members' update, so that a bot that could not see the thread knows it (topics/threads, "Gaining Access").
  if (userId === world.application.id) announceThread(world, "THREAD_CREATE", changed);
  announceMembers(world, changed, { added: userId });
  if (actorId !== undefined && actorId !== userId)
    postSystemMessage(world, thread.id, actorId, { type: messageType.recipientAdded, about: userId });
}

/** Takes somebody out of a thread; nothing happens if they are not in it. */
export function removeFromThread(world: World, threadId: string, userId: string, actorId: string): void {
  const thread = threadOf(world, threadId);
  if (thread === undefined || !thread.members.has(userId)) return;
  const changed: Thread = { ...thread, members: new Map([...thread.members].filter(([id]) => id !== userId)) };
  world.places.set(thread.id, changed);
  announceMembers(world, changed, { removed: userId });
  if (actorId !== userId)
    postSystemMessage(world, thread.id, actorId, { type: messageType.recipientRemoved, about: userId });
}

function threadOf(world: World, id: string): Thread | undefined {
  const place = world.places.get(id);
  return place?.kind === "thread" ? place : undefined;
}

/** Without the GUILD_MEMBERS intent a bot hears of its own coming and going only (events/gateway-events, "Thread Members Update"). */
function announceMembers(
  world: World,
  thread: Thread,
  who: { readonly added?: string; readonly removed?: string },
): void {
  world.changed();
  const isBot = (who.added ?? who.removed) === world.application.id;
  world.announce({
    name: "THREAD_MEMBERS_UPDATE",
    intent: isBot ? intent.guilds : intent.guildMembers,
    data: () => ({
      id: thread.id,
      guild_id: world.guild.id,
      member_count: Math.min(50, thread.members.size),
      ...(who.added === undefined ? {} : { added_members: [drawAdded(world, thread, who.added)] }),
      ...(who.removed === undefined ? {} : { removed_member_ids: [who.removed] }),
    }),
  });
}

function drawAdded(world: World, thread: Thread, userId: string) {
  const member = world.members.get(userId);
  return {
    ...drawThreadMember(thread, userId),
    ...(member === undefined ? {} : { member: drawMember(world, member), presence: null }),
  };
}
