import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("agreement", "command.case.code", "handler");
const own = onCase("agreement", "command.appeal.code.own", "party");

/** Ways that rest on what both sides agree to: officers ask, each party answers, either ends it. */
export const agreement: Command = {
  name: "agreement",
  description: "command.agreement",
  subcommands: [
    on("ask", "command.agreement.ask"),
    own("agree", "command.agreement.agree"),
    own("refuse", "command.agreement.refuse"),
    own("leave", "command.agreement.leave"),
  ],
};
