import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
} from "discord.js";
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";

import { languages, speechOf } from "../locale/speech.ts";
import type { TextKey } from "../locale/speech.ts";
import type { Command, CommandOption, Subcommand } from "../surface/command.ts";

/** Our languages as Discord names them. https://discord.com/developers/docs/reference#locales */
const locales: Readonly<Record<string, Locale>> = { sv: Locale.Swedish };

/** The commands as Discord registers them: usable in servers and in direct messages with the bot. */
export function commandsJson(commands: readonly Command[]): RESTPutAPIApplicationCommandsJSONBody {
  const onMessages = commands.flatMap(({ onMessage }) => (onMessage === undefined ? [] : [menuEntry(onMessage.name)]));
  const typed = commands.map((command) => {
    const [only] = command.subcommands;
    const options: APIApplicationCommandOption[] =
      only?.name === undefined ? (only?.options ?? []).map(optionJson) : command.subcommands.map(subcommandJson);
    return {
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      ...described(command.description),
      options,
      ...offered(command),
      integration_types: [ApplicationIntegrationType.GuildInstall],
    };
  });
  return [...typed, ...onMessages];
}

/** An entry of the menu of a message. https://docs.discord.com/developers/interactions/application-commands#message-commands */
function menuEntry(name: TextKey): RESTPutAPIApplicationCommandsJSONBody[number] {
  return {
    type: ApplicationCommandType.Message,
    name: speechOf("en").say(name),
    name_localizations: localized(name),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
}

/** A server's owner can offer a command to others all the same: who may is decided when it is used. */
function offered({ isForAdministrators }: Command) {
  if (isForAdministrators !== true) return { contexts: [InteractionContextType.Guild, InteractionContextType.BotDM] };
  const default_member_permissions = String(PermissionFlagsBits.ManageGuild);
  return { contexts: [InteractionContextType.Guild], default_member_permissions };
}

function subcommandJson(subcommand: Subcommand): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: subcommand.name ?? "",
    ...described(subcommand.description),
    options: subcommand.options.map(optionJson),
  };
}

function optionJson(option: CommandOption): APIApplicationCommandBasicOption {
  const common = {
    type: ApplicationCommandOptionType.String,
    name: option.name,
    required: option.required,
    ...described(option.description),
  } as const;
  if (option.kind === "words") return common;
  if (option.kind !== "choice") return { ...common, autocomplete: true };
  return {
    ...common,
    choices: option.choices.map(({ value, label }) => ({
      value,
      name: speechOf("en").say(label),
      name_localizations: localized(label),
    })),
  };
}

function described(key: TextKey): {
  readonly description: string;
  readonly description_localizations: Partial<Record<Locale, string>>;
} {
  return { description: speechOf("en").say(key), description_localizations: localized(key) };
}

function localized(key: TextKey): Partial<Record<Locale, string>> {
  const known = languages.flatMap((language) => {
    const locale = locales[language];
    return locale === undefined ? [] : [[locale, speechOf(language).say(key)] as const];
  });
  return Object.fromEntries(known);
}
