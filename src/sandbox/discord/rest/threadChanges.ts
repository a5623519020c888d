import type { ThreadChanges } from "../acts/changeThread.ts";
import { permission } from "../numbers.ts";
import { refusal } from "../refusal.ts";
import type { ThreadBody } from "../wire/channel.ts";
import { mayAt } from "../world/permissions.ts";
import type { Thread } from "../world/place.ts";
import type { World } from "../world/world.ts";

/**
 * What a PATCH asks to change of a thread, if the bot may (topics/threads, "Editing & Deleting Threads").
 * Nothing but waking can be done to an archived one, not even locking it (discord/discord-api-docs issue 6928).
 * @throws DiscordRefusal 50013, 160005 for a locked one, 50083 for an archived one that is not made active by the same call
 */
export function threadChanges(world: World, thread: Thread, body: ThreadBody): ThreadChanges {
  const botId = world.application.id;
  const manages = mayAt(world, botId, thread, permission.manageThreads);
  const wakes = thread.archived && body.archived === false;
  const named = Object.entries(body).filter(([, value]) => value !== undefined && value !== null);
  const asks = (name: keyof ThreadBody) => named.some(([key]) => key === name);
  if (thread.archived && !wakes && named.some(([name]) => name !== "archived")) throw refusal("threadArchived");
  if (thread.locked && !manages) throw refusal("threadLocked");
  if ((asks("locked") || asks("rate_limit_per_user")) && !manages) throw refusal("missingPermissions");
  const forOwner = asks("name") || asks("auto_archive_duration") || asks("invitable") || body.archived === true;
  if (forOwner && !manages && thread.ownerId !== botId) throw refusal("missingPermissions");
  if (wakes && !manages && !thread.members.has(botId)) throw refusal("missingPermissions");
  return {
    ...(body.name ? { name: body.name } : {}),
    ...(typeof body.archived === "boolean" ? { archived: body.archived } : {}),
    ...(typeof body.locked === "boolean" ? { locked: body.locked } : {}),
    ...(typeof body.invitable === "boolean" ? { invitable: body.invitable } : {}),
    ...(typeof body.auto_archive_duration === "number" ? { archiveAfter: body.auto_archive_duration } : {}),
    ...(typeof body.rate_limit_per_user === "number" ? { slowmode: body.rate_limit_per_user } : {}),
  };
}
