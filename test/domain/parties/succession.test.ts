import { describe, expect, test } from "vitest";

import { maySucceed } from "../../../src/domain/parties/succession.ts";
import { caseOf, received } from "../../fakes/caseFile.ts";
import { kth, officers, roster } from "../../fakes/kth.ts";

const report = received();
const current = caseOf(report);
const after = { ...roster, safety_officer: ["new-1", "new-2"] };

describe("[E-31] a case whose officers have all left office", () => {
  test("is taken over by those who hold it now", () => {
    expect(maySucceed(kth, after, current, "new-1", [])).toBe(true);
    expect(maySucceed(kth, after, current, "new-2", ["somebody"])).toBe(true);
  });

  test.each([
    ["whoever is a party", "new-1", current, ["new-1"]],
    ["whoever was passed by", "new-1", { ...current, keptOut: ["new-1"] }, []],
    ["whoever has stepped aside", "new-1", { ...current, recused: ["new-1"] }, []],
    ["a member without an office", "nobody", current, []],
    ["whoever left office", officers[0] ?? "", current, []],
  ] as const)("not by %s", (_, person, at, parties) => {
    expect(maySucceed(kth, after, at, person, parties)).toBe(false);
  });

  test("and by nobody as long as one of them is in office", () => {
    const one = { ...after, safety_officer: [officers[0] ?? "", "new-1"] };
    expect(maySucceed(kth, one, current, "new-1", [])).toBe(false);
  });
});
