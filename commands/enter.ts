import type { Command } from "../src/surface/command.ts";

/** An officer enters a report that came on paper or by word of mouth; a command of its own, as Discord gives one at most 25 subcommands. */
export const enter: Command = {
  name: "enter",
  description: "command.enter",
  subcommands: [{ name: undefined, description: "command.enter", act: "case.enter", options: [] }],
};
