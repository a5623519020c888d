import { describe, expect, test } from "vitest";

import { putMotion } from "../../../src/domain/case/decide.ts";
import { findUnfitSanction, isLengthChosen, offeredSanctions } from "../../../src/domain/sanctions/fitting.ts";
import type { StageOutcome } from "../../../src/rulebook/rulebook.ts";
import type { Span } from "../../../src/rulebook/schema/vocabulary.ts";
import { at, caseAt, goOn } from "../../fakes/caseFile.ts";
import { kth, kthWith, roster } from "../../fakes/kth.ts";

/** The rules of the chapter, had whoever decides to say how long a warning holds: three months at most. */
const chosen = kthWith(
  "    lasts: 365d\n    from: decision.made\n",
  "    lasts: chosen\n    at_most: 3mo\n    from: decision.made\n",
);
const interim = kthWith(
  "    kind: instant\n    for: { severity: [minor] }",
  "    kind: interim\n    from: decision.made\n    for: { severity: [minor] }",
);

const outcomeOf = (rulebook: typeof kth): StageOutcome => {
  const stage = rulebook.procedures["conduct"]?.stages["board_decision"];
  const outcome = stage === undefined || stage.kind === "closed" ? undefined : stage.outcomes["upheld"];
  if (outcome === undefined) throw new Error("There is no such outcome.");
  return outcome;
};
const days = (amount: number): Span => ({ amount, unit: "days" });

describe("how long a sanction holds", () => {
  test("is asked only where whoever decides says so", () => {
    expect(isLengthChosen(chosen, "warning")).toBe(true);
    expect(isLengthChosen(kth, "warning")).toBe(false);
    expect(isLengthChosen(kth, "admonition")).toBe(false);
    expect(isLengthChosen(kth, undefined)).toBe(false);
  });

  // From 1 March three months are 92 days, from 1 February 89.
  test.each([
    ["2026-03-01T10:00", days(92), undefined],
    ["2026-03-01T10:00", days(93), "too-long"],
    ["2026-02-01T10:00", days(89), undefined],
    ["2026-02-01T10:00", days(90), "too-long"],
    ["2026-03-01T10:00", { amount: 3, unit: "months" }, undefined],
    ["2026-03-01T10:00", { amount: 1, unit: "years" }, "too-long"],
    ["2026-03-01T10:00", { amount: 12, unit: "hours" }, undefined],
    ["2026-03-01T10:00", days(0), "no-length"],
    ["2026-03-01T10:00", undefined, "no-length"],
  ] as const)("decided %s, %o: %s", (local, lasts, refused) => {
    const wanted = { findings: ["boundaries"], sanction: "warning", lasts };
    expect(findUnfitSanction(chosen, outcomeOf(chosen), wanted, "4.1", at(local))?.refused).toBe(refused);
  });

  test("stands in the motion; where the rulebook says it, what was entered is left out", () => {
    const ready = goOn(caseAt("briefed"), { kind: "cleared", person: "president" });
    const motion = {
      vote: "vote-1",
      motion: "uphold",
      findings: ["boundaries"],
      severity: "ordinary",
      sanction: "warning",
      lasts: days(30),
      reasons: "statement",
    };
    const put = (rulebook: typeof kth) =>
      putMotion(rulebook, roster, ready, "president", motion, [], at("2026-03-12T10:00"));
    expect(put(chosen)).toMatchObject({ kind: "motion-put", lasts: days(30) });
    expect(put(kth)).toMatchObject({ kind: "motion-put", lasts: undefined });
  });
});

test("what holds only while a case is handled is never offered, and never imposed", () => {
  expect(offeredSanctions(interim, outcomeOf(interim))).toEqual(["warning", "first_degree", "second_degree"]);
  const wanted = { findings: ["boundaries"], sanction: "admonition" };
  expect(findUnfitSanction(interim, outcomeOf(interim), wanted, "4.1", at("2026-03-01T10:00"))).toMatchObject({
    refused: "sanction-not-offered",
  });
});
