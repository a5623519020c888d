import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { findAppeal } from "../../../src/domain/challenges/findAppeal.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const read = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));

test.each([
  ["[K53] the complainant of an upheld complaint appeals", "kth", "upheld", "complainant", "appeal"],
  ["[K53] and so does the respondent of one decided elsewhere", "kth", "decided", "respondent", "appeal"],
  ["an outcome that the memo names no appeal against has none", "kth", "no_violation", "complainant", undefined],
  ["what Stage 1 of the union decided goes to Stage 2", "fxsu", "partly_upheld", "respondent", "to_stage2"],
  ["not as what is against a ban on standing alone", "fxsu", "panel_upheld", "respondent", "to_stage3"],
  [
    "a dismissal at the assessment is the complainant's to appeal",
    "fxsu",
    "dismissed_at_assessment",
    "complainant",
    "to_stages",
  ],
  ["and not the respondent's", "fxsu", "dismissed_at_assessment", "respondent", undefined],
  ["what a hearing proved is the respondent's alone", "fxsu", "proven", "respondent", "hearing_appeal"],
  ["a witness appeals nothing", "fxsu", "upheld", "witness", undefined],
  ["ASEC has no appeal", "asec", "upheld", "respondent", undefined],
] as const)("%s", (_, organisation, outcome, role, challenge) => {
  expect(findAppeal(read(organisation), outcome, role)?.challenge).toBe(challenge);
});
