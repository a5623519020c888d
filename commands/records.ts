import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("records", "command.records.code", "handler");

/** What becomes of a case that is over: whether it is anonymised, and what is kept of it without names. */
export const records: Command = {
  name: "records",
  description: "command.records",
  subcommands: [
    on("show", "command.records.show"),
    on("readings", "command.records.readings"),
    on("hold", "command.records.hold"),
    on("release", "command.records.release"),
    on("precedent", "command.records.precedent"),
    on("check", "command.records.check"),
    on("approve", "command.records.approve"),
  ],
};
