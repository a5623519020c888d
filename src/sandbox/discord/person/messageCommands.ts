import { drawMessage } from "../draw/drawMessage.ts";
import { sendInteraction } from "../interactions/sendInteraction.ts";
import { interactionType, messageFlag, messageType } from "../numbers.ts";
import type { Outcome } from "../world/interaction.ts";
import { maySeeMessage } from "../world/maySee.ts";
import type { Message } from "../world/message.ts";
import type { World } from "../world/world.ts";
import { commandsAt } from "./commandsAt.ts";
import { localName } from "./localName.ts";
import { nameOf, requireSeen } from "./seenPlaces.ts";
import { requireUsable } from "./useControl.ts";

/** What somebody or a bot said; what Discord tells by itself has no commands in its menu. */
const said: readonly number[] = [messageType.plain, messageType.reply, messageType.chatInputCommand];

/**
 * The commands in the menu of a message, by name and in the person's language; none on what only this person sees, and none on what
 * Discord itself tells (interactions/application-commands, "Message Commands").
 */
export function messageCommands(
  world: World,
  personId: string,
  messageId: string,
): readonly { readonly id: string; readonly label: string }[] {
  const message = requireMessage(world, personId, messageId);
  const isFleeting = (message.flags & messageFlag.ephemeral) !== 0;
  if (isFleeting || !said.includes(message.type)) return [];
  const place = requireSeen(world, personId, message.placeId);
  if (place.kind === "thread" && place.archived) return [];
  const locale = world.accounts.get(personId)?.locale ?? "en-US";
  return commandsAt(world, personId, place, "message").map(({ body }) => ({
    id: body.name,
    label: localName(body, locale),
  }));
}

/**
 * Chooses a command in the menu of a message: the bot is told of the message in full.
 * @throws Error for one that is not offered there
 */
export function useMessageCommand(world: World, personId: string, messageId: string, name: string): Promise<Outcome> {
  const message = requireMessage(world, personId, messageId);
  const place = requireSeen(world, personId, message.placeId);
  requireUsable(world, personId, place);
  const isOffered = messageCommands(world, personId, messageId).some(({ id }) => id === name);
  const command = commandsAt(world, personId, place, "message").find(({ body }) => body.name === name);
  if (!isOffered || command === undefined) throw new Error(`The menu of the message offers no "${name}".`);
  return sendInteraction(world, {
    type: interactionType.command,
    userId: personId,
    place,
    commandName: name,
    data: {
      id: command.id,
      name,
      type: command.type,
      target_id: message.id,
      resolved: { messages: { [message.id]: drawMessage(world, message) } },
      ...(command.scope === "global" ? {} : { guild_id: command.scope }),
    },
  });
}

function requireMessage(world: World, personId: string, messageId: string): Message {
  const message = world.messages.get(messageId);
  if (message === undefined || !maySeeMessage(personId, message))
    throw new Error(`${nameOf(world, personId)} sees no message ${messageId}.`);
  return message;
}
