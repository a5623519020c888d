import type { Channel } from "../../world/channel.ts";
import type { StoredMessage } from "../../world/storedMessage.ts";
import { wireMessage } from "../../world/wireMessage.ts";
import type { World } from "../../world/world.ts";
import { channelScopes, findChannel, isBotIn } from "../findChannel.ts";
import { pageOf } from "../pages.ts";
import {
  type Answer,
  type CallArguments,
  isRefusal,
  readFlag,
  readText,
  refuse,
  tier,
  type WebMethod,
} from "../webMethod.ts";

const optional = ["cursor", "inclusive", "latest", "limit", "oldest", "include_all_metadata"];

/**
 * Tells the messages of a conversation, newest first.
 * @see https://docs.slack.dev/reference/methods/conversations.history
 */
export const conversationsHistory: WebMethod = {
  token: "bot",
  scopes: channelScopes("history"),
  required: ["channel"],
  optional,
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (!isBotIn(channel, world)) return refuse("not_in_channel");
    const roots = lasting(channel).filter((message) => message.threadTs === undefined || message.isBroadcast);
    return told(roots.toReversed(), args, channel, world);
  },
};

/**
 * Tells the messages of a thread, oldest first.
 * @see https://docs.slack.dev/reference/methods/conversations.replies
 */
export const conversationsReplies: WebMethod = {
  token: "bot",
  scopes: channelScopes("history"),
  required: ["channel", "ts"],
  optional,
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (!isBotIn(channel, world)) return refuse("channel_not_found");
    const ts = readText(args, "ts") ?? "";
    const thread = lasting(channel).filter((message) => message.ts === ts || message.threadTs === ts);
    return thread.length === 0 ? refuse("thread_not_found") : told(thread, args, channel, world);
  },
};

/** Ephemeral messages are in nobody's history. */
function lasting(channel: Channel): readonly StoredMessage[] {
  return [...channel.messages.values()].filter((message) => message.onlyFor === undefined);
}

function told(messages: readonly StoredMessage[], args: CallArguments, channel: Channel, world: World): Answer {
  const oldest = readBound(args, "oldest", -Infinity);
  const latest = readBound(args, "latest", Infinity);
  if (oldest === undefined) return refuse("invalid_ts_oldest");
  if (latest === undefined) return refuse("invalid_ts_latest");
  const inclusive = readFlag(args, "inclusive");
  const within = messages.filter(({ ts }) => {
    const moment = Number(ts);
    return inclusive ? moment >= oldest && moment <= latest : moment > oldest && moment < latest;
  });
  const page = pageOf(within, args, 100, 999);
  if (isRefusal(page)) return page;
  const withMetadata = readFlag(args, "include_all_metadata");
  const hasMore = page.response_metadata.next_cursor !== "";
  return {
    ok: true,
    messages: page.items.map((message) => ({
      ...wireMessage(message, world, withMetadata),
      ...threadFacts(message, channel),
    })),
    has_more: hasMore,
    pin_count: 0,
    ...(hasMore ? { response_metadata: page.response_metadata } : {}),
  };
}

function threadFacts(message: StoredMessage, channel: Channel): Readonly<Record<string, unknown>> {
  if (message.threadTs !== undefined) return { parent_user_id: channel.messages.get(message.threadTs)?.author };
  const replies = lasting(channel).filter((reply) => reply.threadTs === message.ts);
  if (replies.length === 0) return {};
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map((reply) => reply.author))],
    latest_reply: replies.at(-1)?.ts,
  };
}

function readBound(args: CallArguments, name: string, otherwise: number): number | undefined {
  const given = readText(args, name);
  if (given === undefined || given === "") return otherwise;
  const bound = Number(given);
  return Number.isNaN(bound) ? undefined : bound;
}
