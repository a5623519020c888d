import type { Command, CommandOption } from "../src/surface/command.ts";

const seen: CommandOption = {
  name: "seen",
  description: "command.due.seen",
  required: false,
  kind: "case",
  completes: "handler",
};

const part: CommandOption = {
  name: "part",
  description: "command.due.part",
  required: false,
  kind: "choice",
  choices: [{ value: "obligations", label: "obligation.list.title" }],
};

/** What is due to somebody: the own tasks, those of the officers and of the deciding body, late first. */
export const due: Command = {
  name: "due",
  description: "command.due",
  subcommands: [{ name: undefined, description: "command.due", act: "due.list", options: [seen, part] }],
};
