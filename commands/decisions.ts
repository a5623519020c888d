import type { Command, CommandOption } from "../src/surface/command.ts";

const words: CommandOption = { name: "words", description: "command.register.words", required: false, kind: "words" };

/** What bodies have decided, by number, day or words. */
export const decisions: Command = {
  name: "decisions",
  description: "command.decisions",
  subcommands: [{ name: undefined, description: "command.decisions", act: "decisions", options: [words] }],
};

/** What was decided in cases before, without names. */
export const precedents: Command = {
  name: "precedents",
  description: "command.precedents",
  subcommands: [{ name: undefined, description: "command.precedents", act: "precedents", options: [words] }],
};
