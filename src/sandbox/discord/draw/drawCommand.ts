import type { CommandBody, OptionBody } from "../wire/command.ts";
import type { Json } from "../wire/json.ts";
import type { Command } from "../world/command.ts";
import type { World } from "../world/world.ts";

/**
 * An application command object (interactions/application-commands, "Application Command Structure").
 * @param localized whether translations are given in full; a list leaves them out unless asked for them
 */
export function drawCommand(world: World, { body, ...command }: Command, localized = true): Json {
  const permissions = body.default_member_permissions ?? null;
  return {
    ...(localized ? translations(body) : {}),
    id: command.id,
    application_id: world.application.id,
    version: command.version,
    type: command.type,
    name: body.name,
    description: body.description ?? "",
    default_member_permissions: permissions === null ? null : String(permissions),
    nsfw: body.nsfw ?? false,
    integration_types: body.integration_types ?? [0],
    ...(command.scope === "global"
      ? { contexts: body.contexts ?? null, dm_permission: body.dm_permission ?? true }
      : { guild_id: command.scope }),
    ...(body.options ? { options: body.options.map((option) => drawOption(option, localized)) } : {}),
  };
}

const translations = (thing: CommandBody | OptionBody): Json => ({
  name_localizations: thing.name_localizations ?? null,
  description_localizations: thing.description_localizations ?? null,
});

function drawOption(option: OptionBody, localized: boolean): Json {
  const hidden = localized ? {} : { name_localizations: null, description_localizations: null };
  const given = Object.entries({ ...option, ...hidden }).filter(([, member]) => member !== null);
  const options = option.options?.map((inner) => drawOption(inner, localized));
  return { ...Object.fromEntries(given), ...(options === undefined ? {} : { options }) };
}
