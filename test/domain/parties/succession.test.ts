import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import { gapEntries } from "../../../src/domain/deadlines/nightly.ts";
import { maySucceed } from "../../../src/domain/parties/succession.ts";
import { leadOf } from "../../../src/domain/parties/viewer.ts";
import { awayKey } from "../../../src/domain/roster.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { caseOf, received } from "../../fakes/caseFile.ts";
import { kth, kthText, officers, roster, rulebookOf } from "../../fakes/kth.ts";

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

describe("a case of which nobody who handles it is there", () => {
  const rulebook = rulebookOf(
    kthText
      .replace("president: { seats: 1 }", "president: { seats: 1, deputy: vice_president }")
      .replaceAll("        owner: body:council", "        owner: office:president"),
  );
  const here: Roster = { ...roster, president: ["p"], vice_president: ["v"] };
  const away: Roster = { ...here, [awayKey("president")]: ["p"] };
  const handled = { ...current, handlers: ["p"], lead: "p" };

  test.each<readonly [string, Roster, Partial<Case>, string, boolean]>([
    ["by nobody while one is there", here, {}, "v", false],
    ["by whoever stands in, while all are away", away, {}, "v", true],
    ["by an officer, while all are away", away, {}, officers[0] ?? "", true],
    ["not by whoever stands in and stepped aside", away, { recused: ["v"] }, "v", false],
    ["not by whoever stands in and was passed by", away, { keptOut: ["v"] }, "v", false],
    ["not by whoever has nothing to do with it", away, {}, "b1", false],
    ["by nobody once somebody has taken it over", away, { handlers: ["p", "v"] }, officers[0] ?? "", false],
  ])("is taken over %s", (_, now, change, person, may) => {
    expect(maySucceed(rulebook, now, { ...handled, ...change }, person, [])).toBe(may);
  });

  test("is led by whoever led it, until somebody is there who can", () => {
    const both = { ...handled, handlers: ["p", officers[0] ?? ""] };
    expect(leadOf(rulebook, away, handled)).toBe("p");
    expect(leadOf(rulebook, here, both)).toBe("p");
    expect(leadOf(rulebook, away, both)).toBeUndefined();
  });

  test("those are told who can take it over, and not whoever is away", () => {
    const told = gapEntries(rulebook, away, handled, ["no-owner"], [], handled.stage.opened, () => "n").flatMap(
      (entry) => (entry.kind === "notice-sent" && entry.to.kind === "person" ? [entry.to.person] : []),
    );
    expect(told.toSorted()).toEqual(["v", ...officers].toSorted());
  });
});
