import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const own = onCase("mycase", "command.appeal.code.own", "party");

/** A party says who goes with them, where nobody from outside may speak for a party. */
export const companion: Command = {
  name: "companion",
  description: "command.companion",
  subcommands: [{ ...own("companion", "command.companion"), name: undefined }],
};
