import { readFileSync } from "node:fs";

import { holdersOf } from "../../src/domain/roster.ts";
import type { Roster } from "../../src/domain/roster.ts";
import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import type { MotionRule, Rulebook } from "../../src/rulebook/rulebook.ts";
import type { Selector } from "../../src/rulebook/schema/vocabulary.ts";

/** The text of the chapter's rulebook. */
export const kthText = readFileSync("src/rulebooks/kth.yaml", "utf8");

const known = new Map<string, Rulebook>();

/** A rulebook from its text, which is read once. Throws when the text is refused. */
export function rulebookOf(text: string): Rulebook {
  const before = known.get(text);
  if (before !== undefined) return before;
  const loaded = loadRulebook(text);
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.complaints));
  known.set(text, loaded.rulebook);
  return loaded.rulebook;
}

/** The rulebook of the chapter at KTH. */
export const kth = rulebookOf(kthText);

/** The rulebook with one place of its text written otherwise. Throws when that place is not in it exactly once. */
export function kthWith(was: string, is: string): Rulebook {
  return rulebookOf(rewritten(was, is));
}

/** The text of the rulebook with one place written otherwise. Throws when that place is not in it exactly once. */
export function rewritten(was: string, is: string): string {
  const found = kthText.split(was).length - 1;
  if (found !== 1) throw new Error(`"${was}" stands ${found} times in the rulebook; once was expected.`);
  return kthText.replace(was, () => is);
}

/** The board of nine, the three safety officers, and the others of the chapter. Ids are words here, so that a failure can be read. */
export const roster: Roster = {
  president: ["president"],
  vice_president: ["vice"],
  board_member: ["b3", "b4", "b5", "b6", "b7", "b8", "b9"],
  safety_officer: ["s1", "s2", "s3"],
  trustee_elected: ["t1"],
  auditor: ["a1"],
};

export const officers = roster["safety_officer"] ?? [];
export const board = holdersOf(kth, roster, { kind: "body", id: "board" });

/** Who is meant by a selector in this roster. */
export const members = (selector: Selector) => holdersOf(kth, roster, selector);

/** The rule of a vote on a motion. */
export function motionRule(rulebook: Rulebook, vote: string): MotionRule {
  const rule = rulebook.votes[vote];
  if (rule?.method !== "motion") throw new Error(`There is no vote "${vote}" on a motion.`);
  return rule;
}
