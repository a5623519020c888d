import { optionType } from "../numbers.ts";
import type { OptionBody } from "../wire/command.ts";
import type { Command } from "../world/command.ts";
import { isCalled, localName } from "./localName.ts";

/** A slash command as it stands in the person's line. */
export interface SlashLine {
  readonly command: Command;
  /** Subcommand group and subcommand, as far as the command has them. */
  readonly path: readonly OptionBody[];
  /** The options of the command or subcommand. */
  readonly options: readonly OptionBody[];
  /** What was typed for which option. */
  readonly given: readonly { readonly option: OptionBody; readonly text: string }[];
}

/**
 * Reads "/case show code:amber-fox note:two words": a value runs to the next option's name.
 * @param locale names of commands and options may be typed in this language
 * @throws Error for what the client would not take
 */
export function readSlashLine(commands: readonly Command[], line: string, locale: string): SlashLine {
  const [word, rest] = cutWord(line.slice(1));
  const command = commands.find(({ body }) => isCalled(body, word, locale));
  if (command === undefined) throw new Error(`There is no command /${word} here.`);
  const path: OptionBody[] = [];
  let options = command.body.options ?? [];
  let left = rest;
  while (options.some(isNest)) {
    const [next, after] = cutWord(left);
    const nest = options.find((option) => isCalled(option, next, locale));
    if (nest === undefined)
      throw new Error(
        `/${word} is followed by one of ${options.map((one) => localName(one, locale)).join(", ")}, not by "${next}".`,
      );
    path.push(nest);
    options = nest.options ?? [];
    left = after;
  }
  return { command, path, options, given: readGiven(options, left, locale) };
}

function readGiven(options: readonly OptionBody[], text: string, locale: string): SlashLine["given"] {
  const marks = options
    .flatMap((option) => {
      const at = findMark(text, [option.name, localName(option, locale)]);
      return at === undefined ? [] : [{ option, ...at }];
    })
    .toSorted((a, b) => a.start - b.start);
  const before = text.slice(0, marks[0]?.start).trim();
  if (before !== "")
    throw new Error(`"${before}" belongs to no option; options are ${options.map(({ name }) => `${name}:`).join(" ")}`);
  return marks.map(({ option, end }, index) => ({ option, text: text.slice(end, marks[index + 1]?.start).trim() }));
}

function findMark(
  text: string,
  names: readonly string[],
): { readonly start: number; readonly end: number } | undefined {
  for (const name of names) {
    for (let start = text.indexOf(`${name}:`); start !== -1; start = text.indexOf(`${name}:`, start + 1))
      if (start === 0 || text[start - 1] === " ") return { start, end: start + name.length + 1 };
  }
  return undefined;
}

function cutWord(text: string): readonly [word: string, rest: string] {
  const trimmed = text.trimStart();
  const end = trimmed.indexOf(" ");
  return end === -1 ? [trimmed, ""] : [trimmed.slice(0, end), trimmed.slice(end + 1)];
}

const isNest = ({ type }: OptionBody) => type === optionType.subcommand || type === optionType.subcommandGroup;
