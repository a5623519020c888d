import { completeBlocks } from "../blockKit/completeBlocks.ts";
import { readableText } from "../seen/readableText.ts";
import type { GivenContent } from "../web/readContent.ts";
import type { Channel } from "./channel.ts";
import type { Content, StoredMessage } from "./storedMessage.ts";
import type { World } from "./world.ts";

/**
 * Gives a message new content. A text without blocks removes the blocks; metadata stays unless it is given or removed.
 * @see https://docs.slack.dev/reference/methods/chat.update
 */
export function changeMessage(world: World, channel: Channel, message: StoredMessage, given: GivenContent): void {
  const { metadata: before, ...old } = message.content;
  const keptBlocks = given.text === undefined ? old.blocks : [];
  const blocks = completeBlocks(given.blocks ?? keptBlocks, world.mint);
  const metadata = given.metadata ?? before;
  const content: Content = {
    text: given.text ?? (given.blocks === undefined ? old.text : readableText(blocks)),
    blocks,
    attachments: given.attachments ?? (given.text === undefined && given.blocks === undefined ? old.attachments : []),
    ...(metadata === undefined || metadata === "remove" ? {} : { metadata }),
  };
  message.content = content;
  // The client marks a message as edited only when its text, not its blocks, was changed.
  if (given.blocks === undefined) message.editedAt = world.mint.ts();
  world.changed(message.onlyFor === undefined ? channel.members : [message.onlyFor]);
}

/** Takes a message away, and its files with it. A parent whose thread goes on leaves "This message was deleted." behind. */
export function removeMessage(world: World, channel: Channel, message: StoredMessage): void {
  for (const file of message.content.files ?? []) world.files.delete(file);
  const hasReplies = [...channel.messages.values()].some((other) => other.threadTs === message.ts);
  if (hasReplies) {
    const tombstone: StoredMessage = {
      ts: message.ts,
      channel: message.channel,
      author: "USLACKBOT",
      content: { text: "This message was deleted.", blocks: [], attachments: [] },
      isBroadcast: false,
      subtype: "tombstone",
      editedAt: undefined,
    };
    channel.messages.set(message.ts, tombstone);
  } else channel.messages.delete(message.ts);
  world.changed(message.onlyFor === undefined ? channel.members : [message.onlyFor]);
}
