import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from "discord-api-spec/zod";

import { editedBody } from "../acts/changeMessage.ts";
import { messageFaults } from "../checks/messageRules.ts";
import type { Reading } from "../checks/readBody.ts";
import { messageFlag } from "../numbers.ts";
import type { MessageBody } from "../wire/message.ts";
import type { Message } from "../world/message.ts";

/** What discord.js sends with every message, whether the route knows it or not; Discord drops it. */
const tolerated = ["tts", "enforce_nonce"];

const createFlags =
  messageFlag.suppressEmbeds |
  messageFlag.suppressNotifications |
  messageFlag.isVoiceMessage |
  messageFlag.componentsV2;

/** Flags of a message that answers an interaction; it may be ephemeral. */
export const answerFlags = createFlags | messageFlag.ephemeral;

const editFlags = messageFlag.suppressEmbeds | messageFlag.componentsV2;

/** How a message to a place is read. */
export const newMessage: Reading<MessageBody> = {
  schema: MessageCreateRequestSchema,
  rules: (body) => messageFaults(body, { flags: createFlags }),
};

/** How a further message to an interaction is read. */
export const newAnswer: Reading<MessageBody> = {
  schema: IncomingWebhookRequestPartialSchema,
  rules: (body) => messageFaults(body, { flags: answerFlags }),
  tolerated,
};

/** How an edit of that message is read: what counts is the message that comes of it. */
export function editOf(message: Message, byToken: boolean): Reading<MessageBody> {
  return {
    schema: byToken ? IncomingWebhookUpdateRequestPartialSchema : MessageEditRequestPartialSchema,
    rules: (body) =>
      messageFaults(
        { ...body, ...editedBody(message, body) },
        { flags: byToken ? editFlags | messageFlag.ephemeral : editFlags, wasV2: isV2(message) },
      ),
    tolerated,
  };
}

const isV2 = ({ flags }: Message) => (flags & messageFlag.componentsV2) !== 0;
