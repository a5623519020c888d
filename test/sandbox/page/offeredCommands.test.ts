import { expect, test } from "vitest";

import { offeredCommands } from "../../../src/sandbox/page/offeredCommands.ts";

const registered = [
  {
    name: "case",
    name_localizations: { "sv-SE": "ärende" },
    description: "Handle cases",
    options: [
      {
        type: 1,
        name: "show",
        description: "Show",
        description_localizations: { "sv-SE": "Visa" },
        options: [
          {
            type: 3,
            name: "code",
            description: "Code name",
            description_localizations: { "sv-SE": "Kodnamn" },
            required: true,
          },
          { type: 3, name: "note", description: "A note" },
        ],
      },
    ],
  },
];

test("a command is offered with its options", () => {
  expect(offeredCommands([{ line: "/case show", description: "Show" }], registered)).toEqual([
    {
      line: "/case show",
      description: "Show",
      options: [
        { name: "code", description: "Code name", required: true },
        { name: "note", description: "A note", required: false },
      ],
    },
  ]);
});

test("the options are told in the language in which the command was offered", () => {
  const [command] = offeredCommands([{ line: "/ärende show", description: "Visa" }], registered);
  expect(command?.options.map(({ description }) => description)).toEqual(["Kodnamn", "A note"]);
});

test("subcommands are no options, and a command that nobody registered has none", () => {
  const [nest, unknown] = offeredCommands(
    [
      { line: "/case", description: "Handle cases" },
      { line: "/other", description: "Other" },
    ],
    registered,
  );
  expect(nest?.options).toEqual([]);
  expect(unknown?.options).toEqual([]);
});
