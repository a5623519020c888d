import { expect, test } from "vitest";

import { askWitness } from "../../../src/domain/acts/witnessAct.ts";
import { nextStage } from "../../../src/domain/case/stages.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { acknowledged, caseOf, concluded, filed, goOn, ids, received } from "../../fakes/caseFile.ts";
import { kth, kthWith, roster } from "../../fakes/kth.ts";

const atWitnesses = caseOf(
  received(),
  acknowledged,
  concluded("contact", "in_contact", "assess"),
  concluded("assess", "violation", "witnesses", ["boundaries"]),
);

/** The case after an officer has asked somebody what they saw. */
function asked(person: string, rulebook = kth) {
  const standing = {
    rulebook,
    roster,
    current: atWitnesses,
    viewer: { kind: "handler", person: "s1" } as const,
    caller: "s1",
    parties: [],
    names: [],
    at: filed,
  };
  const act = { kind: "ask-witness", party: "party-w", person, isNamed: true, question: "statement" } as const;
  const entries = askWitness(standing, act, ids());
  if (isRefusal(entries)) throw new Error(entries.refused);
  return goOn(atWitnesses, ...entries);
}

test.each([
  ["a witness of the board, where only both sides count", "b4", kth, "board_decision"],
  [
    "a witness of the board, where witnesses count",
    "b4",
    kthWith("roles: [complainant, respondent]", "roles: [complainant, respondent, witness]"),
    "refer_seo",
  ],
  [
    "a witness who is a member of nothing",
    "m9",
    kthWith("roles: [complainant, respondent]", "roles: [complainant, respondent, witness]"),
    "board_decision",
  ],
] as const)("[K26] %s", (_, person, rulebook, next) => {
  const rule = rulebook.procedures["conduct"]?.stages["hear_respondent"];
  const outcome = rule === undefined || rule.kind === "closed" ? undefined : rule.outcomes["heard"];
  expect(outcome && nextStage(rulebook, asked(person, rulebook), outcome)).toBe(next);
});
