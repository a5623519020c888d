import type { CommandBody, OptionBody } from "../wire/command.ts";

/** Characters of names, descriptions and choices of a command and everything in it; of translations the longest counts. Beyond 8,000 Discord refuses. */
export function commandSize(thing: Partial<CommandBody> | OptionBody): number {
  const choices = "choices" in thing ? (thing.choices ?? []) : [];
  return (
    longest(thing.name, thing.name_localizations) +
    longest(thing.description, thing.description_localizations) +
    choices.reduce(
      (sum, { name, name_localizations, value }) => sum + longest(name, name_localizations) + String(value).length,
      0,
    ) +
    (thing.options ?? []).reduce((sum, option) => sum + commandSize(option), 0)
  );
}

function longest(
  text: string | null | undefined,
  localized: Readonly<Record<string, string>> | null | undefined,
): number {
  return Math.max(text?.length ?? 0, ...Object.values(localized ?? {}).map(({ length }) => length));
}
