import { refusal } from "../refusal.ts";
import type { CommandBody } from "../wire/command.ts";
import type { Command } from "../world/command.ts";
import type { World } from "../world/world.ts";

/**
 * Registers a command, or replaces the one of that name and kind (interactions/application-commands, "Updating and Deleting a Command").
 * @param id the command to replace; found by name when left out
 * @throws DiscordRefusal 30032 when the scope is full
 */
export function putCommand(world: World, scope: string, body: CommandBody, id?: string): Command {
  const type = body.type ?? 1;
  const known = [...world.commands.values()].filter((command) => command.scope === scope && command.type === type);
  const most = type === 1 ? world.limits.commands : world.limits.menuCommands;
  const replaced = id ?? known.find((command) => command.body.name === body.name)?.id;
  if (replaced === undefined && known.length >= most) throw refusal("tooManyCommands");
  const command: Command = { id: replaced ?? world.nextId(), scope, version: world.nextId(), type, body };
  world.commands.set(command.id, command);
  world.changed();
  return command;
}
