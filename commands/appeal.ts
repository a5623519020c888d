import type { Command, CommandOption } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("appeal", "command.appeal.code", "challenge");
const own = onCase("appeal", "command.appeal.code.own", "party");

const what: CommandOption = {
  name: "what",
  description: "command.appeal.what",
  required: false,
  kind: "choice",
  choices: [
    { value: "appeal", label: "command.appeal.what.appeal" },
    { value: "information", label: "act.appeal.information" },
    { value: "review", label: "act.appeal.review" },
  ],
};

/** A party challenges a decision, asks who reported, or has it looked at how the case was handled; others hear it. */
export const appeal: Command = {
  name: "appeal",
  description: "command.appeal",
  subcommands: [
    { name: "list", description: "command.appeal.list", act: "appeal.list", options: [] },
    own("lodge", "command.appeal.lodge", [what]),
    on("show", "command.appeal.show"),
    on("bundle", "command.appeal.bundle"),
    on("consult", "command.appeal.consult"),
    on("admit", "command.appeal.admit"),
    on("refuse", "command.appeal.refuse"),
    on("inform", "command.appeal.inform"),
    on("decide", "command.appeal.decide"),
    on("names", "command.appeal.names"),
    on("allow", "command.appeal.allow"),
    on("deny", "command.appeal.deny"),
  ],
};
