import { messageFlag } from "../numbers.ts";
import type { MessageBody } from "../wire/message.ts";
import type { Attachment, Message } from "../world/message.ts";
import type { World } from "../world/world.ts";
import { announceMessage, announceMessageGone } from "./announceMessage.ts";
import { bringInMentioned } from "./bringInMentioned.ts";
import { countInThread } from "./postMessage.ts";
import { readMentions } from "./readMentions.ts";

/** What an edit leaves in place when it does not name it; null empties. */
export function editedBody(
  message: Message,
  body: MessageBody,
): Required<Pick<Message, "content" | "embeds" | "components">> {
  return {
    content: body.content === undefined ? message.content : (body.content ?? ""),
    embeds: body.embeds === undefined ? message.embeds : (body.embeds ?? []),
    components: body.components === undefined ? message.components : (body.components ?? []),
  };
}

/** Edits a message. Whom the new text mentions is brought into the thread as by a new message, though not notified. */
export function editMessage(
  world: World,
  message: Message,
  body: MessageBody,
  attachments: readonly Attachment[],
): Message {
  const next = editedBody(message, body);
  const mentions = readMentions(next, body.allowed_mentions ?? undefined);
  const waited = (message.flags & messageFlag.loading) !== 0;
  const edited: Message = {
    ...message,
    ...next,
    attachments: keptAttachments(message, body, attachments),
    flags: (message.flags & ~messageFlag.loading) | ((body.flags ?? 0) & editableFlags),
    mentions: mentions.people.filter((id) => world.accounts.has(id)),
    // The first text of a deferred answer is not an edit for those who read it.
    editedAt: waited ? undefined : world.clock.now(),
  };
  world.messages.put(edited);
  announceMessage(world, "MESSAGE_UPDATE", edited);
  bringInMentioned(world, edited, mentions);
  return edited;
}

/** Flags an edit may set; the V2 flag can be set but never taken away (components/reference). */
const editableFlags = messageFlag.componentsV2 | messageFlag.suppressEmbeds;

function keptAttachments(message: Message, body: MessageBody, added: readonly Attachment[]): readonly Attachment[] {
  if (body.attachments === undefined) return [...message.attachments, ...added];
  const named = new Set(body.attachments?.map(({ id }) => String(id)));
  return [...message.attachments.filter(({ id }) => named.has(id)), ...added];
}

/** Deletes a message; what was attached to it can be fetched no more. */
export function deleteMessage(world: World, message: Message): void {
  for (const { id } of message.attachments) world.uploads.delete(id);
  world.messages.remove(message);
  if (message.visibleTo === undefined) countInThread(world, message.placeId, -1);
  announceMessageGone(world, message);
}

/** Pins or unpins a message. */
export function pinMessage(world: World, message: Message, pinned: boolean): void {
  const changed: Message = { ...message, pinned };
  world.messages.put(changed);
  announceMessage(world, "MESSAGE_UPDATE", changed);
}
