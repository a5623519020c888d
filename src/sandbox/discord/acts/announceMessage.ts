import { drawPartialMember } from "../draw/drawMember.ts";
import { drawMessage, withoutContent } from "../draw/drawMessage.ts";
import { intent } from "../numbers.ts";
import type { Json } from "../wire/json.ts";
import { maySee } from "../world/maySee.ts";
import type { Message } from "../world/message.ts";
import type { Place } from "../world/place.ts";
import type { World } from "../world/world.ts";

/** Tells the bot of a message where it may see it; of ephemeral ones the gateway is silent. */
export function announceMessage(world: World, name: "MESSAGE_CREATE" | "MESSAGE_UPDATE", message: Message): void {
  world.changed();
  const place = audible(world, message);
  if (place === undefined) return;
  const direct = place.kind === "direct";
  const author = world.members.get(message.authorId);
  const more: Json = direct
    ? {}
    : { guild_id: world.guild.id, ...(author === undefined ? {} : { member: drawPartialMember(author) }) };
  world.announce({
    name,
    ...hearing(direct),
    data: (intents) => {
      const drawn = { ...drawMessage(world, message), ...more };
      return direct || mayRead(world, message, intents) ? drawn : withoutContent(drawn);
    },
  });
}

/** Tells the bot that a message is gone. */
export function announceMessageGone(world: World, message: Message): void {
  world.changed();
  const place = audible(world, message);
  if (place === undefined) return;
  const direct = place.kind === "direct";
  world.announce({
    name: "MESSAGE_DELETE",
    ...hearing(direct),
    data: () => ({
      id: message.id,
      channel_id: message.placeId,
      ...(direct ? {} : { guild_id: world.guild.id }),
    }),
  });
}

/**
 * Whether the bot may read what stands in a message of a guild: its own and those that mention it, otherwise with the privileged intent
 * only (events/gateway, "Message Content Intent").
 */
export function mayRead(world: World, message: Message, intents: number): boolean {
  const botId = world.application.id;
  return message.authorId === botId || message.mentions.includes(botId) || (intents & intent.messageContent) !== 0;
}

function audible(world: World, message: Message): Place | undefined {
  const place = world.places.get(message.placeId);
  if (place === undefined || message.visibleTo !== undefined) return undefined;
  return maySee(world, world.application.id, place) ? place : undefined;
}

const hearing = (direct: boolean) =>
  direct ? ({ intent: intent.directMessages, direct: true } as const) : { intent: intent.guildMessages };
