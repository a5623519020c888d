import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const own = onCase("receipt", "command.receipt.code", "party");
const handled = onCase("receipt", "command.receipt.code", "handler");

/** What was filed and when: for whoever filed it, and for the officers, who can say whether somebody's receipt is right. */
export const receipt: Command = {
  name: "receipt",
  description: "command.receipt",
  subcommands: [own("show", "command.receipt.show"), handled("check", "command.receipt.check")],
};
