import { archiveChannel, joinChannel, leaveChannel } from "../../world/channelActs.ts";
import { wireChannel } from "../../world/wireChannel.ts";
import { channelScopes, findChannel, isBotIn } from "../findChannel.ts";
import { isRefusal, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Closes a channel for good or until a person opens it again.
 * @see https://docs.slack.dev/reference/methods/conversations.archive
 */
export const conversationsArchive: WebMethod = {
  token: "bot",
  scopes: channelScopes("write"),
  required: ["channel"],
  optional: [],
  rate: tier.two,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.kind === "im" || channel.kind === "mpim") return refuse("method_not_supported_for_channel_type");
    if (channel.archived) return refuse("already_archived");
    if (channel.name === "general") return refuse("cant_archive_general");
    if (!isBotIn(channel, world)) return refuse("not_in_channel");
    archiveChannel(world, channel, world.app.botUserId);
    return { ok: true };
  },
};

/**
 * Would open an archived channel again, if a bot could.
 * @see https://docs.slack.dev/reference/methods/conversations.unarchive
 */
export const conversationsUnarchive: WebMethod = {
  token: "bot",
  scopes: channelScopes("write"),
  required: ["channel"],
  optional: [],
  rate: tier.two,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.kind === "im" || channel.kind === "mpim") return refuse("method_not_supported_for_channel_type");
    // Slack documents that a bot's token cannot do this, whoever archived the channel.
    return refuse(channel.archived ? "not_in_channel" : "not_archived");
  },
};

/**
 * Lets the bot into a public channel.
 * @see https://docs.slack.dev/reference/methods/conversations.join
 */
export const conversationsJoin: WebMethod = {
  token: "bot",
  scopes: () => ["channels:join"],
  required: ["channel"],
  optional: [],
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.kind !== "public") return refuse("method_not_supported_for_channel_type");
    if (channel.archived) return refuse("is_archived");
    const wasIn = isBotIn(channel, world);
    joinChannel(world, channel, world.app.botUserId);
    return { ok: true, channel: wireChannel(channel, world), ...(wasIn ? { warning: "already_in_channel" } : {}) };
  },
};

/**
 * Takes the bot out of a channel.
 * @see https://docs.slack.dev/reference/methods/conversations.leave
 */
export const conversationsLeave: WebMethod = {
  token: "bot",
  scopes: channelScopes("write"),
  required: ["channel"],
  optional: [],
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.kind === "im" || channel.kind === "mpim") return refuse("method_not_supported_for_channel_type");
    if (channel.archived) return refuse("is_archived");
    if (channel.name === "general") return refuse("cant_leave_general");
    if (!isBotIn(channel, world)) return { ok: true, not_in_channel: true };
    if (channel.kind === "private" && channel.members.size === 1) return refuse("last_member");
    leaveChannel(world, channel, world.app.botUserId);
    return { ok: true };
  },
};
