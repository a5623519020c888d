import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { concludeStage, possibleOutcomes } from "../../../src/domain/case/conclude.ts";
import type { Conclusion } from "../../../src/domain/case/conclude.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { concluded, goOn, ids } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";
import { complaintOf, london, union, unionRoster } from "../../fakes/union.ts";

const asec = rulebookOf(readFileSync("src/rulebooks/asec.yaml", "utf8"));
const at = london("2026-10-20T10:00");
const roster = { ...unionRoster, manager: ["m1"], president_falmouth: ["vf"] };

const complaint = complaintOf("2026-10-15T10:00");
const allocated = goOn(complaint, { at, entry: concluded("assess", "allocated", "stage1") });
const given = goOn(allocated, {
  kind: "given",
  stage: "stage1",
  to: { kind: "person", person: "h1" },
  handlers: ["ce", "n1", "n2", "h1"],
});
const ready = goOn(
  given,
  { kind: "task-done", stage: "stage1", task: "inform_respondent" },
  { kind: "task-done", stage: "stage1", task: "support_needs" },
);
const discipline = (startsAt: string) => complaintOf("2026-10-15T10:00", { procedure: "discipline", startsAt });

const end = (current: Case, conclusion: Partial<Conclusion>, rulebook: Rulebook = union) =>
  concludeStage(rulebook, current, { outcome: "", rules: [], reasons: "r", ...conclusion }, at, ids());
const outcomesOf = (current: Case) => possibleOutcomes(union, current, at).map(({ outcome }) => outcome);
const act = (current: Case, caller: string, wanted: Act) =>
  decideAct(
    {
      rulebook: union,
      roster,
      current,
      viewer: viewerOf(union, roster, current, caller, undefined),
      caller,
      parties: [],
      names: [],
      at,
    },
    wanted,
    ids(),
  );

test("[A44] what is not resolved informally is investigated, whichever side it fails on", () => {
  const filed = complaintOf("2026-10-15T10:00", { procedure: "about_member" });
  for (const stage of ["consents", "informal"])
    expect(end(goOn(filed, concluded("assess", "informal", stage)), { outcome: "not_agreed" }, asec)).toMatchObject({
      kind: "stage-concluded",
      next: "investigate",
    });
});

describe("Stage 1 of the union", () => {
  test("[F169] it begins when it is allocated, and has four weeks from then", () => {
    expect(allocated.stage.stage).toBe("stage1");
    const target = deadlinesOf(union, allocated).find(({ kind }) => kind === "target");
    expect(target?.day.toString()).toBe("2026-11-17");
  });

  test("[F178][F196] upheld needs a remedy and reasons for it", () => {
    const rules = ["personal_harassment"];
    const found = goOn(ready, { kind: "finding-made", stage: "stage1", rules, reasons: "f" });
    expect(end(found, { outcome: "upheld", rules })).toMatchObject({ refused: "no-sanction" });
    expect(end(found, { outcome: "upheld", rules, sanction: "caution", reasons: undefined })).toMatchObject({
      refused: "no-reasons",
    });
    expect(end(found, { outcome: "partly_upheld", rules, sanction: "caution", letter: "l" })).toMatchObject({
      kind: "decided-by-officers",
      outcome: "partly_upheld",
    });
  });

  test.each(["caution", "letter_of_concern"])("[F199] a %s is nothing without its letter", (sanction) => {
    const rules = ["personal_harassment"];
    const found = goOn(ready, { kind: "finding-made", stage: "stage1", rules, reasons: "f" });
    expect(end(found, { outcome: "upheld", rules, sanction })).toEqual({
      refused: "no-letter",
      sanction,
      clause: "9.19",
    });
    expect(end(found, { outcome: "upheld", rules, sanction, letter: "l" })).toMatchObject({ sanction, letter: "l" });
    expect(
      end(found, { outcome: "upheld", rules, sanction: "apology", letter: "l", lasts: { amount: 7, unit: "days" } }),
    ).toMatchObject({
      sanction: "apology",
      letter: undefined,
    });
  });

  test("[F178] referred on, the Complaints Panel has six weeks", () => {
    const referred = goOn(ready, { at, entry: concluded("stage1", "referred_to_panel", "stage2") });
    const target = deadlinesOf(union, referred).find(({ kind }) => kind === "target");
    expect(target?.day.toString()).toBe("2026-12-01");
  });

  test("[F195] it ends upheld, partly upheld, dismissed, or referred, or leaves the procedure; with no words of one's own", () => {
    expect(outcomesOf(ready)).toEqual([
      "employee_procedure",
      "upheld",
      "partly_upheld",
      "dismissed",
      "referred_to_panel",
    ]);
    expect(end(ready, { outcome: "somewhat_upheld" })).toMatchObject({ refused: "not-at-this-stage" });
  });
});

