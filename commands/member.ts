import type { Command } from "../src/surface/command.ts";

/** What Redress knows of oneself, and joining one's accounts on both platforms. */
export const member: Command = {
  name: "member",
  description: "command.member",
  subcommands: [
    { name: "show", description: "command.member.show", act: "member.show", options: [] },
    {
      name: "link",
      description: "command.member.link",
      act: "member.link",
      options: [{ name: "given", description: "command.member.link.code", required: false, kind: "words" }],
    },
    { name: "import", description: "command.member.import", act: "member.import", options: [] },
  ],
};
