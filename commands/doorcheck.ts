import type { Command } from "../src/surface/command.ts";

/** Somebody who keeps the door of an event asks whether a person may take part. */
export const doorcheck: Command = {
  name: "doorcheck",
  description: "command.doorcheck",
  subcommands: [{ name: undefined, description: "command.doorcheck", act: "door.check", options: [] }],
};
