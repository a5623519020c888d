import type { Command } from "../src/surface/command.ts";

/** Asking somebody in confidence, without a report; and answering. */
export const ask: Command = {
  name: "ask",
  description: "command.ask",
  subcommands: [{ name: undefined, description: "command.ask", act: "ask.list", options: [] }],
};
