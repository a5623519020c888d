import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { isScopeOpen, scopeOf, suggestedByScope } from "../../../src/domain/case/scope.ts";
import { concluded, goOn } from "../../fakes/caseFile.ts";
import { actBy, complaintOf, union } from "../../fakes/union.ts";

const complaint = complaintOf("2026-10-15T10:00");
const discipline = complaintOf("2026-10-15T10:00", { procedure: "discipline", startsAt: "informal_talk" });
const none = { kind: "scope-judged", situation: undefined, statement: undefined } as const;
const inSociety = { ...none, situation: "society_in_its_activities" } as const;
const judge = (situation: string | undefined, statement?: string): Act => ({
  kind: "judge-scope",
  situation,
  statement,
});
const said = (current: typeof complaint, act: Act, who = "ce") => actBy(current, who, act, "2026-10-16T10:00").entries;

describe("what a procedure is for", () => {
  test.each([
    ["[F155] complaints about conduct", complaint, 3, "9.3"],
    ["[F243] discipline", discipline, 4, "10.1"],
  ] as const)("%s names its situations, with their clause", (_, current, count, clause) => {
    expect(scopeOf(union, current)?.any_of).toHaveLength(count);
    expect(scopeOf(union, current)?.clause).toBe(clause);
  });

  test("[F155] of a complaint about the Union itself nobody is asked: the situations speak of what people do", () => {
    const ofUnion = complaintOf("2026-10-15T10:00", {
      parties: [{ party: "party-b", role: "respondent", hasAccount: true, isOrganisation: true }],
    });
    expect(scopeOf(union, ofUnion)).toBeUndefined();
    expect(said(ofUnion, judge(undefined))).toMatchObject({ refused: "nothing-here" });
  });

  test("whoever assesses is asked until it is said, and at later stages no more", () => {
    expect(isScopeOpen(union, complaint)).toBe(true);
    expect(isScopeOpen(union, discipline)).toBe(true);
    expect(isScopeOpen(union, goOn(complaint, inSociety))).toBe(false);
    expect(isScopeOpen(union, goOn(complaint, concluded("assess", "allocated", "stage1")))).toBe(false);
    expect(isScopeOpen(union, goOn(complaint, concluded("assess", "more_information", "assess")))).toBe(true);
  });
});

describe("saying what a case falls under", () => {
  test("[F155][F243] a situation of the procedure, or none, with a word on why where there is one", () => {
    expect(said(complaint, judge("society_in_its_activities"))).toEqual([inSociety]);
    expect(said(complaint, judge(undefined, "why"))).toEqual([{ ...none, statement: "why" }]);
    expect(said(discipline, judge("union_premises"))).toEqual([{ ...none, situation: "union_premises" }]);
  });

  test.each([
    ["a situation of another procedure", complaint, judge("union_premises"), { refused: "nothing-here" }],
    ["the same again", goOn(complaint, none), judge(undefined), { refused: "already-done" }],
    [
      "anything once the case is over",
      goOn(complaint, concluded("assess", "out_of_scope", "closed")),
      judge(undefined),
      { refused: "not-at-this-stage", stage: "closed" },
    ],
  ] as const)("%s is refused", (_, current, act, refusal) => {
    expect(said(current, act)).toMatchObject(refusal);
  });

  test("whoever reported does not say it, and whom it is about learns of nothing", () => {
    expect(said(complaint, judge(undefined), "mona")).toMatchObject({ refused: "not-your-task" });
    expect(said(complaint, judge(undefined), "nils")).toEqual({ refused: "nothing-here" });
  });

  test("what is said last counts, and a word on why is one of the notes", () => {
    const corrected = goOn(complaint, none, { ...inSociety, statement: "why" });
    expect(corrected.scope).toEqual({ situation: "society_in_its_activities" });
    expect(corrected.notes).toEqual(["why"]);
    expect(said(corrected, judge("society_in_its_activities", "more"))).toHaveLength(1);
  });
});

describe("where no situation applies", () => {
  test.each([
    ["[F155] a complaint", complaint, ["out_of_scope"]],
    ["[F243] a matter of discipline", discipline, ["not_for_discipline"]],
    ["at a stage without such an outcome", goOn(complaint, concluded("assess", "allocated", "stage1")), []],
  ] as const)("%s is suggested to end as out of scope, and nothing ends by itself", (_, current, outcomes) => {
    expect(suggestedByScope(union, goOn(current, none))).toEqual(outcomes);
    expect(goOn(current, none).stage).toEqual(current.stage);
  });

  test("while nobody said so, or one applies, nothing is suggested", () => {
    expect(suggestedByScope(union, complaint)).toEqual([]);
    expect(suggestedByScope(union, goOn(complaint, none, inSociety))).toEqual([]);
  });
});
