import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("case", "command.case.code", "handler");

/** An officer handles cases. */
export const caseCommand: Command = {
  name: "case",
  description: "command.case",
  subcommands: [
    { name: "list", description: "command.case.list", act: "case.list", options: [] },
    on("show", "command.case.show"),
    on("timeline", "command.case.timeline"),
    on("why", "command.case.why"),
    on("take", "command.case.take"),
    on("acknowledge", "command.case.acknowledge"),
    on("conclude", "command.case.conclude", [
      { name: "outcome", description: "command.case.outcome", required: true, kind: "outcome" },
    ]),
    on("task", "command.case.task", [
      { name: "task", description: "command.case.task.task", required: true, kind: "task" },
    ]),
    on("send", "command.case.send"),
    on("summon", "command.case.summon"),
    on("support", "command.case.support"),
    on("contact", "command.case.contact"),
    on("disclose", "command.case.disclose"),
    on("note", "command.case.note"),
    on("days", "command.case.days"),
    on("next", "command.case.next"),
    on("done", "command.case.done"),
    on("extend", "command.case.extend"),
    on("longer", "command.case.longer"),
    on("brief", "command.case.brief"),
    on("readbrief", "command.case.readbrief"),
    on("approve", "command.case.approve"),
    on("delivered", "command.case.delivered", [
      {
        name: "to",
        description: "command.case.to",
        required: true,
        kind: "choice",
        choices: [
          { value: "complainant", label: "name.party.complainant" },
          { value: "respondent", label: "name.party.respondent" },
        ],
      },
    ]),
    on("recuse", "command.case.recuse"),
    on("refer", "command.case.refer"),
  ],
};
