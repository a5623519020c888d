import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { helpView } from "../../src/application/views/helpView.ts";
import { authorNotes } from "../../src/domain/parties/authorIsTold.ts";
import { speechOf } from "../../src/locale/speech.ts";
import { previewCard } from "../../src/surface/cards/reportCards.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { citationOf, everyday } from "./scenes/scene.ts";

function read(organisation: string) {
  const rulebook = rulebookOf(readFileSync(`src/rulebooks/${organisation}.yaml`, "utf8"));
  return { rulebook, ...rulebook.intake.report };
}

/** What an author reads before sending a report to this organisation. */
function previewAt(organisation: string): string {
  const { rulebook, clause, procedure } = read(organisation);
  const preview = {
    kind: "preview",
    readers: [{ person: "p1", name: "Petra" }],
    alternatives: [],
    notes: authorNotes(rulebook, procedure),
    help: helpView(rulebook, procedure),
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

test.each([
  ["[K58] the chapter's author reads that the name is told only on request", "kth", "your name only if you agreed"],
  [
    "[F141] the union's author reads that the respondent is told the report and its author",
    "fxsu",
    "that it is from you",
  ],
  ["so does who reports to ASEC", "asec", "that it is from you"],
  ["[A07] who reports to ASEC reads about knowingly false reports before sending", "asec", "knows to be false"],
  ["a document that says nothing of it promises nothing", "cope397", "do not promise"],
] as const)("%s", (_, organisation, words) => {
  expect(previewAt(organisation)).toContain(words);
});

test("[A07] where a document has no rule on false reports nobody reads of one", () => {
  expect(previewAt("kth")).not.toContain("false");
});

test.each([
  ["[A50] who reports to ASEC reads before sending where help is", "asec", "Help, whatever you decide:"],
  ["so does who reports to the chapter", "kth", "Help, whatever you decide:"],
  [
    "[C09] who reports to Civil Connections reads how soon it is acknowledged and looked at",
    "civil_connections",
    "within 2 days. What becomes of it is settled within 5 days.",
  ],
  [
    "[F140] who complains to the union reads what happens next",
    "fxsu",
    "What becomes of it is settled within 2 weeks.",
  ],
] as const)("%s", (_, organisation, words) => {
  expect(previewAt(organisation)).toContain(words);
});

test("a document that names nobody who can help, or has nobody told what happens next, says nothing of it", () => {
  expect(previewAt("cope397")).not.toContain("Help, whatever");
  expect(previewAt("asec")).not.toContain("What happens next");
});

test.each([
  ["[K15] who reports to the chapter", "kth", true],
  ["who reports to a union of which the document has nobody promise it", "fxsu", false],
] as const)("%s promises by sending to keep it confidential, or not", (_, organisation, isPromised) => {
  expect(previewAt(organisation).includes("By sending it you promise to keep the case confidential")).toBe(isPromised);
});

test("[A47] where the document has a duty to report to the police told, and its procedure says nothing of it, it is told", () => {
  const { rulebook, procedure } = read("asec");
  const silent = rulebook.procedures[procedure];
  if (silent === undefined) throw new Error("There is no such procedure.");
  const procedures = { ...rulebook.procedures, [procedure]: { ...silent, referrals: undefined } };
  const without = { ...rulebook, procedures };
  expect(authorNotes(without, procedure).police).toBe("required");
});
