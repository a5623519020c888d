import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("count", "command.vote.code", "voter");

/** How the votes on a motion that is no case are counted. */
export const count: Command = {
  name: "count",
  description: "command.count",
  subcommands: [
    on("stages", "command.count.stages"),
    on("file", "command.count.file"),
    on("hands", "command.count.hands"),
    on("withdrawn", "command.count.withdrawn"),
  ],
};
