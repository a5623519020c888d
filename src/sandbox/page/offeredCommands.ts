import { z } from "zod";

import { optionType } from "../discord/numbers.ts";
import type { CommandOption, OfferedCommand } from "./wire.ts";

const localized = z.record(z.string(), z.string()).nullish();
const named = {
  name: z.string(),
  name_localizations: localized,
  description: z.string().default(""),
  description_localizations: localized,
};
const option = z.object({ ...named, type: z.number(), required: z.boolean().default(false) });
const nest = z.object({ ...named, options: z.array(z.unknown()).default([]) });
type Nest = z.infer<typeof nest>;

/**
 * The commands offered to somebody, with their options.
 * @param registered the commands as Discord gives them back
 */
export function offeredCommands(
  offered: readonly { readonly line: string; readonly description: string }[],
  registered: readonly unknown[],
): readonly OfferedCommand[] {
  return offered.map(({ line, description }) => {
    const found = findNest(registered, line.slice(1).split(" "));
    return { line, description, options: found === undefined ? [] : optionsOf(found, description) };
  });
}

function findNest(among: readonly unknown[], [word, ...rest]: readonly string[]): Nest | undefined {
  for (const one of among) {
    const read = nest.safeParse(one).data;
    if (read === undefined || word === undefined || !isCalled(read, word)) continue;
    return rest.length === 0 ? read : findNest(read.options, rest);
  }
  return undefined;
}

const isCalled = ({ name, name_localizations: names }: Nest, word: string) =>
  name === word || Object.values(names ?? {}).includes(word);

/** In the language in which the command was offered. */
function optionsOf(found: Nest, description: string): readonly CommandOption[] {
  const [language = ""] =
    Object.entries(found.description_localizations ?? {}).find(([, text]) => text === description) ?? [];
  return found.options.flatMap((one): readonly CommandOption[] => {
    const read = option.safeParse(one).data;
    if (read === undefined || isNest(read.type)) return [];
    return [
      {
        name: read.name_localizations?.[language] ?? read.name,
        description: read.description_localizations?.[language] ?? read.description,
        required: read.required,
      },
    ];
  });
}

const isNest = (type: number) => type === optionType.subcommand || type === optionType.subcommandGroup;
