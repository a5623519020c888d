import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("session", "command.session.code", "session");

/** A session of a body: convened and led by its chair, with its motions and whoever is present. */
export const session: Command = {
  name: "session",
  description: "command.session",
  subcommands: [
    { name: "list", description: "command.session.list", act: "session.list", options: [] },
    { name: "new", description: "command.session.new", act: "session.new", options: [] },
    on("show", "command.session.show"),
    on("present", "command.session.present"),
    on("move", "command.session.move"),
    on("open", "command.session.open"),
    on("adjourn", "command.session.adjourn"),
    on("resume", "command.session.resume"),
    on("end", "command.session.end"),
  ],
};
