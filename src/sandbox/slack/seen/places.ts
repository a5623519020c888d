import type { SeenPlace } from "../../person.ts";
import type { Channel } from "../world/channel.ts";
import { directMessage, directMessageId } from "../world/channelActs.ts";
import type { StoredMessage } from "../world/storedMessage.ts";
import type { World } from "../world/world.ts";
import { readableMrkdwn } from "./readableMrkdwn.ts";
import { canRead, isShownTo, namesFor } from "./visibility.ts";

/** The id of the place where the app's home is shown; everyone has their own. */
export const homePlace = "home";

/** A place a person can look at: the app's home, a conversation, or a thread in one. */
export type Place =
  | { readonly kind: "home" }
  | { readonly kind: "channel"; readonly channel: Channel }
  | { readonly kind: "thread"; readonly channel: Channel; readonly parent: StoredMessage };

/** The id of the place a thread is. */
export function threadPlace(channel: string, ts: string): string {
  return `${channel}/${ts}`;
}

/** The place with this id. Throws when the person cannot see it. */
export function findPlace(world: World, person: string, id: string): Place {
  if (id === homePlace && world.manifest.features.app_home.home_tab_enabled) return { kind: "home" };
  const [channelId = "", ts] = id.split("/");
  if (channelId === directMessageId(person) && world.manifest.features.app_home.messages_tab_enabled)
    directMessage(world, person);
  const channel = world.channels.get(channelId);
  if (channel === undefined || !canRead(world, person, channel))
    throw new Error(`${nameOf(world, person)} sees no place ${id}.`);
  if (ts === undefined) return { kind: "channel", channel };
  const parent = channel.messages.get(ts);
  if (parent === undefined || parent.onlyFor !== undefined)
    throw new Error(`There is no message ${ts} in ${channelId}.`);
  return { kind: "thread", channel, parent };
}

/** Every place a person sees: the channels, each with its threads, the direct message with the app, and the app's home. */
export function placesOf(world: World, person: string): readonly SeenPlace[] {
  const { app_home: tabs } = world.manifest.features;
  if (tabs.messages_tab_enabled) directMessage(world, person);
  const channels = [...world.channels.values()].filter((channel) => canRead(world, person, channel));
  const home: SeenPlace = { id: homePlace, kind: "home", name: world.app.name, archived: false };
  return [
    ...channels.flatMap((channel) => [seenChannel(channel), ...threadsIn(world, person, channel)]),
    ...(tabs.home_tab_enabled ? [home] : []),
  ];
}

const kinds = { public: "channel", private: "private-channel", im: "direct", mpim: "direct" } as const;

function seenChannel(channel: Channel): SeenPlace {
  return {
    id: channel.id,
    kind: kinds[channel.kind],
    name: channel.name,
    ...(channel.topic === "" ? {} : { topic: channel.topic }),
    archived: channel.archived,
  };
}

function threadsIn(world: World, person: string, channel: Channel): readonly SeenPlace[] {
  const parents = new Set<string>();
  for (const message of channel.messages.values())
    if (message.threadTs !== undefined && isShownTo(person, message)) parents.add(message.threadTs);
  return [...parents].map((ts) => {
    const text = channel.messages.get(ts)?.content.text ?? "";
    const [firstLine = ""] = readableMrkdwn(text, namesFor(world, person)).split("\n");
    return {
      id: threadPlace(channel.id, ts),
      kind: "thread",
      name: firstLine,
      parent: channel.id,
      archived: channel.archived,
    };
  });
}

function nameOf(world: World, person: string): string {
  return world.members.get(person)?.name ?? person;
}
