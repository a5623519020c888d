import { permission } from "../numbers.ts";
import { mayAddTo } from "../world/maySee.ts";
import type { Message } from "../world/message.ts";
import { mayAt } from "../world/permissions.ts";
import type { World } from "../world/world.ts";
import type { Mentions } from "./readMentions.ts";
import { addToThread } from "./threadMembers.ts";

/**
 * A mention in a thread adds the mentioned to it, without a word, where the author may add people and the mentioned can view the channel
 * (discord/discord-api-docs issue 5295). Ephemeral messages add nobody. Suppressed mentions are written down.
 */
export function bringInMentioned(world: World, message: Message, mentions: Mentions): void {
  const thread = world.places.get(message.placeId);
  if (thread?.kind !== "thread" || message.visibleTo !== undefined) return;
  for (const personId of mentions.suppressed)
    world.suppressedMentions.push({ placeId: thread.id, messageId: message.id, personId });
  if (mentions.people.length === 0 && mentions.roles.length === 0) return;
  if (!mayAddTo(world, message.authorId, thread)) return;
  const byRole = [...world.members.values()].filter(({ roles }) => roles.some((id) => mentions.roles.includes(id)));
  for (const id of [...mentions.people, ...byRole.map((member) => member.id)]) {
    if (world.accounts.get(id)?.isBot ?? true) continue;
    if (mayAt(world, id, thread, permission.viewChannel)) addToThread(world, thread.id, id, undefined);
  }
}
