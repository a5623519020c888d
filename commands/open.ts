import type { Command } from "../src/surface/command.ts";

/** Those whom the rules name open a case that nobody has reported. */
export const open: Command = {
  name: "open",
  description: "command.open",
  subcommands: [{ name: undefined, description: "command.open", act: "open.begin", options: [] }],
};
