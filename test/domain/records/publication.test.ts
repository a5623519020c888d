import { describe, expect, test } from "vitest";

import { isAgreedBy, neededOn, panelistsOf, publishableIn } from "../../../src/domain/records/publication.ts";
import { concluded, goOn } from "../../fakes/caseFile.ts";
import { complaintOf, union, unionRoster } from "../../fakes/union.ts";

describe("what a panel decides", () => {
  test.each([
    ["complaints_panel", 3],
    ["members_disciplinary_panel", 4],
    ["two_trustees", 2],
  ])("a %s needs so many as its vote asks for, and where that says nothing all: %i", (panel, needed) => {
    expect(neededOn(union, panel)).toBe(needed);
  });

  test.each([
    ["complaints_panel", 3, 2, 1, true],
    ["complaints_panel", 3, 1, 1, false],
    ["complaints_panel", 3, 1, 0, true],
    ["members_disciplinary_panel", 4, 2, 2, false],
    // By agreement nobody is against it, and everybody is for it.
    ["two_trustees", 2, 2, 0, true],
    ["two_trustees", 2, 1, 0, false],
    ["two_trustees", 2, 1, 1, false],
  ])("of a %s with %i there %i are in favour and %i against: %s", (panel, present, inFavour, against, isAgreed) => {
    expect(isAgreedBy(union, panel, { present, inFavour, against })).toBe(isAgreed);
  });
});

describe("[F242] what may be published", () => {
  const complaint = complaintOf("2026-10-15T10:00");
  const atPanel = goOn(
    complaint,
    concluded("assess", "allocated", "stage1"),
    concluded("stage1", "referred_to_panel", "stage2"),
  );
  const decided = goOn(atPanel, concluded("stage2", "panel_dismissed", "closed"));

  test("is what a panel decided last, where the rules let it publish that", () => {
    expect(publishableIn(union, atPanel)).toBeUndefined();
    expect(publishableIn(union, decided)).toMatchObject({
      stage: "stage2",
      outcome: "panel_dismissed",
      panel: "complaints_panel",
    });
    expect(publishableIn({ ...union, hearings: undefined }, decided)).toBeUndefined();
  });

  test("nobody is of the panel who may have no part in the case", () => {
    const roster = {
      ...unionRoster,
      president_falmouth: ["vf"],
      president_exeter: ["ve"],
      student_representative: ["r1"],
    };
    const all = panelistsOf(union, roster, decided, "complaints_panel", []);
    expect(all).toContain("vf");
    const aside = goOn(decided, { kind: "recused", person: "vf" });
    expect(panelistsOf(union, roster, aside, "complaints_panel", ["r1"])).toEqual(
      all.filter((person) => person !== "vf" && person !== "r1"),
    );
  });
});
