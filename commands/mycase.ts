import type { Command } from "../src/surface/command.ts";

/** A party sees where the own cases stand. */
export const mycase: Command = {
  name: "mycase",
  description: "command.mycase",
  subcommands: [{ name: undefined, description: "command.mycase", act: "mycase.list", options: [] }],
};
