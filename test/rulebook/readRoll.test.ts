import { describe, expect, test } from "vitest";

import { readRoll } from "../../src/rulebook/readRoll.ts";

const ada = { name: "Ada Berg", discord: "100000000000000001", slack: undefined };
const bo = { name: "Bo Ek", discord: undefined, slack: "U00000002" };

describe("a roll of members", () => {
  test.each([
    ["commas", "name,discord,slack\nAda Berg,100000000000000001,\nBo Ek,,U00000002"],
    ["semicolons and quotes", 'Name;Discord;Slack\n"Ada Berg";100000000000000001;\nBo Ek;;U00000002\n'],
    [
      "tabs, as they come from a spreadsheet",
      "name\tdiscord\tslack\r\nAda Berg\t100000000000000001\t\r\nBo Ek\t\tU00000002",
    ],
    [
      "columns in another order, and others beside them",
      "slack,year,name,discord\n,2,Ada Berg,100000000000000001\nU00000002,1,Bo Ek,",
    ],
    [
      "a mark at the beginning and empty lines",
      "\uFEFFname,discord,slack\n\nAda Berg,100000000000000001,\n\nBo Ek,,U00000002\n\n",
    ],
  ])("is read with %s", (_, text) => {
    const roll = readRoll(text);
    expect(roll.kind === "read" && roll.faults).toEqual([]);
    expect(roll.kind === "read" && roll.lines.map(({ line: _line, ...each }) => each)).toEqual([ada, bo]);
  });

  test("is read as Slack exports the members of a workspace", () => {
    const text = "username,email,status,userid,fullname,displayname\nbo,bo@example.org,Member,U00000002,Bo Ek,bo\n";
    expect(readRoll(text)).toEqual({ kind: "read", lines: [{ ...bo, line: 2 }], faults: [] });
  });

  test("a name may hold a comma and a line break where it stands in quotes", () => {
    const roll = readRoll('name,discord\n"Berg, Ada",100000000000000001\n');
    expect(roll.kind === "read" && roll.lines[0]?.name).toBe("Berg, Ada");
  });

  test("whatever is wrong is told with its line, and the others are read", () => {
    const text = [
      "name,discord,slack",
      "Ada Berg,100000000000000001,",
      ",100000000000000003,",
      "Cleo Dahl,,",
      "Dag Falk,1234,",
      "Eva Gran,,X1",
      `${"x".repeat(76)},100000000000000004,`,
      "Ada Again,100000000000000001,",
      "Bo Ek,,U00000002",
    ].join("\n");
    const roll = readRoll(text);
    if (roll.kind !== "read") throw new Error("It was not read.");
    expect(roll.lines.map(({ name }) => name)).toEqual(["Ada Berg", "Bo Ek"]);
    expect(roll.faults).toEqual([
      { line: 3, fault: "no-name" },
      { line: 4, fault: "no-account" },
      { line: 5, fault: "not-discord" },
      { line: 6, fault: "not-slack" },
      { line: 7, fault: "long-name" },
      { line: 8, fault: "twice" },
    ]);
  });

  test("without a line that names the columns it is told what was found there", () => {
    expect(readRoll("Ada Berg,100000000000000001")).toEqual({
      kind: "no-columns",
      found: ["ada berg", "100000000000000001"],
    });
    expect(readRoll("")).toEqual({ kind: "no-columns", found: [""] });
  });

  test("a quote that nobody closes is told, and nothing is taken for a name", () => {
    const roll = readRoll('name,discord\n"Ada Berg,100000000000000001\n');
    expect(roll.kind === "read" && roll.lines).toEqual([]);
    expect(roll.kind === "read" && roll.faults.map(({ fault }) => fault)).toEqual(["broken"]);
  });
});
