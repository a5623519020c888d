import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("sanction", "command.sanction.code", "handler");

/** Those who handle a case, and whoever imposed a sanction, see until when it holds and why, and end it early. */
export const sanction: Command = {
  name: "sanction",
  description: "command.sanction",
  subcommands: [
    { name: "list", description: "command.sanction.list", act: "sanction.list", options: [] },
    on("show", "command.sanction.show"),
    on("impose", "command.sanction.impose"),
    on("review", "command.sanction.review"),
    on("tick", "command.sanction.tick"),
    on("condition", "command.sanction.condition"),
    on("breach", "command.sanction.breach"),
    on("prolong", "command.sanction.prolong"),
    on("report", "command.sanction.report"),
    on("class", "command.sanction.class"),
    on("group", "command.sanction.group"),
    on("ballot", "command.sanction.ballot"),
    on("confirm", "command.sanction.confirm"),
    on("approve", "command.sanction.approve"),
    on("decline", "command.sanction.decline"),
    on("lift", "command.sanction.lift"),
  ],
};
