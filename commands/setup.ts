import type { Command } from "../src/surface/command.ts";

/** An administrator confirms what the document does not say. */
export const setup: Command = {
  name: "setup",
  description: "command.setup",
  isForAdministrators: true,
  subcommands: [
    {
      name: undefined,
      description: "command.setup",
      act: "setup.list",
      options: [
        {
          name: "part",
          description: "command.setup.part",
          required: false,
          kind: "choice",
          choices: [
            { value: "rules", label: "rules.title" },
            { value: "access", label: "setup.access" },
          ],
        },
      ],
    },
  ],
};
