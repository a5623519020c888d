import type { Channel } from "../../world/channel.ts";
import { newChannel } from "../../world/channel.ts";
import { directMessage, directMessageId } from "../../world/channelActs.ts";
import { wireChannel } from "../../world/wireChannel.ts";
import type { World } from "../../world/world.ts";
import { findChannel } from "../findChannel.ts";
import { type Answer, isRefusal, readFlag, readList, readText, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Opens a direct message with one person or several.
 * @see https://docs.slack.dev/reference/methods/conversations.open
 */
export const conversationsOpen: WebMethod = {
  token: "bot",
  scopes: (args) => [readList(args, "users").length > 1 ? "mpim:write" : "im:write"],
  required: [],
  optional: ["channel", "users", "return_im", "prevent_creation"],
  rate: tier.three,
  run(args, world) {
    if (readText(args, "channel") !== undefined) {
      const channel = findChannel(args, world);
      if (isRefusal(channel)) return channel;
      if (channel.kind !== "im" && channel.kind !== "mpim") return refuse("method_not_supported_for_channel_type");
      return opened(channel, true, readFlag(args, "return_im"), world);
    }
    const users = readList(args, "users");
    if (users.length === 0) return refuse("users_list_not_supplied");
    if (users.length > 8) return refuse("too_many_users");
    for (const user of users) {
      const error = findOpenError(user, world);
      if (error !== undefined) return refuse(error);
    }
    const [user = ""] = users;
    const known = users.length === 1 ? world.channels.get(directMessageId(user)) : findGroup(users, world);
    if (known === undefined && readFlag(args, "prevent_creation")) return refuse("channel_not_found");
    const channel = known ?? (users.length === 1 ? directMessage(world, user) : newGroup(users, world));
    return opened(channel, known !== undefined, readFlag(args, "return_im"), world);
  },
};

function opened(channel: Channel, wasOpen: boolean, inFull: boolean, world: World): Answer {
  return {
    ok: true,
    ...(wasOpen ? { no_op: true, already_open: true } : {}),
    channel: inFull ? wireChannel(channel, world) : { id: channel.id },
  };
}

function findOpenError(user: string, world: World): string | undefined {
  const member = world.members.get(user);
  if (member === undefined) return "user_not_found";
  if (member.isBot) return "cannot_dm_bot";
  if (member.deleted) return "user_disabled";
  return member.refusesDirectMessages;
}

function findGroup(users: readonly string[], world: World): Channel | undefined {
  const all = [...new Set([...users, world.app.botUserId])];
  return [...world.channels.values()].find(
    (channel) =>
      channel.kind === "mpim" && channel.members.size === all.length && all.every((id) => channel.members.has(id)),
  );
}

function newGroup(users: readonly string[], world: World): Channel {
  const names = users.map((user) => world.members.get(user)?.name ?? user);
  const channel = newChannel({
    id: world.mint.id("C"),
    kind: "mpim",
    name: `mpdm-${[...names, world.app.name.toLowerCase()].join("--")}-1`,
    creator: world.app.botUserId,
    created: world.mint.seconds(),
    members: [...users, world.app.botUserId],
  });
  world.channels.set(channel.id, channel);
  return channel;
}
