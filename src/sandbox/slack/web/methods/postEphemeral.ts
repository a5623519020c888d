import { storeMessage } from "../../world/storeMessage.ts";
import { findChannelToPost } from "../findChannel.ts";
import { newContent, readContent } from "../readContent.ts";
import { isRefusal, readText, refuse, tier, type WebMethod } from "../webMethod.ts";
import { findThread } from "./postMessage.ts";

/**
 * Posts a message only one member of a conversation sees.
 * @see https://docs.slack.dev/reference/methods/chat.postEphemeral
 */
export const postEphemeral: WebMethod = {
  token: "bot",
  scopes: () => ["chat:write"],
  required: ["channel", "user"],
  optional: [
    "text",
    "blocks",
    "attachments",
    "markdown_text",
    "thread_ts",
    "parse",
    "link_names",
    "username",
    "icon_emoji",
    "icon_url",
    "as_user",
  ],
  rate: tier.four,
  run(args, world) {
    const channel = findChannelToPost(args, world);
    if (isRefusal(channel)) return channel;
    const user = readText(args, "user") ?? "";
    if (!channel.members.has(user) || world.members.get(user)?.deleted !== false) return refuse("user_not_in_channel");
    const given = readContent(args, world, 40_000);
    if (isRefusal(given)) return given;
    const content = newContent(given);
    if (isRefusal(content)) return content;
    const threadTs = findThread(args, channel, world);
    if (typeof threadTs === "object") return threadTs;
    const message = storeMessage(world, channel, world.app.botUserId, content, {
      onlyFor: user,
      ...(threadTs === undefined ? {} : { threadTs }),
    });
    return { ok: true, message_ts: message.ts };
  },
};
