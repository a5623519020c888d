import type { Command, CommandOption, Subcommand } from "../src/surface/command.ts";

const code: CommandOption = {
  name: "code",
  description: "command.vote.code",
  required: true,
  kind: "case",
  completes: "voter",
};

const on = (
  name: string,
  description: Subcommand["description"],
  options: readonly CommandOption[] = [],
): Subcommand => ({
  name,
  description,
  act: `vote.${name}`,
  options: [code, ...options],
});

/** A member of the deciding body votes. */
export const vote: Command = {
  name: "vote",
  description: "command.vote",
  subcommands: [
    { name: "list", description: "command.vote.list", act: "vote.list", options: [] },
    on("show", "command.vote.show"),
    on("brief", "command.vote.brief"),
    on("recuse", "command.vote.recuse"),
    on("put", "command.vote.put"),
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
        ],
      },
    ]),
    on("close", "command.vote.close"),
    on("send", "command.vote.send"),
  ],
};
