import type { Channel } from "../../world/channel.ts";
import { setChannelPurpose, setChannelTopic } from "../../world/channelActs.ts";
import { wireChannel } from "../../world/wireChannel.ts";
import type { World } from "../../world/world.ts";
import { channelScopes, findChannel, isBotIn } from "../findChannel.ts";
import { isRefusal, readText, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Sets the line shown above a channel.
 * @see https://docs.slack.dev/reference/methods/conversations.setTopic
 */
export const conversationsSetTopic = settingOf("topic", setChannelTopic);

/**
 * Sets the description of a channel.
 * @see https://docs.slack.dev/reference/methods/conversations.setPurpose
 */
export const conversationsSetPurpose = settingOf("purpose", setChannelPurpose);

function settingOf(
  field: "topic" | "purpose",
  set: (world: World, channel: Channel, text: string, by: string) => void,
): WebMethod {
  return {
    token: "bot",
    scopes: channelScopes("write", "write.topic"),
    required: ["channel", field],
    optional: [],
    rate: tier.two,
    run(args, world) {
      const channel = findChannel(args, world);
      if (isRefusal(channel)) return channel;
      if (channel.kind === "im") return refuse("method_not_supported_for_channel_type");
      if (channel.archived) return refuse("is_archived");
      if (!isBotIn(channel, world)) return refuse("not_in_channel");
      const text = readText(args, field) ?? "";
      if (text.length > 250) return refuse("too_long");
      set(world, channel, text, world.app.botUserId);
      return { ok: true, channel: wireChannel(channel, world) };
    },
  };
}
