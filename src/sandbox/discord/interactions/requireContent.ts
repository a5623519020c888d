import { refusal } from "../refusal.ts";
import type { MessageBody } from "../wire/message.ts";

/**
 * Refuses a message with nothing in it.
 * @throws DiscordRefusal 50006
 */
export function requireContent(body: MessageBody, attachments: number): void {
  const isEmpty =
    (body.content ?? "").trim() === "" &&
    (body.embeds?.length ?? 0) === 0 &&
    (body.components?.length ?? 0) === 0 &&
    (body.sticker_ids?.length ?? 0) === 0 &&
    (body.poll ?? null) === null &&
    attachments === 0;
  if (isEmpty) throw refusal("emptyMessage");
}
