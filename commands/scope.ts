import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("case", "command.case.code", "handler");

/** Whoever assesses a case says whether it is one that the procedure is for; a command of its own, as Discord gives one at most 25 subcommands. */
export const scope: Command = {
  name: "scope",
  description: "command.scope",
  subcommands: [{ ...on("scope", "command.scope"), name: undefined }],
};
