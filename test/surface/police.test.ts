import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { speechOf } from "../../src/locale/speech.ts";
import { previewCard } from "../../src/surface/cards/privateCards.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { citationOf, everyday } from "./scenes/scene.ts";

/** What an author reads before sending a report to this organisation. */
function previewAt(organisation: string): string {
  const { intake, procedures } = rulebookOf(readFileSync(`src/rulebooks/${organisation}.yaml`, "utf8"));
  const { clause, procedure } = intake.report;
  const police = procedures[procedure]?.referrals?.police;
  const preview = {
    kind: "preview",
    readers: [{ person: "p1", name: "Petra" }],
    alternatives: [],
    police,
    clause,
  } as const;
  return JSON.stringify(previewCard(preview, "draft", 2, citationOf(everyday), "slack", speechOf("en")));
}

test.each([
  [
    "[K59] who reports to the chapter reads before sending that it does not go to the police",
    "kth",
    "do not report to the police",
  ],
  ["[A47] who reports to ASEC reads before sending when the police are told", "asec", "we have to tell the police"],
  [
    "[C15] who reports to Civil Connections reads before sending that the police may be told",
    "civil_connections",
    "We may tell the police",
  ],
] as const)("%s", (_, organisation, words) => {
  expect(previewAt(organisation)).toContain(words);
});

test("where a document says nothing of the police, neither does Redress", () => {
  expect(previewAt("cope397")).not.toContain("police");
});
