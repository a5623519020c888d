import { permission } from "../numbers.ts";
import type { CommandBody } from "../wire/command.ts";
import type { Command } from "../world/command.ts";
import { guildPermissions, mayAt, permissionsAt } from "../world/permissions.ts";
import type { Place } from "../world/place.ts";
import type { World } from "../world/world.ts";

/** The kinds of commands (interactions/application-commands, "Application Command Types"). */
const commandType = { typed: 1, message: 3 } as const;

/**
 * The commands the client offers a person at a place: of the guild and global ones in the guild, global ones in a direct
 * conversation, each where its contexts and permissions let (interactions/application-commands, "Contexts" and "Permissions").
 * @param kind what is typed after "/", or what stands in the menu of a message
 */
export function commandsAt(
  world: World,
  personId: string,
  place: Place,
  kind: keyof typeof commandType = "typed",
): readonly Command[] {
  if (!mayAt(world, personId, place, permission.useApplicationCommands)) return [];
  const own = place.kind === "direct" ? [] : inScope(world, world.guild.id);
  const global = inScope(world, "global").filter(({ body }) => isMeantFor(body, place));
  return [...own, ...global].filter(
    ({ type, body }) =>
      type === commandType[kind] && (place.kind === "direct" || isLetBy(world, personId, place, body)),
  );
}

const inScope = (world: World, scope: string): readonly Command[] =>
  [...world.commands.values()].filter((command) => command.scope === scope);

function isMeantFor(body: CommandBody, place: Place): boolean {
  const context = place.kind === "direct" ? 1 : 0;
  if (body.contexts) return body.contexts.includes(context);
  return place.kind !== "direct" || body.dm_permission !== false;
}

/** "0" is for administrators only; nothing given is for all. */
function isLetBy(
  world: World,
  personId: string,
  place: Exclude<Place, { kind: "direct" }>,
  body: CommandBody,
): boolean {
  const needed = body.default_member_permissions ?? null;
  if (needed === null) return true;
  if ((guildPermissions(world, personId) & permission.administrator) !== 0n) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (permissionsAt(world, personId, place) & bits) === bits;
}
