import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";

import { editedBody } from "../acts/changeMessage.ts";
import { choiceFaults } from "../checks/commandRules.ts";
import { messageFaults } from "../checks/messageRules.ts";
import { modalFaults } from "../checks/modalRules.ts";
import { readBody } from "../checks/readBody.ts";
import { answersTaken } from "../interactions/answerInteraction.ts";
import { callbackType, messageFlag } from "../numbers.ts";
import { invalidForm } from "../refusal.ts";
import { numberProperty } from "../wire/json.ts";
import type { CallbackBody } from "../wire/message.ts";
import type { Interaction } from "../world/interaction.ts";
import type { World } from "../world/world.ts";
import { answerFlags } from "./messageReadings.ts";

const path = ["data"];

/** discord.js sends these with every message. */
const tolerated = ["tts", "enforce_nonce"];

/**
 * Reads the first answer to an interaction.
 * @throws DiscordRefusal 50035, also for an answer that this interaction does not take
 */
export function readCallback(world: World, interaction: Interaction, sent: unknown, isChecked: boolean): CallbackBody {
  const type = numberProperty(sent, "type");
  const taken: readonly number[] = answersTaken(interaction);
  if (type === undefined || !taken.includes(type))
    throw invalidForm([
      { path: ["type"], code: "BASE_TYPE_CHOICES", message: `Value must be one of {${taken.join(", ")}}.` },
    ]);
  if (type === callbackType.modal) return readBody(modal, sent, isChecked);
  if (type === callbackType.choices) return readBody(choices, sent, isChecked);
  if (type === callbackType.message || type === callbackType.deferredMessage)
    return readBody(type === callbackType.message ? message : deferred, sent, isChecked);
  return readBody(updateOf(world, interaction), sent, isChecked);
}

const modal = {
  schema: ModalInteractionCallbackRequestSchema,
  rules: ({ data }: Extract<CallbackBody, { readonly type: 9 }>) => modalFaults(data, path),
};

const choices = {
  schema: ApplicationCommandAutocompleteCallbackRequestSchema,
  rules: ({ data }: Extract<CallbackBody, { readonly type: 8 }>) =>
    (data?.choices ?? []).flatMap((choice, index) =>
      choice === null ? [] : choiceFaults(choice, [...path, "choices", index]),
    ),
};

type WithMessage = Extract<CallbackBody, { readonly type: 4 | 5 }>;

const message = {
  schema: CreateMessageInteractionCallbackRequestSchema,
  rules: ({ data }: WithMessage) => messageFaults(data ?? {}, { flags: answerFlags, path }),
  tolerated,
};

/** Of a deferred answer nothing but whether it is ephemeral can be said (interactions/receiving-and-responding, "Messages"). */
const deferred = {
  schema: CreateMessageInteractionCallbackRequestSchema,
  rules: ({ data }: WithMessage) => messageFaults(data ?? {}, { flags: messageFlag.ephemeral, path }),
  tolerated,
};

function updateOf(world: World, { cause }: Interaction) {
  const control = world.messages.get(cause.controlMessageId ?? "");
  const wasV2 = ((control?.flags ?? 0) & messageFlag.componentsV2) !== 0;
  return {
    schema: UpdateMessageInteractionCallbackRequestSchema,
    rules: ({ type, data }: Extract<CallbackBody, { readonly type: 6 | 7 }>) => {
      if (type === callbackType.deferredUpdate) return [];
      const body = data ?? {};
      const edited = control === undefined ? body : { ...body, ...editedBody(control, body) };
      return messageFaults(edited, { flags: answerFlags, wasV2, path });
    },
    tolerated,
  };
}
