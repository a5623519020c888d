import type { SeenMessage, SeenPlace } from "../../person.ts";
import { drawMessage } from "../draw/drawMessage.ts";
import { channelType, permission } from "../numbers.ts";
import { maySee, maySeeMessage } from "../world/maySee.ts";
import type { Message } from "../world/message.ts";
import type { Channel, Place } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { plainText } from "./plainText.ts";
import { seenControls } from "./seenControls.ts";

/** The places open to a person: channels in their order, each followed by its threads, then the conversation with the bot. */
export function seenPlaces(world: World, personId: string): readonly SeenPlace[] {
  const open = [...world.places.values()].filter((place) => maySee(world, personId, place));
  const channels = open
    .filter((place) => place.kind === "channel")
    .filter(({ type }) => type !== channelType.category)
    .toSorted((a, b) => a.position - b.position);
  const threads = open.filter((place) => place.kind === "thread");
  const direct = open.filter((place) => place.kind === "direct");
  const inOrder: readonly Place[] = [
    ...channels.flatMap((channel) => [channel, ...threads.filter(({ parentId }) => parentId === channel.id)]),
    ...direct,
  ];
  return inOrder.map((place) => seenPlace(world, place));
}

function seenPlace(world: World, place: Place): SeenPlace {
  if (place.kind === "direct") return { id: place.id, kind: "direct", name: world.application.name, archived: false };
  if (place.kind === "thread")
    return { id: place.id, kind: "thread", name: place.name, parent: place.parentId, archived: place.archived };
  return {
    id: place.id,
    kind: isOpenToAll(world, place) ? "channel" : "private-channel",
    name: place.name,
    archived: false,
    ...(place.topic === null ? {} : { topic: place.topic }),
  };
}

function isOpenToAll(world: World, channel: Channel): boolean {
  const everyone = channel.overwrites.find(({ id }) => id === world.guild.id);
  const held = world.roles.get(world.guild.id)?.permissions ?? 0n;
  return (((held & ~(everyone?.deny ?? 0n)) | (everyone?.allow ?? 0n)) & permission.viewChannel) !== 0n;
}

/** The place of that id. @throws Error if the person cannot see it */
export function requireSeen(world: World, personId: string, placeId: string): Place {
  const place = world.places.get(placeId);
  if (place === undefined || !maySee(world, personId, place))
    throw new Error(`${nameOf(world, personId)} cannot see a place ${placeId}.`);
  return place;
}

/** The messages a person sees at a place, oldest first. */
export function seenMessages(world: World, personId: string, placeId: string): readonly SeenMessage[] {
  const place = requireSeen(world, personId, placeId);
  return [...world.messages.in(place.id)]
    .filter((message) => maySeeMessage(personId, message))
    .map((message) => seenMessage(world, personId, message));
}

function seenMessage(world: World, personId: string, message: Message): SeenMessage {
  const author = world.accounts.get(message.authorId);
  return {
    id: message.id,
    place: message.placeId,
    author: { id: message.authorId, name: author?.name ?? "Deleted User", isBot: author?.isBot ?? false },
    text: plainText(world, message),
    controls: seenControls(world, personId, message.components),
    ephemeral: message.visibleTo !== undefined,
    at: message.at,
    edited: message.editedAt !== undefined,
    raw: drawMessage(world, message),
  };
}

export const nameOf = (world: World, id: string): string => world.accounts.get(id)?.name ?? id;
