import type { Command } from "../src/surface/command.ts";

/** A member files a report. */
export const report: Command = {
  name: "report",
  description: "command.report",
  onMessage: { name: "command.report.message", description: "command.report.message.short", act: "report.message" },
  subcommands: [{ name: undefined, description: "command.report", act: "report.start", options: [] }],
};
