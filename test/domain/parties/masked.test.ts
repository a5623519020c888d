import { expect, test } from "vitest";

import { masked } from "../../../src/domain/parties/masked.ts";

const people = [
  { name: "Mona Wik", pseudonym: "Person A" },
  { name: "Nils Örrby", pseudonym: "Person B" },
  { name: "Jo", pseudonym: "Person C" },
];

test.each([
  ["Mona said so.", "Person A said so."],
  ["Mona Wik said so.", "Person A said so."],
  ["MONA's bag", "Person A's bag"],
  ["Wiks väska", "Person A väska"],
  ["nils orrby and Örrby", "Person B and Person B"],
  ["<@100000000000000041> wrote to @mona.wik", "… wrote to …"],
  ["Monaco is far from Nilsson's", "Monaco is far from Nilsson's"],
  ["Nobody is named.", "Nobody is named."],
])("in “%s” stands “%s”", (text, expected) => {
  expect(masked(text, people)).toBe(expected);
});
