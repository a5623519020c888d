import { interactionType, messageFlag } from "../numbers.ts";
import { uploadUrl } from "../rest/serveUpload.ts";
import type { Json } from "../wire/json.ts";
import type { Attachment, Cause, Message } from "../world/message.ts";
import type { World } from "../world/world.ts";
import { drawComponents } from "./drawComponents.ts";
import { drawEmbed } from "./drawEmbed.ts";
import { drawUserById } from "./drawUser.ts";
import { isoTime } from "./isoTime.ts";

/** A message object (resources/message, "Message Structure"). */
export function drawMessage(world: World, message: Message): Json {
  return {
    id: message.id,
    channel_id: message.placeId,
    type: message.type,
    author: drawUserById(world, message.authorId),
    timestamp: isoTime(message.at),
    edited_timestamp: message.editedAt === undefined ? null : isoTime(message.editedAt),
    content: message.content,
    embeds: message.embeds.map(drawEmbed),
    components: drawComponents(message.components),
    attachments: message.attachments.map((attachment) => drawAttachment(world, message, attachment)),
    flags: message.flags,
    mentions: message.mentions.map((id) => drawUserById(world, id)),
    mention_roles: message.mentionedRoles,
    mention_everyone: message.mentionsEveryone,
    pinned: message.pinned,
    tts: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.cause === undefined ? {} : drawCause(world, message, message.cause)),
    ...(message.replyTo === undefined ? {} : drawReply(world, message, message.replyTo)),
  };
}

/** What a bot without the MESSAGE_CONTENT intent is told of other people's messages (events/gateway, "Message Content Intent"). */
export function withoutContent(drawn: Json): Json {
  return { ...drawn, content: "", embeds: [], components: [], attachments: [] };
}

function drawAttachment(world: World, message: Message, attachment: Attachment): Json {
  const upload = world.uploads.get(attachment.id);
  const url =
    upload === undefined
      ? `https://cdn.discordapp.com/attachments/${message.placeId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`
      : uploadUrl(world, upload);
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    content_type: attachment.contentType,
    url,
    proxy_url: url,
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
    ...((message.flags & messageFlag.ephemeral) === 0 ? {} : { ephemeral: true }),
  };
}

function drawReply(world: World, message: Message, messageId: string): Json {
  return {
    message_reference: {
      type: 0,
      channel_id: message.placeId,
      message_id: messageId,
      ...(world.places.get(message.placeId)?.kind === "direct" ? {} : { guild_id: world.guild.id }),
    },
  };
}

function drawCause(world: World, message: Message, cause: Cause): Json {
  const applicationId = world.application.id;
  return {
    application_id: applicationId,
    webhook_id: applicationId,
    interaction_metadata: drawMetadata(world, message, cause),
    ...(cause.type === interactionType.command
      ? {
          interaction: {
            id: cause.id,
            type: cause.type,
            name: cause.commandName ?? "",
            user: drawUserById(world, cause.userId),
          },
        }
      : {}),
  };
}

function drawMetadata(world: World, message: Message, cause: Cause): Json {
  const direct = world.places.get(message.placeId)?.kind === "direct";
  return {
    id: cause.id,
    type: cause.type,
    user: drawUserById(world, cause.userId),
    authorizing_integration_owners: { 0: direct ? "0" : world.guild.id },
    ...(cause.type === interactionType.component ? { interacted_message_id: cause.controlMessageId } : {}),
    ...(cause.trigger === undefined
      ? {}
      : { triggering_interaction_metadata: drawMetadata(world, message, cause.trigger) }),
  };
}
