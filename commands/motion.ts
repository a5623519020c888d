import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("motion", "command.vote.code", "voter");

/** What whoever moved a motion that is no case is asked, and answers. */
export const motion: Command = {
  name: "motion",
  description: "command.motion",
  subcommands: [
    on("ask", "command.motion.ask"),
    on("answer", "command.motion.answer"),
    on("resume", "command.motion.resume"),
  ],
};
