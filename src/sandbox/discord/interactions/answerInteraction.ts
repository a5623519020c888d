import { editMessage } from "../acts/changeMessage.ts";
import { wakeThread } from "../acts/changeThread.ts";
import { postMessage } from "../acts/postMessage.ts";
import { callbackType, interactionType, messageFlag, messageType } from "../numbers.ts";
import { refusal } from "../refusal.ts";
import type { CallbackBody, MessageBody } from "../wire/message.ts";
import type { Interaction } from "../world/interaction.ts";
import type { Attachment, Message } from "../world/message.ts";
import type { World } from "../world/world.ts";
import { requireContent } from "./requireContent.ts";
import { didNotRespond, firstAnswerWithin, showFailure, tokenLivesFor } from "./sendInteraction.ts";

/**
 * The interaction that still waits for its first answer.
 * @throws DiscordRefusal 10062 when it is unknown or the three seconds are over, 40060 when it was answered
 */
export function waitingInteraction(world: World, id: string, token: string): Interaction {
  const interaction = world.interactions.get(token);
  if (interaction?.cause.id !== id || interaction.state.kind === "lost") throw refusal("unknownInteraction");
  if (interaction.state.kind === "answered") throw refusal("alreadyAcknowledged");
  if (world.clock.now() - interaction.at >= firstAnswerWithin) throw refusal("unknownInteraction");
  return interaction;
}

/** Which answers an interaction takes (interactions/receiving-and-responding, "Interaction Callback Type"). */
export function answersTaken({ cause }: Interaction): readonly CallbackBody["type"][] {
  const onMessage = cause.controlMessageId === undefined ? [] : [callbackType.deferredUpdate, callbackType.update];
  if (cause.type === interactionType.autocomplete) return [callbackType.choices];
  const messages = [callbackType.message, callbackType.deferredMessage, ...onMessage];
  return cause.type === interactionType.modalSubmit ? messages : [...messages, callbackType.modal];
}

/**
 * Carries out the first answer to an interaction and shows it to the person.
 * @returns the message it made or changed, if any
 */
export function answerInteraction(
  world: World,
  interaction: Interaction,
  callback: CallbackBody,
  attachments: readonly Attachment[],
): Message | undefined {
  const message = carryOut(world, interaction, callback, attachments);
  interaction.stopWaiting();
  const originalId =
    message?.id ?? (callback.type === callbackType.deferredUpdate ? interaction.cause.controlMessageId : undefined);
  interaction.state = { kind: "answered", callback: callback.type, originalId };
  if (interaction.cause.type === interactionType.modalSubmit) world.forms.delete(interaction.personId);
  if (callback.type === callbackType.modal)
    world.forms.set(interaction.personId, {
      placeId: interaction.placeId,
      trigger: interaction.cause,
      modal: callback.data,
    });
  if (callback.type === callbackType.deferredMessage) awaitText(world, interaction);
  interaction.settle({ kind: "answered", callback, messageId: message?.id });
  world.changed();
  return message;
}

function carryOut(
  world: World,
  interaction: Interaction,
  callback: CallbackBody,
  attachments: readonly Attachment[],
): Message | undefined {
  const place = world.places.get(interaction.placeId);
  switch (callback.type) {
    case callbackType.choices:
    case callbackType.modal:
      return undefined;
    case callbackType.deferredUpdate:
      return undefined;
    case callbackType.message:
    case callbackType.deferredMessage: {
      if (place === undefined) throw refusal("unknownChannel");
      const body: MessageBody = callback.data ?? {};
      const isDeferred = callback.type === callbackType.deferredMessage;
      if (!isDeferred) requireContent(body, attachments.length);
      return postAnswer(world, interaction, body, attachments, isDeferred ? messageFlag.loading : 0);
    }
    case callbackType.update: {
      const control = world.messages.get(interaction.cause.controlMessageId ?? "");
      if (control === undefined) throw refusal("unknownMessage");
      // A locked archived thread refuses even the answer to an interaction (discord/discord-api-docs issue 5517).
      if (place?.kind === "thread") wakeThread(world, place, world.application.id);
      return editMessage(world, control, callback.data ?? {}, attachments);
    }
  }
}

/** Posts a message that answers an interaction, as the first answer or later. */
export function postAnswer(
  world: World,
  { cause, placeId, personId }: Interaction,
  body: MessageBody,
  attachments: readonly Attachment[],
  extraFlags: number,
  replyTo = cause.controlMessageId,
): Message {
  const flags = (body.flags ?? 0) | extraFlags;
  return postMessage(world, {
    placeId,
    authorId: world.application.id,
    body,
    flags,
    type: replyTo === undefined ? messageType.chatInputCommand : messageType.reply,
    attachments,
    visibleTo: (flags & messageFlag.ephemeral) === 0 ? undefined : personId,
    replyTo,
    cause,
  });
}

/** "… is thinking" that nobody ends within the life of the token turns into a failure. */
function awaitText(world: World, interaction: Interaction): void {
  const left = tokenLivesFor - (world.clock.now() - interaction.at);
  interaction.stopWaiting = world.clock.after(left, () => showFailure(world, interaction.personId, didNotRespond));
}
