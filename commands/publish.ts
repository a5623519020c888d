import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("publish", "command.records.code", "handler");

/** Making public what a panel decided: written, read by a second person, decided by the panel, and only then published. */
export const publish: Command = {
  name: "publish",
  description: "command.publish",
  subcommands: [
    on("write", "command.publish.write"),
    on("check", "command.publish.check"),
    on("approve", "command.publish.approve"),
    on("decided", "command.publish.decided"),
    on("post", "command.publish.post"),
  ],
};
