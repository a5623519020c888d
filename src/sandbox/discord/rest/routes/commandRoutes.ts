import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandResponseSchema,
  ApplicationCommandUpdateRequestSchema,
} from "discord-api-spec/zod";
import * as z from "zod/mini";

import { putCommand } from "../../acts/putCommand.ts";
import { commandFaults } from "../../checks/commandRules.ts";
import { widenPermissions } from "../../checks/widenPermissions.ts";
import { drawCommand } from "../../draw/drawCommand.ts";
import { type FormFault, refusal } from "../../refusal.ts";
import type { CommandBody } from "../../wire/command.ts";
import type { Command } from "../../world/command.ts";
import type { World } from "../../world/world.ts";
import { requireGuild } from "../requirePlace.ts";
import { type Call, done, ok, type Route, withBody } from "../route.ts";

/** Documented, though the official schemas leave it out. */
const tolerated = ["nsfw", "default_permission"];

const one = { schema: ApplicationCommandCreateRequestSchema, rules: commandFaults, widen: widenPermissions, tolerated };
const changes = {
  schema: ApplicationCommandPatchRequestPartialSchema,
  rules: commandFaults,
  widen: widenPermissions,
  tolerated,
};
const whole = {
  schema: z.array(ApplicationCommandUpdateRequestSchema),
  rules: (bodies: readonly CommandBody[]): readonly FormFault[] =>
    bodies.flatMap((body, index) => commandFaults(body, [index])).concat(duplicates(bodies)),
  widen: (bodies: unknown) => (Array.isArray(bodies) ? bodies.map(widenPermissions) : bodies),
  tolerated,
};

/** Registration of commands (interactions/application-commands): the same for the whole application and for one guild. */
export const commandRoutes: readonly Route[] = [
  "/applications/:id/commands",
  "/applications/:id/guilds/:id/commands",
].flatMap((path): readonly Route[] => [
  {
    name: `GET ${path}`,
    answers: z.array(ApplicationCommandResponseSchema),
    handle(world, call) {
      const localized = call.query.get("with_localizations") === "true";
      return ok(inScope(world, scopeOf(world, call)).map((command) => drawCommand(world, command, localized)));
    },
  },
  {
    name: `POST ${path}`,
    answers: ApplicationCommandResponseSchema,
    handle: withBody(one, (world, call, body) => {
      const scope = scopeOf(world, call);
      const isNew = !inScope(world, scope).some(isNamed(body));
      return { status: isNew ? 201 : 200, body: drawCommand(world, putCommand(world, scope, body)) };
    }),
  },
  {
    name: `PUT ${path}`,
    answers: z.array(ApplicationCommandResponseSchema),
    handle: withBody(whole, (world, call, bodies) => {
      const scope = scopeOf(world, call);
      if (bodies.length > world.limits.commands) throw refusal("tooManyCommands");
      for (const command of inScope(world, scope))
        if (!bodies.some((body) => isNamed(body)(command))) world.commands.delete(command.id);
      return ok(bodies.map((body) => drawCommand(world, putCommand(world, scope, body))));
    }),
  },
  {
    name: `GET ${path}/:id`,
    answers: ApplicationCommandResponseSchema,
    handle: (world, call) => ok(drawCommand(world, commandOf(world, call))),
  },
  {
    name: `PATCH ${path}/:id`,
    answers: ApplicationCommandResponseSchema,
    handle: withBody(changes, (world, call, body) => {
      const command = commandOf(world, call);
      return ok(drawCommand(world, putCommand(world, command.scope, { ...command.body, ...body }, command.id)));
    }),
  },
  {
    name: `DELETE ${path}/:id`,
    handle(world, call) {
      world.commands.delete(commandOf(world, call).id);
      world.changed();
      return done;
    },
  },
]);

function scopeOf(world: World, { ids, name }: Call): string {
  if (ids[0] !== world.application.id) throw refusal("missingAccess");
  if (!name.includes("/guilds/")) return "global";
  requireGuild(world, ids[1]);
  return world.guild.id;
}

function commandOf(world: World, call: Call): Command {
  const command = world.commands.get(call.ids.at(-1) ?? "");
  if (command === undefined || command.scope !== scopeOf(world, call)) throw refusal("unknownCommand");
  return command;
}

const inScope = (world: World, scope: string): readonly Command[] =>
  [...world.commands.values()].filter((command) => command.scope === scope);

const isNamed = (body: CommandBody) => (command: Command) =>
  command.body.name === body.name && command.type === (body.type ?? 1);

function duplicates(bodies: readonly CommandBody[]): readonly FormFault[] {
  const seen = new Set<string>();
  return bodies.flatMap((body, index): FormFault[] => {
    const key = `${body.type ?? 1} ${body.name}`;
    const isNew = !seen.has(key);
    seen.add(key);
    if (isNew) return [];
    return [
      {
        path: [index, "name"],
        code: "APPLICATION_COMMANDS_DUPLICATE_NAME",
        message: "Application command names must be unique",
      },
    ];
  });
}
