import { globSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { deadEndLines } from "../../src/deadEnds.ts";
import { loadRoster } from "../../src/rulebook/loadRoster.ts";
import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";

const files = globSync("src/rulebooks/*.yaml").filter((file) => !file.endsWith(".roster.yaml"));

describe.each(files)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  const roster = readFileSync(file.replace(".yaml", ".roster.yaml"), "utf8");
  const loaded = loadRulebook(text);

  test("is right, with its values that the document does not give", () => {
    expect(loaded.kind === "refused" ? loaded.complaints : []).toEqual([]);
    expect(loaded.kind === "loaded" && loaded.rulebook.document.unconfirmed.length).toBeGreaterThan(0);
  });

  test("has people to try it out with, in every office", () => {
    if (loaded.kind === "refused") throw new Error("The rulebook is not right.");
    const people = loadRoster(roster, loaded.rulebook);
    expect(people.kind === "refused" ? people.complaints : []).toEqual([]);
    const held = people.kind === "loaded" ? people.people.flatMap((person) => person.offices) : [];
    expect([...new Set(held)].toSorted()).toEqual(Object.keys(loaded.rulebook.offices).toSorted());
  });

  test("[C50] says in its code what each clause says that it cites", () => {
    const lines = deadEndLines({ name: file, text }, roster);
    expect(lines.filter((line) => line.includes("does not stand in the code"))).toEqual([]);
  });
});

/** What cannot work, or is to be looked at again, and is the document's own. */
const open: Readonly<Record<string, readonly string[]>> = {
  // No document says who receives a report about everybody who could.
  "src/rulebooks/asec.yaml": ["a report can be about everybody who could receive it"],
  "src/rulebooks/civil_connections.yaml": ["a report can be about everybody who could receive it"],
  "src/rulebooks/cope397.yaml": ["a report can be about everybody who could receive it"],
};

test.each(Object.entries(open))(
  "in %s the checker finds nothing but what the document itself leaves open",
  (file, known) => {
    const lines = deadEndLines(
      { name: file, text: readFileSync(file, "utf8") },
      readFileSync(file.replace(".yaml", ".roster.yaml"), "utf8"),
    );
    const found = lines.filter((line) => line.startsWith(file));
    expect(found.filter((line) => !known.some((words) => line.includes(words)))).toEqual([]);
    expect(found).toHaveLength(known.length);
  },
);
