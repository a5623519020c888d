import type { World } from "../world/world.ts";
import { announceMessage } from "./announceMessage.ts";

interface SystemMessage {
  readonly type: number;
  readonly content?: string;
  readonly about?: string;
}

/** Posts what Discord itself writes into a thread: who was added, who was removed, the new name (topics/threads, "New Message Types"). */
export function postSystemMessage(world: World, placeId: string, actorId: string, system: SystemMessage): void {
  const message = {
    id: world.nextId(),
    placeId,
    authorId: actorId,
    type: system.type,
    at: world.clock.now(),
    editedAt: undefined,
    content: system.content ?? "",
    embeds: [],
    components: [],
    attachments: [],
    flags: 0,
    mentions: system.about === undefined ? [] : [system.about],
    mentionedRoles: [],
    mentionsEveryone: false,
    pinned: false,
    nonce: undefined,
    visibleTo: undefined,
    replyTo: undefined,
    cause: undefined,
  };
  world.messages.put(message);
  announceMessage(world, "MESSAGE_CREATE", message);
}
