import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("outside", "command.outside.code", "handler");

/** What of a case goes to others outside: officers hand it over and record it, and whoever was asked reads it. */
export const outside: Command = {
  name: "outside",
  description: "command.outside",
  subcommands: [
    on("show", "command.outside.show"),
    on("escalate", "command.outside.escalate"),
    on("take", "command.outside.take"),
    on("decline", "command.outside.decline"),
    on("read", "command.outside.read"),
    on("bundle", "command.outside.bundle"),
    on("check", "command.outside.check"),
    on("approve", "command.outside.approve"),
    on("hand", "command.outside.hand"),
    on("answer", "command.outside.answer"),
    on("log", "command.outside.log"),
    on("file", "command.outside.file"),
  ],
};
