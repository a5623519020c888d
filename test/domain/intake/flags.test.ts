import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { concludeStage, possibleOutcomes } from "../../../src/domain/case/conclude.ts";
import { flagsOf, flagsOfReport } from "../../../src/domain/intake/flags.ts";
import type { Flag } from "../../../src/rulebook/schema/rules.ts";
import { at, caseOf, ids, received } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const shipped = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const asec = shipped("asec");
const civil = shipped("civil_connections");

describe("how a report is handled otherwise than the rest follows from its rules and its answers", () => {
  test.each([
    ["[C38] a favour demanded for help", civil, { rules: ["favour_demanded"] }, ["corruption", "protection", "urgent"]],
    ["[C45] trafficking", civil, { rules: ["trafficking"] }, ["no_informal", "urgent"]],
    [
      "[C15] exploitation",
      civil,
      { rules: ["sexual_exploitation"] },
      ["no_informal", "no_own_attempt", "protection", "urgent", "zero_tolerance"],
    ],
    [
      "[C18] somebody under 18 is affected",
      civil,
      { answers: { under_18: "under_18" } },
      ["child_checklist", "no_informal", "urgent"],
    ],
    ["nobody under 18 is", civil, { answers: { under_18: "adult" } }, []],
    [
      "two rules with the same flag",
      civil,
      { rules: ["trafficking", "child_labour"] },
      ["child_checklist", "no_informal", "urgent"],
    ],
    ["[A26] a serious matter", asec, { answers: { how_serious: "serious" } }, ["urgent"]],
    [
      "[A12] sexual violence",
      asec,
      { rules: ["sexual_violence"] },
      ["no_informal", "no_own_attempt", "survivor_centric", "urgent"],
    ],
    ["a rule that there is not", asec, { rules: ["gone"] }, []],
  ] as const)("%s", (_, rulebook, reported, flags) => {
    expect(flagsOfReport(rulebook, { rules: [], answers: {}, ...reported })).toEqual(flags);
  });

  test("what is found later counts as well", () => {
    expect(flagsOf(civil, { flags: ["corruption"], findings: ["trafficking"] })).toEqual([
      "corruption",
      "no_informal",
      "urgent",
    ]);
  });
});

const opened = (flags: readonly Flag[]) => caseOf(received({ procedure: "concern", startsAt: "assess", flags }));

const outcomes = (flags: readonly Flag[]) =>
  possibleOutcomes(civil, opened(flags), at("2026-03-01T10:00")).map(({ outcome }) => outcome);

describe("[C15][A12] an informal way", () => {
  test("is offered where nothing speaks against it", () => {
    expect(outcomes([])).toEqual(["accepted", "informal", "no_concern"]);
  });

  test("is not where the report says so, and is refused to whoever tries", () => {
    expect(outcomes(["no_informal"])).toEqual(["accepted", "no_concern"]);
    const conclusion = { outcome: "informal", rules: [], reasons: undefined };
    expect(concludeStage(civil, opened(["no_informal"]), conclusion, at("2026-03-01T10:00"), ids())).toMatchObject({
      refused: "no-informal-way",
      clause: "1.3",
    });
  });
});