describe("the exit to the procedure for employees", () => {
  const leave: Act = { kind: "conclude", outcome: "employee_procedure", rules: [], reasons: "r" };

  test.each([
    ["at the assessment", complaint],
    ["before it was chosen who decides", allocated],
    ["when somebody else was chosen to decide", given],
    ["before the Complaints Panel", goOn(ready, concluded("stage1", "referred_to_panel", "stage2"))],
  ])(
    "[F164] the Chief Executive refers %s; the case is closed here, and the complainant is told why",
    (_when, current) => {
      const cleared = goOn(current, { kind: "cleared", person: "ce" });
      expect(act(cleared, "ce", leave)).toMatchObject([
        { kind: "stage-concluded", outcome: "employee_procedure", next: "closed", reasons: "r" },
        { kind: "notice-sent", to: { role: "complainant" } },
      ]);
    },
  );

  test("[F164] not without reasons, and not in another procedure", () => {
    expect(act(complaint, "ce", { ...leave, reasons: undefined })).toMatchObject({ refused: "no-reasons" });
    expect(outcomesOf(discipline("committee"))).not.toContain("employee_procedure");
  });
});

describe("discipline by bye-law 10", () => {
  test("[F247] an informal talk is for a manager or a sabbatical officer who is chosen, and ends it or does not", () => {
    const talk = discipline("informal_talk");
    const resolve: Act = { kind: "conclude", outcome: "resolved_informally", rules: [], reasons: undefined };
    expect(act(talk, "ce", resolve)).toMatchObject({ refused: "choose-first" });
    const chosen = act(talk, "ce", { kind: "choose-decider", to: { kind: "person", person: "m1" } });
    expect(chosen).toMatchObject([{ kind: "given", handlers: ["ce", "n1", "n2", "m1"] }]);
    const theirs = goOn(talk, {
      kind: "given",
      stage: "informal_talk",
      to: { kind: "person", person: "m1" },
      handlers: ["ce", "n1", "n2", "m1"],
    });
    expect(act(theirs, "m1", resolve)).toMatchObject([{ kind: "stage-concluded", next: "closed" }, {}, {}]);
  });

  test("[F248] what is serious goes on to the committee, and the person is told of it with the same act", () => {
    const theirs = goOn(discipline("informal_talk"), {
      kind: "given",
      stage: "informal_talk",
      to: { kind: "person", person: "m1" },
      handlers: ["ce", "m1"],
    });
    expect(act(theirs, "m1", { kind: "conclude", outcome: "serious", rules: [], reasons: undefined })).toMatchObject([
      { kind: "stage-concluded", next: "committee" },
      { kind: "notice-sent", to: { role: "respondent" } },
    ]);
  });

  test("[F251] the committee finds nothing, or not enough, advises, warns, or refers", () => {
    expect(outcomesOf(discipline("committee"))).toEqual([
      "not_substantiated",
      "not_proven",
      "advice_given",
      "warned",
      "referred_to_hearing",
      "referred_elsewhere",
    ]);
  });

  test("[F272] penalties of the hearing come with proven alone", () => {
    const hearing = possibleOutcomes(union, discipline("discipline_hearing"), at);
    expect(hearing.filter(({ sanctions }) => sanctions.length > 0).map(({ outcome }) => outcome)).toEqual(["proven"]);
  });
});
