import type { MessageBody } from "../wire/message.ts";
import type { Message } from "../world/message.ts";
import type { World } from "../world/world.ts";

/** For how long a nonce is remembered, in milliseconds: "the past few minutes" (resources/message, "Create Message", enforce_nonce). */
const remembered = 5 * 60_000;

/** The message the bot sent with this nonce in the last minutes, if it asked for that to be looked up. */
export function sentBefore(world: World, body: MessageBody): Message | undefined {
  const key = keyOf(body);
  const known = key === undefined ? undefined : world.nonces.get(key);
  if (known === undefined || world.clock.now() - known.at >= remembered) return undefined;
  return world.messages.get(known.messageId);
}

/** Remembers the nonce of a message that was just sent. */
export function rememberNonce(world: World, body: MessageBody, message: Message): void {
  const key = keyOf(body);
  if (key === undefined) return;
  for (const [old, { at }] of world.nonces) {
    if (message.at - at < remembered) break;
    world.nonces.delete(old);
  }
  world.nonces.delete(key);
  world.nonces.set(key, { messageId: message.id, at: message.at });
}

function keyOf({ nonce, enforce_nonce }: MessageBody): string | undefined {
  return enforce_nonce === true && nonce !== undefined && nonce !== null ? String(nonce) : undefined;
}
