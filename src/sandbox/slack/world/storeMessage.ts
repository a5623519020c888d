import { completeBlocks } from "../blockKit/completeBlocks.ts";
import type { Channel } from "./channel.ts";
import type { Content, StoredMessage } from "./storedMessage.ts";
import { wireMessage } from "./wireMessage.ts";
import type { World } from "./world.ts";

/** What a message to be stored is, besides what it says. */
export type Posting = Partial<Pick<StoredMessage, "threadTs" | "isBroadcast" | "onlyFor" | "subtype">>;

/** Ephemeral messages kept in one place when the local Slack does not keep everything. */
const keptEphemerals = 100;

/** Puts a message into a conversation, shows it to those who see it, and tells the app of it. */
export function storeMessage(
  world: World,
  channel: Channel,
  author: string,
  content: Content,
  posting: Posting = {},
): StoredMessage {
  const message: StoredMessage = {
    isBroadcast: false,
    ...posting,
    ts: world.mint.ts(),
    channel: channel.id,
    author,
    content: { ...content, blocks: completeBlocks(content.blocks, world.mint) },
    editedAt: undefined,
  };
  channel.messages.set(message.ts, message);
  if (message.onlyFor !== undefined) {
    if (!world.keepsEverything) forgetEphemerals(channel);
    world.changed([message.onlyFor]);
    return message;
  }
  world.changed(channel.members);
  if (world.hearsMessages) emitMessage(world, channel, message);
  return message;
}

/** What Slack itself writes into a channel about somebody's act, such as "has joined the channel". */
export function storeNote(world: World, channel: Channel, author: string, subtype: string, text: string): void {
  storeMessage(world, channel, author, { text, blocks: [], attachments: [] }, { subtype });
}

function emitMessage(world: World, channel: Channel, message: StoredMessage): void {
  const where = { channel: channel.id, channel_type: channelType[channel.kind], event_ts: message.ts };
  world.emit({ ...wireMessage(message, world), type: "message", ...where }, channel);
}

const channelType = { public: "channel", private: "group", im: "im", mpim: "mpim" } as const;

function forgetEphemerals(channel: Channel): void {
  const ephemerals = [...channel.messages.values()].filter((message) => message.onlyFor !== undefined);
  for (const message of ephemerals.slice(0, -keptEphemerals)) channel.messages.delete(message.ts);
}
