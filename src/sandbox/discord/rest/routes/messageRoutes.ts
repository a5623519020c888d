import { MessageResponseSchema, PinnedMessagesResponseSchema } from "discord-api-spec/zod";
import * as z from "zod/mini";

import { mayRead } from "../../acts/announceMessage.ts";
import { deleteMessage, editMessage, pinMessage } from "../../acts/changeMessage.ts";
import { postMessage } from "../../acts/postMessage.ts";
import { addToThread } from "../../acts/threadMembers.ts";
import { readBody } from "../../checks/readBody.ts";
import { drawMessage, withoutContent } from "../../draw/drawMessage.ts";
import { isoTime } from "../../draw/isoTime.ts";
import { requireContent } from "../../interactions/requireContent.ts";
import { messageType, permission } from "../../numbers.ts";
import { refusal } from "../../refusal.ts";
import type { Message } from "../../world/message.ts";
import { mayAt } from "../../world/permissions.ts";
import type { World } from "../../world/world.ts";
import { listMessages } from "../listMessages.ts";
import { editOf, newMessage } from "../messageReadings.ts";
import { requireContentLeft, requireMayEmbed, requireMessage, requireReplied } from "../requireMessage.ts";
import { requirePermission, requirePlace, requireWritable } from "../requirePlace.ts";
import { type Answer, type Call, done, ok, type Route, withBody } from "../route.ts";
import { rememberNonce, sentBefore } from "../sentBefore.ts";
import { takeFiles } from "../takeFiles.ts";

/** Messages at a place (resources/message). */
export const messageRoutes: readonly Route[] = [
  {
    name: "POST /channels/:id/messages",
    answers: MessageResponseSchema,
    handle: withBody(newMessage, (world, call, body) => {
      const place = requirePlace(world, call.ids[0]);
      const botId = world.application.id;
      requireWritable(world, place);
      requireMayEmbed(world, place, body, call.files.length);
      requireContent(body, call.files.length);
      const repeated = sentBefore(world, body);
      if (repeated !== undefined) return ok(drawMessage(world, repeated));
      const replyTo = requireReplied(world, place, body);
      const attachments = takeFiles(world, call, body);
      const type = replyTo === undefined ? messageType.plain : messageType.reply;
      const message = postMessage(world, {
        placeId: place.id,
        authorId: botId,
        body,
        flags: body.flags ?? 0,
        type,
        attachments,
        replyTo,
      });
      rememberNonce(world, body, message);
      // Writing in a thread makes its author a member.
      if (place.kind === "thread") addToThread(world, place.id, botId, undefined);
      return ok(drawMessage(world, message));
    }),
  },
  {
    name: "GET /channels/:id/messages",
    answers: z.array(MessageResponseSchema),
    handle(world, { ids, query }) {
      const place = requirePlace(world, ids[0]);
      if (!mayAt(world, world.application.id, place, permission.readMessageHistory)) return ok([]);
      return ok(listMessages(world, place, query).map((message) => drawForBot(world, message)));
    },
  },
  {
    name: "GET /channels/:id/messages/:id",
    answers: MessageResponseSchema,
    handle(world, { ids }) {
      const place = requirePlace(world, ids[0]);
      requirePermission(world, place, permission.readMessageHistory);
      return ok(drawForBot(world, requireMessage(world, place, ids[1])));
    },
  },
  {
    name: "PATCH /channels/:id/messages/:id",
    answers: MessageResponseSchema,
    handle(world, call, isChecked) {
      const place = requirePlace(world, call.ids[0]);
      const message = requireMessage(world, place, call.ids[1]);
      if (message.authorId !== world.application.id) throw refusal("notOwnMessage");
      if (place.kind === "thread" && place.archived) throw refusal("threadArchived");
      requireWritable(world, place);
      const body = readBody(editOf(message, false), call.body, isChecked);
      requireMayEmbed(world, place, body, call.files.length);
      requireContentLeft(message, body, call.files.length);
      const kept = message.attachments.map(({ id }) => id);
      return ok(drawMessage(world, editMessage(world, message, body, takeFiles(world, call, body, kept))));
    },
  },
  {
    name: "DELETE /channels/:id/messages/:id",
    handle(world, { ids }) {
      const place = requirePlace(world, ids[0]);
      const message = requireMessage(world, place, ids[1]);
      const isOwn = message.authorId === world.application.id;
      if (!isOwn && place.kind === "direct") throw refusal("notInDirect");
      if (!isOwn) requirePermission(world, place, permission.manageMessages);
      deleteMessage(world, message);
      return done;
    },
  },
  {
    name: "GET /channels/:id/messages/pins",
    answers: PinnedMessagesResponseSchema,
    handle(world, { ids }) {
      const place = requirePlace(world, ids[0]);
      const pinned = [...world.messages.in(place.id)].filter((message) => message.pinned);
      const items = pinned.map((message) => ({
        pinned_at: isoTime(message.editedAt ?? message.at),
        message: drawForBot(world, message),
      }));
      return ok({ items, has_more: false });
    },
  },
  { name: "PUT /channels/:id/messages/pins/:id", handle: (world, call) => pin(world, call, true) },
  { name: "DELETE /channels/:id/messages/pins/:id", handle: (world, call) => pin(world, call, false) },
];

function drawForBot(world: World, message: Message) {
  const drawn = drawMessage(world, message);
  const isOpen = world.places.get(message.placeId)?.kind === "direct";
  return isOpen || mayRead(world, message, world.application.privilegedIntents) ? drawn : withoutContent(drawn);
}

function pin(world: World, { ids }: Call, pinned: boolean): Answer {
  const place = requirePlace(world, ids[0]);
  requirePermission(world, place, permission.pinMessages);
  const message = requireMessage(world, place, ids[1]);
  const all = [...world.messages.in(place.id)].filter((one) => one.pinned).length;
  if (pinned && !message.pinned && all >= world.limits.pins) throw refusal("tooManyPins");
  pinMessage(world, message, pinned);
  return done;
}
