import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { loadRoster } from "../../src/rulebook/loadRoster.ts";
import { kth } from "../fakes/kth.ts";

const sample = readFileSync("src/rulebooks/kth.roster.yaml", "utf8");

/** "3:5 people.0 a Discord or a Slack account is needed" for each complaint. */
function complaints(text: string): readonly string[] {
  const loaded = loadRoster(text, kth);
  if (loaded.kind === "loaded") return [];
  return loaded.complaints.map(({ line, column, path, message }) => `${line}:${column} ${path} ${message}`);
}

test("the sample chapter loads: every office of the memo is held", () => {
  const loaded = loadRoster(sample, kth);
  const people = loaded.kind === "loaded" ? loaded.people : [];
  const held = new Set(people.flatMap((person) => person.offices));
  expect([...held].toSorted()).toEqual(Object.keys(kth.offices).toSorted());
  expect(people.find((person) => person.name === "Elin Berg")).toMatchObject({ locale: "sv" });
  expect(people.find((person) => person.name === "Sara Lind")).toMatchObject({ locale: "en" });
});

const one = (person: string) => `people:\n  - ${person}\n`;

test.each([
  [
    "an office there is not",
    one("{ name: A, offices: [auditr], slack: U1 }"),
    [
      '2:26 people.0.offices.0 there is no office "auditr"; there are: president, vice_president, board_member, safety_officer, trustee_elected, auditor; probably auditor was meant',
    ],
  ],
  [
    "a class there is not",
    one("{ name: A, classes: [membr], slack: U1 }"),
    [
      '2:26 people.0.classes.0 there is no class "membr"; there are: member, participant, representative, external; probably member was meant',
    ],
  ],
  [
    "[K23] two presidents",
    one("{ name: A, offices: [president], slack: U1 }\n  - { name: B, offices: [president], slack: U2 }"),
    ['1:1 people the office "president" has 1 seat and 2 holders'],
  ],
  [
    "three auditors",
    one("{ name: A, offices: [auditor], slack: U1 }").concat(
      "  - { name: B, offices: [auditor], slack: U2 }\n  - { name: C, offices: [auditor], slack: U3 }\n",
    ),
    ['1:1 people the office "auditor" has 2 seats and 3 holders'],
  ],
  [
    "somebody whom the bot cannot reach",
    one("{ name: A, offices: [auditor] }"),
    ["2:5 people.0 a Discord or a Slack account is needed"],
  ],
  [
    "a misspelt key",
    one("{ naem: A, slack: U1 }"),
    ['2:7 people.0.naem "naem" is not a key here; probably name was meant'],
  ],
  [
    "a number without quotation marks, which would be another one",
    one("{ name: A, discord: 100000000000000001 }"),
    [
      '2:25 people.0.discord found a number; an account id is a text without spaces; a number stands in quotation marks: "100000000000000001"',
    ],
  ],
  [
    "a person without a name",
    one('{ name: "", slack: U1 }'),
    ["2:13 people.0.name found nothing; expected at least 1 character"],
  ],
  [
    "a name that does not fit where people are chosen",
    one(`{ name: ${"A".repeat(76)}, slack: U1 }`),
    ['2:13 people.0.name found "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA…; at most 75 characters fit where it is shown'],
  ],
  [
    "one office that is no list",
    one("{ name: A, slack: U1, offices: auditor }"),
    ['2:36 people.0.offices found "auditor"; expected a list'],
  ],
  ["a file without people", "peple: []", ['1:1 peple "peple" is not a key here; probably people was meant']],
  ["an empty file", "", ["1:1  found nothing; expected a group of keys"]],
])("%s is refused with its place", (_, text, expected) => {
  expect(complaints(text)).toEqual(expected);
});

describe("all faults are told at once", () => {
  test("of its people", () => {
    expect(complaints(one("{ name: A }\n  - { slack: U1 }\n  - { name: C, slack: U 2 }"))).toEqual([
      "2:5 people.0 a Discord or a Slack account is needed",
      "3:5 people.1.name this is missing: expected a text",
      '4:23 people.2.slack found "U 2"; an account id is a text without spaces; a number stands in quotation marks: "100000000000000001"',
    ]);
  });

  test("of its offices", () => {
    const crowd = one(
      "{ name: A, offices: [president, x], slack: U1 }\n  - { name: B, offices: [president, y], slack: U2 }",
    );
    expect(complaints(crowd)).toHaveLength(3);
  });

  test("of its form, each with its own line and column", () => {
    const places = complaints("people:\n  - { name: : }\n  - [\n").map((complaint) => complaint.split(" ")[0]);
    expect(places.length).toBeGreaterThan(1);
    expect(new Set(places).size).toBe(places.length);
  });
});
