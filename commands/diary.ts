import type { Command } from "../src/surface/command.ts";

/** Writing down for oneself what happened, with the day; it can be filed later. */
export const diary: Command = {
  name: "diary",
  description: "command.diary",
  subcommands: [
    { name: "write", description: "command.diary.write", act: "record.write", options: [] },
    { name: "list", description: "command.diary.list", act: "record.list", options: [] },
  ],
};
