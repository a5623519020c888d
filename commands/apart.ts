import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("apart", "command.case.code", "handler");
const own = onCase("apart", "command.appeal.code.own", "party");

/** Both sides are kept apart and ask each other through officers. */
export const apart: Command = {
  name: "apart",
  description: "command.apart",
  subcommands: [
    own("ask", "command.apart.ask"),
    own("answer", "command.apart.answer"),
    own("decline", "command.apart.decline"),
    own("agree", "command.apart.agree"),
    own("refuse", "command.apart.refuse"),
    on("show", "command.apart.show"),
    on("begin", "command.apart.begin"),
    on("end", "command.apart.end"),
    on("pass", "command.apart.pass"),
    on("hold", "command.apart.hold"),
    on("close", "command.apart.close"),
    on("enter", "command.apart.enter"),
    on("contact", "command.apart.contact"),
  ],
};
