import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { declaredIn } from "../../src/domain/parties/declared.ts";
import { speechOf } from "../../src/locale/speech.ts";
import { briefCard } from "../../src/surface/cards/briefCard.ts";
import { conflictCard } from "../../src/surface/cards/conflictCard.ts";
import { withNames } from "../../src/surface/ownNames.ts";
import { kth, kthWith, rulebookOf } from "../fakes/kth.ts";
import { quietCard } from "./scenes/roomCards.ts";
import { citationOf, everyday } from "./scenes/scene.ts";

const read = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const speech = speechOf("en");
const citation = citationOf(everyday);

const asked = (rulebook = kth, language = speech) => {
  const said = withNames(rulebook.names, language);
  const conflicts = declaredIn(rulebook);
  const brief = { kind: "conflict-question", case: "c", codeName: "a-b-01", conflicts, clauses: ["2.4"] } as const;
  const cards = [
    briefCard(brief, citation, said),
    conflictCard({ ...quietCard(), conflicts }, "upheld", citation, said),
  ];
  return cards.map(({ blocks }) => blocks.flatMap((block) => (block.kind === "list" ? block.items : [])));
};

test.each([
  ["[K16] a close relationship", kth, ["You are close to somebody: a partner"]],
  ["a gain", read("asec"), ["You stand to gain", "You are close to somebody"]],
  ["whom one supervises", read("civil_connections"), ["You are close to somebody", "You lead or supervise"]],
  ["an affiliation", read("fxsu"), ["You are close to somebody", "You belong to a society", "You have made up"]],
])("whoever decides is asked what the rulebook lists: %s", (_, rulebook, kinds) => {
  for (const items of asked(rulebook)) {
    // Of whoever decides nobody else knows whether they saw it.
    expect(items.at(-1)).toBe("You saw or heard what it is about.");
    expect(items).toHaveLength(kinds.length + 1);
    for (const [i, kind] of kinds.entries()) expect(items[i]).toContain(kind);
  }
});

test("a conflict of an organisation's own is asked in its own words, and in plain ones where it has none", () => {
  const own = kthWith("declared: [close_relationship]", "declared: [same_flat, nollan_team]");
  const named = { ...own, names: { ...own.names, conflict: { same_flat: { en: "You share a flat" } } } };
  for (const items of asked(named)) expect(items.slice(0, 2)).toEqual(["You share a flat", "nollan team"]);
});

test("where the rulebook lists nothing, it is asked whether somebody is close to anybody", () => {
  const none = { ...kth, conflicts: { ...kth.conflicts, automatic: [], declared: [] } };
  for (const items of asked(none)) expect(items).toEqual([speech.name("conflict", "close_relationship")]);
});
