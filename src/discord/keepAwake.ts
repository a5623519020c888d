import { Events } from "discord.js";
import type { AnyThreadChannel, Client } from "discord.js";

import type { Log } from "../application/ports.ts";

/**
 * Wakes a thread of ours that its age or somebody's hand has archived: no button works in an archived one
 * (https://docs.discord.com/developers/topics/threads). Those of closed cases are locked as well, and stay as they are.
 */
export function keepAwake(client: Client<true>, log: Log): void {
  client.on(Events.ThreadUpdate, (_before, thread) => {
    if (isAsleep(thread, client.user.id))
      thread.setArchived(false).catch((error: unknown) => {
        log.warn("a room could not be woken", { reason: error instanceof Error ? error.name : "unknown" });
      });
  });
}

function isAsleep({ archived, locked, ownerId }: AnyThreadChannel, self: string): boolean {
  return archived === true && locked !== true && ownerId === self;
}
