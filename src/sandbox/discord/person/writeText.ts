import { postMessage } from "../acts/postMessage.ts";
import { addToThread } from "../acts/threadMembers.ts";
import { permission } from "../numbers.ts";
import { DiscordRefusal } from "../refusal.ts";
import { mayWrite } from "../world/maySee.ts";
import type { Attachment } from "../world/message.ts";
import { mayAt } from "../world/permissions.ts";
import type { Place } from "../world/place.ts";
import type { Upload, World } from "../world/world.ts";
import { attach } from "./attach.ts";
import { nameOf } from "./seenPlaces.ts";
import { requireSharedGuild } from "./useControl.ts";

/**
 * Writes a plain message; "@Name" becomes a mention.
 * @param files what stands under it, as values of a field for files
 * @throws Error where the person may not write
 */
export function writeText(
  world: World,
  personId: string,
  place: Place,
  line: string,
  files: readonly string[] = [],
): void {
  const name = nameOf(world, personId);
  if (place.kind === "direct") requireSharedGuild(world, personId);
  if (!mayWrite(world, personId, place)) throw new Error(`${name} may not write here.`);
  if (line.trim() === "" || line.length > 2000) throw new Error("A message takes 1 to 2000 characters.");
  const isLocked = place.kind === "thread" && place.locked;
  if (isLocked && !mayAt(world, personId, place, permission.manageThreads))
    throw new Error(`The thread ${place.name} is locked.`);
  try {
    postMessage(world, {
      placeId: place.id,
      authorId: personId,
      body: { content: withMentions(world, line) },
      attachments: files.map((file) => attachmentOf(attach(world, place.id, "Upload", file))),
    });
    if (place.kind === "thread") addToThread(world, place.id, personId, undefined);
  } catch (error) {
    if (error instanceof DiscordRefusal)
      throw new Error(`${name} cannot write here: ${error.message}`, { cause: error });
    throw error;
  }
}

const attachmentOf = ({ id, name, bytes, contentType }: Upload): Attachment => ({
  id,
  filename: name,
  size: bytes.length,
  contentType,
  description: undefined,
});

function withMentions(world: World, line: string): string {
  if (!line.includes("@")) return line;
  const named = [...world.members.keys()].map((id) => ({ id, name: nameOf(world, id) }));
  // Longest first, so that "@Ada Lovelace" is not taken for "@Ada".
  return named
    .toSorted((a, b) => b.name.length - a.name.length)
    .reduce((text, { id, name }) => text.replaceAll(`@${name}`, `<@${id}>`), line);
}
