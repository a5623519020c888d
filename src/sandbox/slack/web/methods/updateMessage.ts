import { changeMessage } from "../../world/changeMessage.ts";
import { wireMessage } from "../../world/wireMessage.ts";
import { findChannel } from "../findChannel.ts";
import { findOwnMessage } from "../findOwnMessage.ts";
import { readContent } from "../readContent.ts";
import { isRefusal, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Changes one of the bot's own messages.
 * @see https://docs.slack.dev/reference/methods/chat.update
 */
export const updateMessage: WebMethod = {
  token: "bot",
  scopes: () => ["chat:write"],
  required: ["channel", "ts"],
  optional: [
    "text",
    "blocks",
    "attachments",
    "markdown_text",
    "metadata",
    "parse",
    "link_names",
    "reply_broadcast",
    "file_ids",
    "unfurled_attachments",
    "as_user",
  ],
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.archived) return refuse("is_inactive");
    const message = findOwnMessage(args, channel, world, "cant_update_message");
    if (isRefusal(message)) return message;
    const given = readContent(args, world, 4000);
    if (isRefusal(given)) return given;
    if (given.text === undefined && given.blocks === undefined && given.attachments === undefined)
      return refuse("no_text");
    changeMessage(world, channel, message, given);
    return {
      ok: true,
      channel: channel.id,
      ts: message.ts,
      text: message.content.text,
      message: wireMessage(message, world, true),
    };
  },
};
