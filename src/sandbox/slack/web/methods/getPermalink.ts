import { findChannel } from "../findChannel.ts";
import { isRefusal, noScope, readText, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Tells the address of a message.
 * @see https://docs.slack.dev/reference/methods/chat.getPermalink
 */
export const getPermalink: WebMethod = {
  token: "bot",
  scopes: noScope,
  required: ["channel", "message_ts"],
  optional: [],
  rate: tier.special,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    const message = channel.messages.get(readText(args, "message_ts") ?? "");
    if (message === undefined || message.onlyFor !== undefined) return refuse("message_not_found");
    const thread = message.threadTs === undefined ? "" : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
    const permalink = `https://${world.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace(".", "")}`;
    return { ok: true, channel: channel.id, permalink: permalink + thread };
  },
};
