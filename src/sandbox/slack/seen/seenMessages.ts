import type { SeenMessage } from "../../person.ts";
import { momentOf } from "../world/mint.ts";
import type { StoredMessage } from "../world/storedMessage.ts";
import type { StoredView } from "../world/storedView.ts";
import { wireMessage } from "../world/wireMessage.ts";
import { wireView } from "../world/wireView.ts";
import type { World } from "../world/world.ts";
import { homePlace, type Place, threadPlace } from "./places.ts";
import { readableAttachments } from "./readableAttachments.ts";
import { readableMrkdwn } from "./readableMrkdwn.ts";
import { readableText } from "./readableText.ts";
import { seenControls } from "./seenControls.ts";
import { isShownTo, namesFor } from "./visibility.ts";

/** What stands at a place for one person, oldest first, with the ephemeral messages meant for them. */
export function seenMessages(world: World, person: string, place: Place): readonly SeenMessage[] {
  if (place.kind === "home") {
    const home = world.homes.get(person);
    return home === undefined ? [] : [seenHome(world, person, home)];
  }
  const { channel } = place;
  const isHere =
    place.kind === "channel"
      ? (message: StoredMessage) => message.threadTs === undefined || message.isBroadcast
      : (message: StoredMessage) => message === place.parent || message.threadTs === place.parent.ts;
  const id = place.kind === "channel" ? channel.id : threadPlace(channel.id, place.parent.ts);
  return [...channel.messages.values()]
    .filter((message) => isHere(message) && isShownTo(person, message))
    .map((message) => seenMessage(world, person, id, message, channel.archived));
}

function seenMessage(
  world: World,
  person: string,
  place: string,
  message: StoredMessage,
  isArchived: boolean,
): SeenMessage {
  const author = world.members.get(message.author);
  const names = namesFor(world, person);
  const { blocks, attachments, text } = message.content;
  const lines = [blocks.length === 0 ? readableMrkdwn(text, names) : readableText(blocks, names)];
  return {
    id: message.ts,
    place,
    author: {
      id: message.author,
      name: author?.name ?? message.author,
      isBot: author?.isBot ?? true,
    },
    text: [...lines, ...readableAttachments(attachments, names)].filter((line) => line !== "").join("\n"),
    controls: seenControls(blocks, isArchived),
    ephemeral: message.onlyFor !== undefined,
    at: momentOf(message.ts),
    edited: message.editedAt !== undefined,
    raw: wireMessage(message, world),
  };
}

function seenHome(world: World, person: string, home: StoredView): SeenMessage {
  return {
    id: home.id,
    place: homePlace,
    author: { id: world.app.botUserId, name: world.app.name, isBot: true },
    text: readableText(home.view.blocks, namesFor(world, person)),
    controls: seenControls(home.view.blocks, false),
    ephemeral: true,
    at: world.clock.now(),
    edited: false,
    raw: wireView(home, world),
  };
}
