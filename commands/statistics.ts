import type { Command } from "../src/surface/command.ts";

/** Numbers about cases that are over, for those whom the rulebook names; and the cases without names that are handed out. */
export const statistics: Command = {
  name: "statistics",
  description: "command.statistics",
  subcommands: [
    {
      name: "show",
      description: "command.statistics.show",
      act: "statistics.show",
      options: [{ name: "period", description: "command.statistics.period", required: false, kind: "words" }],
    },
    { name: "cases", description: "command.statistics.cases", act: "statistics.export", options: [] },
  ],
};
