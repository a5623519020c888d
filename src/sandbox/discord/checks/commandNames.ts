import type { FormFault } from "../refusal.ts";
import type { OptionBody } from "../wire/command.ts";
import { discordLocales } from "./discordLocales.ts";

type Path = FormFault["path"];

/** interactions/application-commands, "Application Command Naming". */
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Whether a slash command or an option may be called so: lower case where there is one. */
export function nameFaults(name: string, path: Path): readonly FormFault[] {
  if (commandName.test(name) && name === name.toLowerCase()) return [];
  return [{ path, code: "APPLICATION_COMMAND_INVALID_NAME", message: "Command name is invalid" }];
}

/** Translations of names and descriptions: into languages Discord knows, and names as strict as the name itself. */
export function localizationFaults(
  thing: Pick<Partial<OptionBody>, "name_localizations" | "description_localizations">,
  path: Path,
  namesAreStrict: boolean,
): readonly FormFault[] {
  const texts = [
    ["name_localizations", thing.name_localizations ?? {}],
    ["description_localizations", thing.description_localizations ?? {}],
  ] as const;
  return texts.flatMap(([field, localized]) =>
    Object.entries(localized).flatMap(([locale, text]): readonly FormFault[] => {
      const at = [...path, field, locale];
      if (!discordLocales.has(locale))
        return [{ path: at, code: "BASE_TYPE_CHOICES", message: `Unknown locale ${locale}.` }];
      return field === "name_localizations" && namesAreStrict ? nameFaults(text, at) : [];
    }),
  );
}
