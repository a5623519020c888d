import { editedBody } from "../acts/changeMessage.ts";
import { requireContent } from "../interactions/requireContent.ts";
import { permission } from "../numbers.ts";
import { invalidForm, refusal } from "../refusal.ts";
import type { MessageBody } from "../wire/message.ts";
import type { Message } from "../world/message.ts";
import type { Place } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { requirePermission } from "./requirePlace.ts";

/** @throws DiscordRefusal 10008; ephemeral messages are not to be found by their channel (interactions/receiving-and-responding) */
export function requireMessage(world: World, place: Place, id: string | undefined): Message {
  const message = world.messages.get(id ?? "");
  if (message === undefined || message.placeId !== place.id || message.visibleTo !== undefined)
    throw refusal("unknownMessage");
  return message;
}

/** That the bot may send what this body holds. @throws DiscordRefusal 50013 */
export function requireMayEmbed(world: World, place: Place, body: MessageBody, files: number): void {
  if ((body.embeds?.length ?? 0) > 0) requirePermission(world, place, permission.embedLinks);
  if (files > 0) requirePermission(world, place, permission.attachFiles);
}

/** That something is left of a message after an edit. @throws DiscordRefusal 50006 */
export function requireContentLeft(message: Message, body: MessageBody, files: number): void {
  const keptFiles = body.attachments === undefined ? message.attachments.length : (body.attachments?.length ?? 0);
  requireContent(editedBody(message, body), keptFiles + files);
}

/** The message a new one answers. @throws DiscordRefusal 50035 when it is gone and the bot did not say that this is all right */
export function requireReplied(world: World, place: Place, body: MessageBody): string | undefined {
  const id = body.message_reference?.message_id ?? undefined;
  if (id === undefined) return undefined;
  const replied = world.messages.get(id);
  if (replied?.placeId === place.id) return id;
  if (body.message_reference?.fail_if_not_exists === false) return undefined;
  throw invalidForm([{ path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" }]);
}
