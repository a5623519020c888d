import { optionType } from "../numbers.ts";
import type { OptionBody } from "../wire/command.ts";
import type { Command } from "../world/command.ts";
import { localName } from "./localName.ts";

export interface CommandLine {
  readonly line: string;
  readonly description: string;
}

/** The commands as the client lists them: one line for each command or subcommand, in the person's language. */
export function commandLines(commands: readonly Command[], locale: string): readonly CommandLine[] {
  return commands.flatMap(({ body }) =>
    linesUnder(
      `/${localName(body, locale)}`,
      body.description_localizations?.[locale] ?? body.description ?? "",
      body.options ?? [],
      locale,
    ),
  );
}

function linesUnder(
  line: string,
  description: string,
  options: readonly OptionBody[],
  locale: string,
): readonly CommandLine[] {
  const nests = options.filter(({ type }) => type === optionType.subcommand || type === optionType.subcommandGroup);
  if (nests.length === 0) return [{ line, description }];
  return nests.flatMap((nest) =>
    linesUnder(
      `${line} ${localName(nest, locale)}`,
      nest.description_localizations?.[locale] ?? nest.description,
      nest.options ?? [],
      locale,
    ),
  );
}
