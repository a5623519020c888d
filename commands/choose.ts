import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const own = onCase("choice", "command.appeal.code.own", "party");

/** Whoever a case is about chooses how it goes on, where the rules let them. */
export const choose: Command = {
  name: "choose",
  description: "command.choose",
  subcommands: [{ ...own("show", "command.choose"), name: undefined }],
};
