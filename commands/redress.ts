import type { Command } from "../src/surface/command.ts";

/** Everything one can do here, as buttons. */
export const redress: Command = {
  name: "redress",
  description: "command.redress",
  subcommands: [{ name: undefined, description: "command.redress", act: "home", options: [] }],
};
