import type { Command } from "../src/surface/command.ts";
import { onCase } from "./onCase.ts";

const on = onCase("vote", "command.vote.code", "voter");

/** A member of the deciding body votes. */
export const vote: Command = {
  name: "vote",
  description: "command.vote",
  subcommands: [
    { name: "list", description: "command.vote.list", act: "vote.list", options: [] },
    on("show", "command.vote.show"),
    on("timeline", "command.vote.timeline"),
    on("why", "command.vote.why"),
    on("brief", "command.vote.brief"),
    on("ask", "command.vote.ask"),
    on("clear", "command.vote.clear"),
    on("recuse", "command.vote.recuse"),
    on("put", "command.vote.put"),
    on("impose", "command.vote.impose"),
    on("present", "command.vote.present"),
    on("cast", "command.vote.cast", [
      {
        name: "choice",
        description: "command.vote.choice",
        required: true,
        kind: "choice",
        choices: [
          { value: "in-favour", label: "choice.in-favour" },
          { value: "against", label: "choice.against" },
          { value: "abstain", label: "choice.abstain" },
          { value: "agree", label: "choice.agree" },
          { value: "stand-aside", label: "choice.stand-aside" },
          { value: "object", label: "choice.object" },
        ],
      },
    ]),
    on("call", "command.vote.call"),
    on("tie", "command.vote.tie", [
      {
        name: "choice",
        description: "command.vote.choice",
        required: true,
        kind: "choice",
        choices: [
          { value: "in-favour", label: "choice.in-favour" },
          { value: "against", label: "choice.against" },
        ],
      },
    ]),
    on("resume", "command.vote.resume"),
    on("close", "command.vote.close"),
    { name: "new", description: "command.vote.new", act: "vote.new", options: [] },
    on("second", "command.vote.second"),
    on("open", "command.vote.open", [
      {
        name: "by",
        description: "command.vote.open.by",
        required: false,
        kind: "choice",
        choices: [
          { value: "vote", label: "choice.by.vote" },
          { value: "consensus", label: "choice.by.consensus" },
        ],
      },
    ]),
    on("amend", "command.vote.amend"),
    on("withdraw", "command.vote.withdraw"),
    on("minute", "command.vote.minute"),
    on("ballots", "command.vote.ballots"),
    on("refer", "command.vote.refer"),
    on("send", "command.vote.send"),
  ],
};
