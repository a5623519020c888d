import { describe, expect, test } from "vitest";

import { approveBrief, doTask, draftBrief, takeCase } from "../../../src/domain/case/handle.ts";
import { acknowledged, caseAt, caseOf, concluded, goOn, received, upTo } from "../../fakes/caseFile.ts";
import type { Point } from "../../fakes/caseFile.ts";
import { kth, kthWith, roster } from "../../fakes/kth.ts";

describe("taking a case", () => {
  test("[K40] the first officer to take it leads it", () => {
    expect(takeCase(kth, roster, caseAt("contact"), "s1")).toEqual({ kind: "taken", officer: "s1" });
  });

  test("[K40] a second one is told who leads it, and the first that it is done", () => {
    const taken = goOn(caseAt("contact"), { kind: "taken", officer: "s1" });
    expect(takeCase(kth, roster, taken, "s2")).toEqual({ refused: "already-taken", by: "s1" });
    expect(takeCase(kth, roster, taken, "s1")).toEqual({ refused: "already-done" });
  });

  test("[K16] once its lead has stepped aside somebody else can take it", () => {
    const left = goOn(caseAt("contact"), { kind: "taken", officer: "s1" }, { kind: "recused", person: "s1" });
    expect(takeCase(kth, roster, left, "s2")).toEqual({ kind: "taken", officer: "s2" });
  });

  test("[E-31] once its lead has left office somebody else can take it", () => {
    const taken = goOn(caseAt("contact"), { kind: "taken", officer: "s1" });
    const later = { ...roster, safety_officer: ["s2", "s3"] };
    expect(takeCase(kth, later, taken, "s2")).toEqual({ kind: "taken", officer: "s2" });
  });
});

describe("tasks of a stage", () => {
  test("[K40] acknowledging is done once", () => {
    expect(doTask(kth, caseAt("contact"), "acknowledge")).toEqual(acknowledged);
    expect(doTask(kth, goOn(caseAt("contact"), acknowledged), "acknowledge")).toEqual({ refused: "already-done" });
  });

  test.each([
    ["[K41] a task of another stage", "assess", "acknowledge"],
    ["[K41] a task there is not", "contact", "interrogate"],
    ["[K41] a task of a closed case", "closed", "acknowledge"],
  ] as const)("%s is not possible here", (_, point, task) => {
    expect(doTask(kth, caseAt(point), task)).toEqual({ refused: "not-at-this-stage", stage: point, clause: "5.2" });
  });
});

describe("the brief", () => {
  const names = ["Mona Wik", "Nils Orrby"];
  const text = "Person A says that Person B went on after a clear no.";
  const draft = (point: Point, words = text) => draftBrief(kth, caseAt(point), "s1", words, names, "brief-1");

  test("[K44] an officer writes it when the case is before the board", () => {
    expect(draft("board_decision")).toEqual({ kind: "brief-drafted", statement: "brief-1", officer: "s1" });
  });

  test("[K43][K44] before the respondent was heard there is no brief", () => {
    for (const point of ["contact", "assess", "witnesses", "hear_respondent"] as const)
      expect(draft(point)).toMatchObject({ refused: "not-at-this-stage", stage: point });
  });

  test("[K44] one that names somebody is refused and says whom, with the clause of the brief", () => {
    expect(draft("board_decision", "Mona said that <@123> went on")).toEqual({
      refused: "brief-names-somebody",
      found: ["Mona", "<@123>"],
      clause: "5.2",
    });
  });

  test("[K44] it may be written anew until it has been approved", () => {
    const drafted = goOn(caseAt("board_decision"), { kind: "brief-drafted", statement: "brief-0", officer: "s2" });
    expect(draftBrief(kth, drafted, "s1", text, names, "brief-1")).toMatchObject({ kind: "brief-drafted" });
    expect(draft("briefed")).toEqual({ refused: "already-done" });
  });

  test("[K44] another officer approves it, not the one who wrote it", () => {
    const drafted = goOn(caseAt("board_decision"), { kind: "brief-drafted", statement: "brief-1", officer: "s1" });
    expect(approveBrief(kth, roster, drafted, "s1")).toEqual({ refused: "own-brief", clause: "5.2" });
    expect(approveBrief(kth, roster, drafted, "s2")).toEqual({ kind: "brief-approved", officer: "s2" });
  });

  test("[K44] an only officer approves the own brief: there is nobody else", () => {
    const [, ...rest] = upTo.board_decision;
    const alone = caseOf(received({ handlers: ["s1"] }), ...rest, {
      kind: "brief-drafted",
      statement: "brief-1",
      officer: "s1",
    });
    expect(approveBrief(kth, roster, alone, "s1")).toEqual({ kind: "brief-approved", officer: "s1" });
  });

  test("[K44] where the rulebook asks for no second approval the writer approves", () => {
    const single = kthWith("second_approval: true", "second_approval: false");
    const drafted = goOn(caseAt("board_decision"), { kind: "brief-drafted", statement: "brief-1", officer: "s1" });
    expect(approveBrief(single, roster, drafted, "s1")).toMatchObject({ kind: "brief-approved" });
  });

  test.each([
    ["there is none", "board_decision", { refused: "brief-missing", clause: "5.2" }],
    ["it is approved already", "briefed", { refused: "already-done" }],
    ["the case is elsewhere", "assess", { refused: "not-at-this-stage", stage: "assess", clause: "5.2" }],
  ] as const)("[K44] nothing is approved when %s", (_, point, refusal) => {
    expect(approveBrief(kth, roster, caseAt(point), "s2")).toEqual(refusal);
  });

  test("[K44] a brief of a case that went back to the officers does not come before the board by itself", () => {
    const back = goOn(caseAt("board_decision"), concluded("board_decision", "returned", "witnesses"));
    expect(approveBrief(kth, roster, back, "s2")).toMatchObject({ refused: "not-at-this-stage", stage: "witnesses" });
  });
});

describe("what may not stand in a brief is what the rulebook says", () => {
  test.each([
    ["names, accounts, contact", ["Mona", "@mona.wik"]],
    ["names", ["Mona"]],
    ["accounts", ["@mona.wik"]],
    ["contact", []],
    ["", []],
  ] as const)("[K44] mask: [%s]", (mask, found) => {
    const rulebook = kthWith("mask: [names, accounts, contact]", `mask: [${mask}]`);
    const text = "Mona says so; ask @mona.wik about it.";
    const drafted = draftBrief(rulebook, caseAt("board_decision"), "s1", text, ["Mona Ek"], "brief");
    expect("found" in drafted ? drafted.found : []).toEqual(found);
  });
});
