import { createChannel, renameChannel } from "../../world/channelActs.ts";
import { wireChannel } from "../../world/wireChannel.ts";
import { findNameRefusal } from "../channelName.ts";
import { channelScopes, findChannel, isBotIn } from "../findChannel.ts";
import { isRefusal, readFlag, readText, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Makes a channel with the bot in it.
 * @see https://docs.slack.dev/reference/methods/conversations.create
 */
export const conversationsCreate: WebMethod = {
  token: "bot",
  scopes: (args) => [readFlag(args, "is_private") ? "groups:write" : "channels:manage"],
  required: ["name"],
  optional: ["is_private", "team_id"],
  rate: tier.two,
  run(args, world) {
    if (world.refusesChannels !== undefined) return refuse(world.refusesChannels);
    const name = readText(args, "name") ?? "";
    const refusal = findNameRefusal(name, world);
    if (refusal !== undefined) return refusal;
    const kind = readFlag(args, "is_private") ? "private" : "public";
    return { ok: true, channel: wireChannel(createChannel(world, name, kind, world.app.botUserId), world) };
  },
};

/**
 * Gives a channel the bot made another name.
 * @see https://docs.slack.dev/reference/methods/conversations.rename
 */
export const conversationsRename: WebMethod = {
  token: "bot",
  scopes: channelScopes("write"),
  required: ["channel", "name"],
  optional: [],
  rate: tier.two,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.kind === "im" || channel.kind === "mpim") return refuse("method_not_supported_for_channel_type");
    if (channel.archived) return refuse("is_archived");
    if (!isBotIn(channel, world)) return refuse("not_in_channel");
    // Only whoever made a channel may rename it, besides administrators.
    if (channel.creator !== world.app.botUserId) return refuse("not_authorized");
    const name = readText(args, "name") ?? "";
    const refusal = findNameRefusal(name, world);
    if (refusal !== undefined) return refusal;
    renameChannel(world, channel, name, world.app.botUserId);
    return { ok: true, channel: wireChannel(channel, world) };
  },
};
