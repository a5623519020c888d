import { InteractionCallbackResponseSchema, MessageResponseSchema } from "discord-api-spec/zod";

import { deleteMessage } from "../../acts/changeMessage.ts";
import { readBody } from "../../checks/readBody.ts";
import { drawMessage } from "../../draw/drawMessage.ts";
import { answerInteraction, waitingInteraction } from "../../interactions/answerInteraction.ts";
import { answeredInteraction, editAnswer, followUp, loadingMessage, messageOf } from "../../interactions/followUp.ts";
import { requireContent } from "../../interactions/requireContent.ts";
import { callbackType, messageFlag } from "../../numbers.ts";
import type { Json } from "../../wire/json.ts";
import type { CallbackBody, MessageBody } from "../../wire/message.ts";
import type { Interaction } from "../../world/interaction.ts";
import type { Message } from "../../world/message.ts";
import type { World } from "../../world/world.ts";
import { readCallback } from "../callbackReadings.ts";
import { editOf, newAnswer } from "../messageReadings.ts";
import { requireContentLeft } from "../requireMessage.ts";
import { type Answer, type Call, done, ok, type Route } from "../route.ts";
import { takeFiles } from "../takeFiles.ts";

/** Answers to interactions (interactions/receiving-and-responding, "Endpoints"). */
export const interactionRoutes: readonly Route[] = [
  {
    name: "POST /interactions/:id/:token/callback",
    isInteraction: true,
    answers: InteractionCallbackResponseSchema,
    handle(world, call, isChecked) {
      const [id = "", token = ""] = call.ids;
      const interaction = waitingInteraction(world, id, token);
      const callback = readCallback(world, interaction, call.body, isChecked);
      const attachments = takeFiles(world, call, messageBodyOf(callback));
      const message = answerInteraction(world, interaction, callback, attachments);
      return call.query.get("with_response") === "true"
        ? ok(drawCallback(world, interaction, callback, message))
        : done;
    },
  },
  {
    name: "POST /webhooks/:id/:token",
    isInteraction: true,
    answers: MessageResponseSchema,
    handle(world, call, isChecked) {
      const interaction = interactionOf(world, call);
      const loading = loadingMessage(world, interaction);
      // Right after a deferred answer this gives that answer its text (interactions/receiving-and-responding, "Create Followup Message").
      if (loading !== undefined) return edit(world, call, interaction, loading, isChecked);
      const body = readBody(newAnswer, call.body, isChecked);
      requireContent(body, call.files.length);
      return ok(drawMessage(world, followUp(world, interaction, body, takeFiles(world, call, body))));
    },
  },
  ...["@original", ":id"].flatMap((which): readonly Route[] => [
    {
      name: `GET /webhooks/:id/:token/messages/${which}`,
      isInteraction: true,
      answers: MessageResponseSchema,
      handle: (world, call) => ok(drawMessage(world, messageOf(world, interactionOf(world, call), messageIdOf(call)))),
    },
    {
      name: `PATCH /webhooks/:id/:token/messages/${which}`,
      isInteraction: true,
      answers: MessageResponseSchema,
      handle(world, call, isChecked) {
        const interaction = interactionOf(world, call);
        return edit(world, call, interaction, messageOf(world, interaction, messageIdOf(call)), isChecked);
      },
    },
    {
      name: `DELETE /webhooks/:id/:token/messages/${which}`,
      isInteraction: true,
      handle(world, call) {
        const interaction = interactionOf(world, call);
        const message = messageOf(world, interaction, messageIdOf(call));
        if ((message.flags & messageFlag.loading) !== 0) interaction.stopWaiting();
        deleteMessage(world, message);
        return done;
      },
    },
  ]),
];

function interactionOf(world: World, { ids: [applicationId = "", token = ""] }: Call): Interaction {
  return answeredInteraction(world, applicationId, token);
}

function messageBodyOf(callback: CallbackBody): MessageBody {
  if (callback.type === callbackType.choices || callback.type === callbackType.modal) return {};
  return callback.data ?? {};
}

const messageIdOf = ({ ids }: Call): string => ids[2] ?? "@original";

function edit(world: World, call: Call, interaction: Interaction, message: Message, isChecked: boolean): Answer {
  const body = readBody(editOf(message, true), call.body, isChecked);
  requireContentLeft(message, body, call.files.length);
  const kept = message.attachments.map(({ id }) => id);
  const edited = editAnswer(world, interaction, message, body, takeFiles(world, call, body, kept));
  return ok(drawMessage(world, edited));
}

/** interactions/receiving-and-responding, "Interaction Callback Response Object". */
function drawCallback(
  world: World,
  { cause, placeId }: Interaction,
  callback: CallbackBody,
  message: Message | undefined,
): Json {
  const hasMessage = callback.type === callbackType.message || callback.type === callbackType.update;
  const told =
    message === undefined
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: (message.flags & messageFlag.loading) !== 0,
          response_message_ephemeral: (message.flags & messageFlag.ephemeral) !== 0,
        };
  return {
    interaction: { id: cause.id, type: cause.type, channel_id: placeId, ...told },
    ...(message !== undefined && hasMessage
      ? { resource: { type: callback.type, message: drawMessage(world, message) } }
      : {}),
  };
}
