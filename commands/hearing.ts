import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("hearing", "command.case.code", "handler");
const own = onCase("hearing", "command.appeal.code.own", "party");

/** The hearing of a stage: officers call it and write down what happened there; parties ask for that. */
export const hearing: Command = {
  name: "hearing",
  description: "command.hearing",
  subcommands: [
    own("summary", "command.hearing.summary"),
    on("call", "command.hearing.call"),
    on("held", "command.hearing.held"),
    on("record", "command.hearing.record"),
  ],
};
