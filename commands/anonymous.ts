import type { Command, CommandOption, Subcommand } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const code: CommandOption = {
  name: "code",
  description: "command.anonymous.code",
  required: true,
  kind: "case",
  completes: "counted",
};
const plain = (name: string, description: Subcommand["description"], act: string): Subcommand => ({
  name,
  description,
  act,
  options: [],
});
const onReport = (name: string, description: Subcommand["description"], act: string): Subcommand => ({
  name,
  description,
  act,
  options: [code],
});

/** Reporting without a name, and what officers do with such reports. Nobody types the code of a report where a platform keeps what is typed. */
export const anonymous: Command = {
  name: "anonymous",
  description: "command.anonymous",
  subcommands: [
    plain("report", "command.anonymous.report", "anonymous.start"),
    plain("open", "command.anonymous.open", "anonymous.open"),
    plain("write", "command.anonymous.write", "anonymous.write"),
    onCase("anonymous", "command.anonymous.code", "handler")("ask", "command.anonymous.ask"),
    plain("list", "command.anonymous.list", "counted.list"),
    onReport("show", "command.anonymous.show", "counted.open"),
    onReport("count", "command.anonymous.count", "counted.code"),
  ],
};
