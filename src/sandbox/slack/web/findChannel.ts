import { type Channel, scopeFamily } from "../world/channel.ts";
import { directMessage } from "../world/channelActs.ts";
import type { World } from "../world/world.ts";
import { type CallArguments, readText, type Refusal, refuse } from "./webMethod.ts";

/** The conversation the argument `channel` names, as far as the bot may know of it. */
export function findChannel(args: CallArguments, world: World): Channel | Refusal {
  const channel = world.channels.get(readText(args, "channel") ?? "");
  if (channel === undefined) return refuse("channel_not_found");
  // A private conversation does not exist for whoever is not in it.
  if (channel.kind !== "public" && !isBotIn(channel, world)) return refuse("channel_not_found");
  return channel;
}

/** The conversation a message is to be posted in: by id, by "#name", or by the id of a person. */
export function findChannelToPost(args: CallArguments, world: World): Channel | Refusal {
  const named = readText(args, "channel") ?? "";
  const person = world.members.get(named);
  if (person !== undefined) {
    if (person.isBot) return refuse("cannot_dm_bot");
    if (person.refusesDirectMessages !== undefined) return refuse(person.refusesDirectMessages);
    return person.deleted ? refuse("channel_not_found") : directMessage(world, person.id);
  }
  const byName = [...world.channels.values()].find((channel) => channel.name === named.replace(/^#/, ""));
  const id = byName === undefined || byName.kind === "im" ? named : byName.id;
  const channel = findChannel({ channel: id }, world);
  if ("error" in channel) return channel;
  if (channel.archived) return refuse("is_archived");
  if (!isBotIn(channel, world)) return refuse("not_in_channel");
  return findPersonRefusal(channel, world) ?? channel;
}

/** Whether the bot is a member of a conversation. */
export function isBotIn(channel: Channel, world: World): boolean {
  return channel.members.has(world.app.botUserId);
}

/** The scopes that allow an act on the conversation named by `channel`: "channels:read", "groups:write" and the like. */
export function channelScopes(act: "read" | "write" | "history", ...narrower: readonly string[]) {
  return (args: CallArguments, world: World): readonly string[] => {
    const channel = world.channels.get(readText(args, "channel") ?? "");
    const families = channel === undefined ? allFamilies : [scopeFamily(channel.kind)];
    return families.flatMap((family) => [
      act === "write" && family === "channels" ? "channels:manage" : `${family}:${act}`,
      ...narrower.map((suffix) => `${family}:${suffix}`),
    ]);
  };
}

const allFamilies = ["channels", "groups", "im", "mpim"] as const;

function findPersonRefusal(channel: Channel, world: World): Refusal | undefined {
  if (channel.kind !== "im") return undefined;
  for (const id of channel.members) {
    const error = world.members.get(id)?.refusesDirectMessages;
    if (error !== undefined) return refuse(error);
    if (world.members.get(id)?.deleted === true) return refuse("channel_not_found");
  }
  return undefined;
}
