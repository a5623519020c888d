/**
 * Checks a rulebook before Redress is started with it, and writes what is made of the form of a rulebook.
 * Usage: npm run rulebook -- check FILE [--roster FILE]
 *        npm run rulebook -- diff OLD NEW
 *        npm run rulebook -- rehearse FILE [--roster FILE] [--start DAY] [--path OUTCOME] [--sanction NAME] [--pace prompt|slow] [--interim] [--appeal] [--every]
 *        npm run rulebook -- schema
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

import { Temporal } from "temporal-polyfill";

import { deadEndLines } from "./deadEnds.ts";
import { diffFiles } from "./diffFiles.ts";
import { rehearseFiles } from "./rehearseFiles.ts";
import { checkFiles } from "./rulebook/checkFiles.ts";
import { descriptions } from "./rulebook/describe/descriptions.ts";

/** Something was asked for that cannot be done: said in one sentence. */
class Unusable extends Error {}

const USAGE = "npm run rulebook -- check FILE [--roster FILE]";
const REHEARSE_USAGE =
  "npm run rulebook -- rehearse FILE [--roster FILE] [--start DAY] [--path OUTCOME] [--sanction NAME] [--pace prompt|slow] [--interim] [--appeal] [--every]";
const DIFF_USAGE = "npm run rulebook -- diff OLD NEW";

/** Each gives the code with which the program ends. */
const commands: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  check(args) {
    const { file, roster } = checkArguments(args);
    const [rulebookFile, rosterFile] = [read(file), roster === undefined ? undefined : read(roster)];
    const checked = checkFiles(rulebookFile, rosterFile);
    const deadEnds = checked.isRight ? deadEndLines(rulebookFile, rosterFile?.text) : [];
    process.stdout.write(`${[...checked.lines, ...deadEnds].join("\n")}\n`);
    return checked.isRight ? 0 : 1;
  },
  diff(args) {
    const [old, changed, ...more] = args;
    if (old === undefined || changed === undefined || more.length > 0)
      throw new Unusable(`Two rulebooks are compared, the older first. ${DIFF_USAGE}`);
    const { lines, isRight } = diffFiles(read(old), read(changed));
    process.stdout.write(`${lines.join("\n")}\n`);
    return isRight ? 0 : 1;
  },
  async rehearse(args) {
    const { file, values } = rehearseArguments(args);
    const roster = values.roster === undefined ? undefined : read(values.roster);
    const { every = false, interim = false, appeal = false, path: wanted, sanction, pace, start } = values;
    const asked = { every, interim, appeal, path: wanted, sanction, pace, start };
    const { kind, text } = await rehearseFiles(read(file), roster, asked, Temporal.Now.instant());
    if (kind === "unusable") throw new Unusable(text);
    process.stdout.write(text);
    return kind === "right" ? 0 : 1;
  },
  schema(args) {
    if (args.length > 0) throw new Unusable(`"schema" takes nothing more; "${args.join(" ")}" was given.`);
    for (const { name, text } of descriptions()) {
      writeFileSync(path.join(import.meta.dirname, "rulebooks", name), text);
      process.stdout.write(`Written: src/rulebooks/${name}\n`);
    }
    return 0;
  },
};

const text = { type: "string" } as const;

function rehearseArguments(args: readonly string[]) {
  const options = {
    roster: text,
    start: text,
    path: text,
    sanction: text,
    pace: text,
    interim: { type: "boolean" },
    appeal: { type: "boolean" },
    every: { type: "boolean" },
  } as const;
  const { positionals, values } = parsed(args, options, REHEARSE_USAGE);
  const [file, ...more] = positionals;
  if (file === undefined) throw new Unusable(`Which file is to be rehearsed? ${REHEARSE_USAGE}`);
  if (more.length > 0)
    throw new Unusable(`One rulebook is rehearsed at a time; "${more.join(" ")}" is too much. ${REHEARSE_USAGE}`);
  return { file, values };
}

function checkArguments(args: readonly string[]): { readonly file: string; readonly roster: string | undefined } {
  const { positionals, values } = parsed(args, { roster: text }, USAGE);
  const [file, ...more] = positionals;
  if (file === undefined) throw new Unusable(`Which file is to be checked? ${USAGE}`);
  if (more.length > 0)
    throw new Unusable(`One rulebook is checked at a time; "${more.join(" ")}" is too much. ${USAGE}`);
  return { file, roster: values.roster };
}

function parsed<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new Unusable(`${sentence}. ${usage}`);
  }
}

/** npm runs programs in the folder of the package: a file is looked for where npm was called. */
function read(name: string): { readonly name: string; readonly text: string } {
  try {
    return { name, text: readFileSync(path.resolve(process.env["INIT_CWD"] ?? "", name), "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") throw new Unusable(`There is no file ${name}.`);
    if (code === "EISDIR") throw new Unusable(`${name} is a directory; a file is checked.`);
    throw new Unusable(`The file ${name} cannot be read (${String(code)}).`);
  }
}

try {
  const [name = "", ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined)
    throw new Unusable(
      `${name === "" ? "What is to be done?" : `There is no "${name}".`} There are: ${Object.keys(commands).join(", ")}.`,
    );
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
