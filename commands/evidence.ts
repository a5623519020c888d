import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("evidence", "command.case.code", "handler");
const own = onCase("mycase", "command.appeal.code.own", "party");

/** Witnesses, statements and evidence: officers ask, enter and open them; parties hand them in. */
export const evidence: Command = {
  name: "evidence",
  description: "command.evidence",
  subcommands: [
    own("state", "command.evidence.state"),
    own("hand", "command.evidence.hand"),
    { ...own("evidence", "command.evidence.mine"), name: "mine" },
    { name: "witness", description: "command.evidence.witness", act: "witness.list", options: [] },
    on("show", "command.evidence.show"),
    on("ask", "command.evidence.ask"),
    on("enter", "command.evidence.enter"),
    on("open", "command.evidence.open"),
    on("return", "command.evidence.return"),
    on("admit", "command.evidence.admit"),
    on("put", "command.evidence.put"),
    on("reply", "command.evidence.reply"),
    { ...own("reply", "command.evidence.answer"), name: "answer" },
    { ...on("find", "command.evidence.find"), act: "case.find" },
  ],
};
