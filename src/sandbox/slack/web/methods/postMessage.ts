import type { Channel } from "../../world/channel.ts";
import { storeMessage } from "../../world/storeMessage.ts";
import { wireMessage } from "../../world/wireMessage.ts";
import type { World } from "../../world/world.ts";
import { findChannelToPost } from "../findChannel.ts";
import { newContent, readContent } from "../readContent.ts";
import {
  type CallArguments,
  isRefusal,
  readFlag,
  readText,
  type Refusal,
  refuse,
  type WebMethod,
} from "../webMethod.ts";

/**
 * Posts a message to a conversation or a person.
 * @see https://docs.slack.dev/reference/methods/chat.postMessage
 */
export const postMessage: WebMethod = {
  token: "bot",
  scopes: () => ["chat:write"],
  required: ["channel"],
  optional: [
    "text",
    "blocks",
    "attachments",
    "markdown_text",
    "metadata",
    "thread_ts",
    "reply_broadcast",
    "mrkdwn",
    "parse",
    "link_names",
    "unfurl_links",
    "unfurl_media",
    "username",
    "icon_emoji",
    "icon_url",
    "as_user",
  ],
  rate: "one-a-second-per-channel",
  run(args, world) {
    const channel = findChannelToPost(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.kind === "im" && !world.manifest.features.app_home.messages_tab_enabled)
      return refuse("messages_tab_disabled");
    const given = readContent(args, world, 40_000);
    if (isRefusal(given)) return given;
    const content = newContent(given);
    if (isRefusal(content)) return content;
    const threadTs = findThread(args, channel, world);
    if (typeof threadTs === "object") return threadTs;
    const message = storeMessage(world, channel, world.app.botUserId, content, {
      ...(threadTs === undefined ? {} : { threadTs }),
      isBroadcast: threadTs !== undefined && readFlag(args, "reply_broadcast"),
    });
    return { ok: true, channel: channel.id, ts: message.ts, message: wireMessage(message, world, true) };
  },
};

/** The parent of the thread `thread_ts` names; a reply's own timestamp stands for its parent. */
export function findThread(args: CallArguments, channel: Channel, world: World): string | Refusal | undefined {
  const ts = readText(args, "thread_ts");
  if (ts === undefined || ts === "") return undefined;
  const parent = channel.messages.get(ts);
  if (parent === undefined || parent.onlyFor !== undefined) return refuse("thread_not_found");
  if (parent.threadTs === undefined) return ts;
  world.report(`thread_ts ${ts} is a reply; Slack asks for the timestamp of its parent`);
  return parent.threadTs;
}
