import type { Command } from "../src/surface/command.ts";

/** Who holds which office, and who comes to hold one or ceases to. */
export const body: Command = {
  name: "body",
  description: "command.body",
  subcommands: [
    { name: "show", description: "command.body.show", act: "body.list", options: [] },
    { name: "seat", description: "command.body.seat", act: "body.seat", options: [] },
    { name: "unseat", description: "command.body.unseat", act: "body.unseat", options: [] },
  ],
};
