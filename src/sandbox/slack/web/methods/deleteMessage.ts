import { removeMessage } from "../../world/changeMessage.ts";
import { findChannel } from "../findChannel.ts";
import { findOwnMessage } from "../findOwnMessage.ts";
import { isRefusal, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Deletes one of the bot's own messages.
 * @see https://docs.slack.dev/reference/methods/chat.delete
 */
export const deleteMessage: WebMethod = {
  token: "bot",
  scopes: () => ["chat:write"],
  required: ["channel", "ts"],
  optional: ["as_user"],
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    const message = findOwnMessage(args, channel, world, "cant_delete_message");
    if (isRefusal(message)) return message;
    // Undocumented, but nothing in an archived channel can be changed by hand either.
    if (channel.archived) return refuse("cant_delete_message");
    removeMessage(world, channel, message);
    return { ok: true, channel: channel.id, ts: message.ts };
  },
};
