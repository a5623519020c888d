import type { Command } from "../src/surface/command.ts";

/** Anybody reads what the document says, by chapter, by clause or by words. */
export const code: Command = {
  name: "code",
  description: "command.code",
  subcommands: [
    {
      name: undefined,
      description: "command.code",
      act: "code.find",
      options: [{ name: "find", description: "command.code.find", required: false, kind: "clause" }],
    },
  ],
};
