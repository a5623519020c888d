import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("hands", "command.case.code", "handler");

/** In whose hands a case is: who decides it, and who acts for whom. */
export const handover: Command = {
  name: "handover",
  description: "command.handover",
  subcommands: [
    on("show", "command.handover.show"),
    on("choose", "command.handover.choose"),
    on("check", "command.handover.check"),
    on("delegate", "command.handover.delegate"),
    on("end", "command.handover.end"),
    { name: "name", description: "command.handover.name", act: "hands.name", options: [] },
    { name: "away", description: "command.handover.away", act: "hands.away", options: [] },
    on("counter", "command.handover.counter"),
  ],
};
