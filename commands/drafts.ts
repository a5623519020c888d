import type { Command } from "../src/surface/command.ts";

/** What one has typed and not sent. */
export const drafts: Command = {
  name: "drafts",
  description: "command.drafts",
  subcommands: [{ name: undefined, description: "command.drafts", act: "draft.list", options: [] }],
};
