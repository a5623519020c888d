import type { Channel } from "../../world/channel.ts";
import { joinChannel, leaveChannel } from "../../world/channelActs.ts";
import { wireChannel } from "../../world/wireChannel.ts";
import type { World } from "../../world/world.ts";
import { channelScopes, findChannel, isBotIn } from "../findChannel.ts";
import { isRefusal, readFlag, readList, readText, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Brings people into a channel.
 * @see https://docs.slack.dev/reference/methods/conversations.invite
 */
export const conversationsInvite: WebMethod = {
  token: "bot",
  scopes: channelScopes("write", "write.invites"),
  required: ["channel", "users"],
  optional: ["force"],
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.kind === "im" || channel.kind === "mpim") return refuse("method_not_supported_for_channel_type");
    if (channel.archived) return refuse("is_archived");
    if (!isBotIn(channel, world)) return refuse("not_in_channel");
    const users = readList(args, "users");
    if (users.length === 0) return refuse("no_user");
    if (users.length > 100) return refuse("too_many_users");
    const errors = users.flatMap((user) => {
      const error = findInviteError(user, channel, world);
      return error === undefined ? [] : [{ user, ok: false, error }];
    });
    const [first] = errors;
    if (first !== undefined && (!readFlag(args, "force") || errors.length === users.length))
      return refuse(first.error, { errors });
    const refused = new Set(errors.map(({ user }) => user));
    for (const user of users) if (!refused.has(user)) joinChannel(world, channel, user, world.app.botUserId);
    return { ok: true, channel: wireChannel(channel, world), ...(errors.length === 0 ? {} : { errors }) };
  },
};

/**
 * Removes a person from a private channel.
 * @see https://docs.slack.dev/reference/methods/conversations.kick
 */
export const conversationsKick: WebMethod = {
  token: "bot",
  scopes: channelScopes("write"),
  required: ["channel", "user"],
  optional: [],
  rate: tier.three,
  run(args, world) {
    const channel = findChannel(args, world);
    if (isRefusal(channel)) return channel;
    if (channel.kind === "im" || channel.kind === "mpim") return refuse("method_not_supported_for_channel_type");
    const user = readText(args, "user") ?? "";
    if (user === world.app.botUserId) return refuse("cant_kick_self");
    if (!world.members.has(user)) return refuse("user_not_found");
    if (channel.name === "general") return refuse("cant_kick_from_general");
    // A workspace lets only its administrators remove people from public channels unless it says otherwise.
    if (channel.kind === "public") return refuse("restricted_action");
    if (!channel.members.has(user)) return refuse("not_in_channel");
    // Undocumented; the local Slack lets nothing but unarchiving happen to an archived channel.
    if (channel.archived) return refuse("is_archived");
    leaveChannel(world, channel, user, world.app.botUserId);
    return { ok: true, errors: {} };
  },
};

function findInviteError(user: string, channel: Channel, world: World): string | undefined {
  const member = world.members.get(user);
  if (member === undefined) return "user_not_found";
  if (user === world.app.botUserId) return "cant_invite_self";
  if (channel.members.has(user)) return "already_in_channel";
  if (member.deleted || member.isBot) return "cant_invite";
  if (member.isStranger) return "no_external_invite_permission";
  const elsewhere = [...world.channels.values()].some((other) => other.kind !== "im" && other.members.has(user));
  return member.isUltraRestricted && elsewhere ? "ura_max_channels" : undefined;
}
