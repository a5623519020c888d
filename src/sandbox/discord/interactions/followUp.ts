import { editMessage } from "../acts/changeMessage.ts";
import { wakeThread } from "../acts/changeThread.ts";
import { messageFlag } from "../numbers.ts";
import { refusal } from "../refusal.ts";
import type { MessageBody } from "../wire/message.ts";
import type { Interaction } from "../world/interaction.ts";
import type { Attachment, Message } from "../world/message.ts";
import type { World } from "../world/world.ts";
import { postAnswer } from "./answerInteraction.ts";
import { tokenLivesFor } from "./sendInteraction.ts";

/**
 * The interaction a token belongs to, once it was answered.
 * @throws DiscordRefusal 50027 for a token unknown or older than fifteen minutes, 10015 before the first answer
 */
export function answeredInteraction(world: World, applicationId: string, token: string): Interaction {
  const interaction = world.interactions.get(token);
  if (applicationId !== world.application.id) throw refusal("unknownWebhook");
  if (interaction === undefined || world.clock.now() - interaction.at >= tokenLivesFor)
    throw refusal("invalidWebhookToken");
  if (interaction.state.kind !== "answered") throw refusal("unknownWebhook");
  return interaction;
}

/**
 * A message of an interaction: "@original" or an id.
 * @throws DiscordRefusal 10008 when there is none, or when it belongs to another interaction
 */
export function messageOf(world: World, interaction: Interaction, id: string): Message {
  const originalId = interaction.state.kind === "answered" ? interaction.state.originalId : undefined;
  const message = world.messages.get(id === "@original" ? (originalId ?? "") : id);
  const isOwn = message?.id === originalId || message?.cause?.token === interaction.cause.token;
  if (message === undefined || !isOwn) throw refusal("unknownMessage");
  return message;
}

/** The "… is thinking" that waits for its text, if one does. */
export function loadingMessage(world: World, interaction: Interaction): Message | undefined {
  if (interaction.state.kind !== "answered" || interaction.state.originalId === undefined) return undefined;
  const original = world.messages.get(interaction.state.originalId);
  return original !== undefined && (original.flags & messageFlag.loading) !== 0 ? original : undefined;
}

/** Edits a message of an interaction; the text of a deferred answer arrives this way. */
export function editAnswer(
  world: World,
  interaction: Interaction,
  message: Message,
  body: MessageBody,
  attachments: readonly Attachment[],
): Message {
  const place = world.places.get(message.placeId);
  if (place === undefined) throw refusal("unknownChannel");
  if (place.kind === "thread") wakeThread(world, place, world.application.id);
  if ((message.flags & messageFlag.loading) !== 0) interaction.stopWaiting();
  return editMessage(world, message, body, attachments);
}

/** Posts a further message to an interaction. */
export function followUp(
  world: World,
  interaction: Interaction,
  body: MessageBody,
  attachments: readonly Attachment[],
): Message {
  if (!world.places.has(interaction.placeId)) throw refusal("unknownChannel");
  const originalId = interaction.state.kind === "answered" ? interaction.state.originalId : undefined;
  return postAnswer(world, interaction, body, attachments, 0, originalId ?? interaction.cause.controlMessageId);
}
