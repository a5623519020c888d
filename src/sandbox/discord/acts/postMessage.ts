import { messageType } from "../numbers.ts";
import type { MessageBody } from "../wire/message.ts";
import type { Attachment, Cause, Message } from "../world/message.ts";
import type { World } from "../world/world.ts";
import { announceMessage } from "./announceMessage.ts";
import { bringInMentioned } from "./bringInMentioned.ts";
import { wakeThread } from "./changeThread.ts";
import { readMentions } from "./readMentions.ts";

/** A message that is about to be posted. */
export interface NewMessage {
  readonly placeId: string;
  readonly authorId: string;
  readonly body: MessageBody;
  readonly flags?: number;
  readonly type?: number;
  readonly attachments?: readonly Attachment[];
  readonly visibleTo?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly cause?: Cause;
}

/**
 * Posts a message, wakes the thread it stands in and adds whom it mentions there.
 * @throws DiscordRefusal 50083 in a locked archived thread
 */
export function postMessage(world: World, fresh: NewMessage): Message {
  const place = world.places.get(fresh.placeId);
  if (place?.kind === "thread") wakeThread(world, place, fresh.authorId);
  const { body } = fresh;
  const mentions = readMentions(body, body.allowed_mentions ?? undefined);
  const message: Message = {
    id: world.nextId(),
    placeId: fresh.placeId,
    authorId: fresh.authorId,
    type: fresh.type ?? messageType.plain,
    at: world.clock.now(),
    editedAt: undefined,
    content: body.content ?? "",
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    attachments: fresh.attachments ?? [],
    flags: fresh.flags ?? 0,
    mentions: mentions.people.filter((id) => world.accounts.has(id)),
    mentionedRoles: mentions.roles,
    mentionsEveryone: mentions.everyone,
    pinned: false,
    nonce: body.nonce ?? undefined,
    visibleTo: fresh.visibleTo,
    replyTo: fresh.replyTo,
    cause: fresh.cause,
  };
  world.messages.put(message);
  if (message.visibleTo === undefined) countInThread(world, message.placeId, 1);
  announceMessage(world, "MESSAGE_CREATE", message);
  bringInMentioned(world, message, mentions);
  return message;
}

/** Counts a message in or out of its thread; `total_message_sent` never goes down (topics/threads, "Thread Fields"). */
export function countInThread(world: World, placeId: string, change: 1 | -1): void {
  const thread = world.places.get(placeId);
  if (thread?.kind !== "thread") return;
  world.places.set(placeId, {
    ...thread,
    messageCount: Math.max(0, thread.messageCount + change),
    totalSent: thread.totalSent + Math.max(0, change),
    activeAt: change === 1 ? world.clock.now() : thread.activeAt,
  });
}
