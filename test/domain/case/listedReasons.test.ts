import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Conclusion } from "../../../src/domain/case/conclude.ts";
import { concludeStage, possibleOutcomes } from "../../../src/domain/case/conclude.ts";
import { findNotListed, keptReasons } from "../../../src/domain/case/listedReasons.ts";
import { readStage } from "../../../src/domain/case/stages.ts";
import { goOn, ids } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";
import { complaintOf, actBy, informed, london, union } from "../../fakes/union.ts";

const asec = rulebookOf(readFileSync("src/rulebooks/asec.yaml", "utf8"));
const at = london("2026-10-20T10:00");
const complaint = complaintOf("2026-10-15T10:00");
const dismiss = (changed: Partial<Conclusion> = {}) =>
  concludeStage(
    union,
    complaint,
    { outcome: "dismissed_at_assessment", rules: [], reasons: "why", ...changed },
    at,
    ids(),
  );

const codes = [
  "insufficient_evidence",
  "frivolous",
  "vexatious",
  "repetitive",
  "unrealistic",
  "disproportionate",
  "unrealistic_expectations",
];

describe("a dismissal takes reasons of the rulebook's list", () => {
  test.each([
    ["none", {}],
    ["an empty choice", { because: [] }],
    ["one that is not in the list", { because: ["bad_faith"] }],
    ["one that is and one that is not", { because: ["frivolous", "bad_faith"] }],
  ])("[F152] it is refused with %s, and the refusal names the seven", (_what, given) => {
    expect(dismiss(given)).toEqual({ refused: "reason-not-listed", reasons: codes, clause: "9.1" });
  });

  test.each(codes)("[F152] %s alone is enough", (code) => {
    expect(dismiss({ because: [code] })).toMatchObject({ kind: "stage-concluded", because: [code], next: "closed" });
  });

  test("[F152] two are kept in the order of the list, each once, beside the words", () => {
    expect(dismiss({ because: ["repetitive", "frivolous", "repetitive"] })).toMatchObject({
      because: ["frivolous", "repetitive"],
      reasons: "why",
    });
    expect(dismiss({ because: ["frivolous"], reasons: undefined })).toMatchObject({ refused: "no-reasons" });
  });

  test("[F152] the notice to whoever complained carries them; whoever it is about, and knows nothing, is told nothing", () => {
    const { entries } = actBy(
      complaint,
      "ce",
      {
        kind: "conclude",
        outcome: "dismissed_at_assessment",
        rules: [],
        reasons: "why",
        because: ["frivolous", "repetitive"],
      },
      "2026-10-20T10:00",
    );
    expect(entries).toMatchObject([
      { kind: "stage-concluded" },
      { to: { role: "complainant" }, subject: { kind: "stage-outcome", because: ["frivolous", "repetitive"] } },
    ]);
    expect(entries).toHaveLength(2);
  });

  test("[A41] frivolous, vexatious and in bad faith are the three; a dismissal at once closes the case and tells the respondent only who knows of it", () => {
    const filed = complaintOf("2026-10-15T10:00", { procedure: "about_member" });
    const end: Conclusion = { outcome: "dismissed", rules: [], reasons: "why" };
    expect(concludeStage(asec, filed, end, at, ids())).toMatchObject({
      refused: "reason-not-listed",
      reasons: ["frivolous", "vexatious", "bad_faith"],
    });
    expect(possibleOutcomes(asec, filed, at).find(({ outcome }) => outcome === "dismissed")).toMatchObject({
      next: "closed",
      listed: ["frivolous", "vexatious", "bad_faith"],
    });
    const act = { kind: "conclude", ...end, because: ["vexatious"] } as const;
    const told = (current: typeof filed) => {
      const { entries } = actBy(current, "ce", act, "2026-10-15T11:00", asec);
      return "refused" in entries ? entries : entries.map((entry) => ("to" in entry ? entry.to : entry.kind));
    };
    expect(told(filed)).toMatchObject(["stage-concluded", { role: "complainant" }]);
    expect(told(goOn(filed, informed))).toMatchObject([
      "stage-concluded",
      { role: "complainant" },
      { role: "respondent" },
    ]);
  });
});

describe("an outcome without a choice of reasons", () => {
  test("a list of one reason asks nothing: it is what the outcome says", () => {
    const rulebook = { ...union, reasons: { dismissal: { clause: "9.1", any_of: ["frivolous"] } } };
    const stage = readStage(rulebook, complaint);
    const rule = stage.kind === "closed" ? undefined : stage.outcomes["dismissed_at_assessment"];
    expect(findNotListed(rulebook, rule, [])).toBeUndefined();
    expect(keptReasons(rulebook, rule)).toEqual(["frivolous"]);
  });

  test("without a list nothing is kept, whatever was sent", () => {
    expect(
      concludeStage(
        union,
        complaint,
        { outcome: "allocated", rules: [], reasons: undefined, because: ["x"] },
        at,
        ids(),
      ),
    ).toMatchObject({ kind: "stage-concluded", because: undefined });
  });
});
