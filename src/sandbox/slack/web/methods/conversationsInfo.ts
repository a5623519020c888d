import { type Channel, type ChannelKind, scopeFamily } from "../../world/channel.ts";
import { wireChannel } from "../../world/wireChannel.ts";
import type { World } from "../../world/world.ts";
import { channelScopes, findChannel, isBotIn } from "../findChannel.ts";
import { pageOf } from "../pages.ts";
import {
  type Answer,
  type CallArguments,
  isRefusal,
  readFlag,
  readList,
  readText,
  refuse,
  tier,
  type WebMethod,
} from "../webMethod.ts";

/**
 * Tells of one conversation.
 * @see https://docs.slack.dev/reference/methods/conversations.info
 */
export const conversationsInfo: WebMethod = {
  token: "bot",
  scopes: channelScopes("read"),
  required: ["channel"],
  optional: ["include_locale", "include_num_members"],
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    const counted = readFlag(args, "include_num_members") ? { num_members: channel.members.size } : {};
    const locale = readFlag(args, "include_locale") ? { locale: "en-GB" } : {};
    return { ok: true, channel: { ...wireChannel(channel, world), ...counted, ...locale } };
  },
};

/**
 * Tells who is in a conversation.
 * @see https://docs.slack.dev/reference/methods/conversations.members
 */
export const conversationsMembers: WebMethod = {
  token: "bot",
  scopes: channelScopes("read"),
  required: ["channel"],
  optional: ["cursor", "limit"],
  rate: tier.four,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    const page = pageOf([...channel.members], args, 100);
    if (isRefusal(page)) return page;
    return { ok: true, members: page.items, response_metadata: page.response_metadata };
  },
};

/**
 * Tells of the public channels and of the conversations the bot is in.
 * @see https://docs.slack.dev/reference/methods/conversations.list
 */
export const conversationsList: WebMethod = {
  token: "bot",
  scopes: typeScopes,
  required: [],
  optional: ["types", "exclude_archived", "cursor", "limit", "team_id"],
  rate: tier.two,
  run: (args, world) => listed(args, world, (channel) => channel.kind === "public" || isBotIn(channel, world), 999),
};

/**
 * Tells of the conversations of a person the bot may know of.
 * @see https://docs.slack.dev/reference/methods/users.conversations
 */
export const usersConversations: WebMethod = {
  token: "bot",
  scopes: typeScopes,
  required: [],
  optional: ["user", "types", "exclude_archived", "cursor", "limit", "team_id"],
  rate: tier.three,
  run(args, world) {
    const user = readText(args, "user") ?? world.app.botUserId;
    if (!world.members.has(user)) return refuse("user_not_found");
    const isShared = (channel: Channel) =>
      channel.members.has(user) && (channel.kind === "public" || isBotIn(channel, world));
    return listed(args, world, isShared, 999);
  },
};

const kindOf: Readonly<Record<string, ChannelKind>> = {
  public_channel: "public",
  private_channel: "private",
  im: "im",
  mpim: "mpim",
};

function typesOf(args: CallArguments): readonly string[] {
  const types = readList(args, "types");
  return types.length === 0 ? ["public_channel"] : types;
}

/** Every kind asked for needs its scope; the first that is missing is the one Slack names. */
function typeScopes(args: CallArguments, world: World): readonly string[] {
  const needed = typesOf(args).flatMap((type) => {
    const kind = kindOf[type];
    return kind === undefined ? [] : [`${scopeFamily(kind)}:read`];
  });
  return [needed.find((scope) => !world.scopes.has(scope)) ?? needed[0] ?? "channels:read"];
}

function listed(args: CallArguments, world: World, isSeen: (channel: Channel) => boolean, most: number): Answer {
  const kinds = typesOf(args).map((type) => kindOf[type]);
  if (kinds.includes(undefined)) return refuse("invalid_types");
  const withoutArchived = readFlag(args, "exclude_archived");
  const channels = [...world.channels.values()].filter(
    (channel) => kinds.includes(channel.kind) && isSeen(channel) && !(withoutArchived && channel.archived),
  );
  const page = pageOf(channels, args, 100, most);
  if (isRefusal(page)) return page;
  return {
    ok: true,
    channels: page.items.map((channel) => wireChannel(channel, world)),
    response_metadata: page.response_metadata,
  };
}
