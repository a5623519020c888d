import { type FormFault, invalidForm } from "../refusal.ts";
import type { MessageBody } from "../wire/message.ts";
import type { Attachment } from "../world/message.ts";
import type { World } from "../world/world.ts";
import type { Call } from "./route.ts";

/**
 * The files of a message as attachments; the body names them by their place in the form, `files[0]` is "0" (reference, "Uploading Files").
 * @param kept ids of attachments an edited message has already
 * @throws DiscordRefusal 50035 for a name without a file
 */
export function takeFiles(
  world: World,
  { files }: Call,
  body: MessageBody,
  kept: readonly string[] = [],
): readonly Attachment[] {
  const described = body.attachments ?? [];
  const faults = described.flatMap(({ id }, index): FormFault[] => {
    const isThere = kept.includes(String(id)) || files.some(({ field }) => field === `files[${id}]`);
    if (isThere) return [];
    return [{ path: ["attachments", index, "id"], code: "ATTACHMENT_NOT_FOUND", message: "Attachment data not found" }];
  });
  if (faults.length > 0) throw invalidForm(faults);
  return files.map((file) => {
    const description = described.find(({ id }) => file.field === `files[${id}]`)?.description ?? undefined;
    return { id: world.nextId(), filename: file.name, size: file.size, contentType: file.contentType, description };
  });
}
