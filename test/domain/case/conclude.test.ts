import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import { concludeStage, possibleOutcomes } from "../../../src/domain/case/conclude.ts";
import { isClosed, nextStage, readProcedure, readStage } from "../../../src/domain/case/stages.ts";
import { summonRespondent } from "../../../src/domain/case/summon.ts";
import {
  acknowledged,
  at,
  caseAt,
  caseOf,
  complainant,
  concluded,
  filed,
  goOn,
  ids,
  received,
  respondent,
  summoned,
  upTo,
} from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";

const conclude = (
  current: Case,
  outcome: string,
  given: { readonly rules?: readonly string[]; readonly reasons?: string } = {},
  now = filed,
) => concludeStage(kth, current, { outcome, rules: given.rules ?? [], reasons: given.reasons }, now, ids());

const possible = (current: Case, now = filed) =>
  possibleOutcomes(kth, current, now).map(({ outcome, blocked }) =>
    blocked === undefined ? outcome : `${outcome}: ${blocked.refused}`,
  );

describe("the first contact", () => {
  test("[K41] it is not over before the report has been acknowledged", () => {
    expect(possible(caseAt("contact"))).toEqual(["in_contact: tasks-open"]);
    expect(conclude(caseAt("contact"), "in_contact")).toEqual({
      refused: "tasks-open",
      tasks: ["acknowledge"],
      clause: "5.2",
    });
  });

  test("[K41] then it leads to the assessment", () => {
    const done = goOn(caseAt("contact"), acknowledged);
    expect(conclude(done, "in_contact")).toEqual(concluded("contact", "in_contact", "assess"));
  });
});

describe("the assessment", () => {
  test("[K42] a violation needs the rule and the reasons", () => {
    expect(conclude(caseAt("assess"), "violation", { reasons: "r" })).toEqual({
      refused: "no-rule-cited",
      clause: "5.2",
    });
    expect(conclude(caseAt("assess"), "violation", { rules: ["boundaries"] })).toEqual({
      refused: "no-reasons",
      clause: "5.2",
    });
    expect(conclude(caseAt("assess"), "violation", { rules: ["boundaries", "offence"], reasons: "r" })).toEqual({
      kind: "stage-concluded",
      stage: "assess",
      outcome: "violation",
      next: "witnesses",
      rules: ["boundaries", "offence"],
      reasons: "r",
    });
  });

  test("[K42][K18] no violation needs reasons and closes the case", () => {
    expect(conclude(caseAt("assess"), "no_violation")).toMatchObject({ refused: "no-reasons" });
    const closed = conclude(caseAt("assess"), "no_violation", { reasons: "r" });
    expect(closed).toMatchObject({ kind: "stage-concluded", next: "closed" });
    expect(isClosed(kth, caseAt("closed"))).toBe(true);
    expect(isClosed(kth, caseAt("assess"))).toBe(false);
  });
});

describe("hearing the respondent", () => {
  const calledOnce = goOn(caseAt("hear_respondent"), summoned("2026-03-10"));
  const calledTwice = goOn(calledOnce, summoned("2026-03-20", 2));

  test("[K43] nobody is heard who was not called", () => {
    expect(possible(caseAt("hear_respondent"))).toEqual(["heard: not-summoned", "no_answer: attempts-left"]);
    expect(conclude(caseAt("hear_respondent"), "heard")).toEqual({ refused: "not-summoned", clause: "5.2" });
  });

  test("[K43] nobody can be called when it is not known whom the report is about, and the case is closed with reasons", () => {
    const unknown = caseOf(received({ parties: [complainant] }), ...upTo.hear_respondent.slice(1));
    expect(possible(unknown)).toEqual(["heard: not-summoned", "no_answer: attempts-left", "not_known"]);
    expect(conclude(unknown, "not_known")).toMatchObject({ refused: "no-reasons" });
    expect(conclude(unknown, "not_known", { reasons: "r" })).toMatchObject({ next: "closed" });
    expect(conclude(caseAt("hear_respondent"), "not_known", { reasons: "r" })).toEqual({
      refused: "respondent-known",
      clause: "5.2",
    });
  });

  test("[K43] called once and heard it goes to the board", () => {
    expect(conclude(calledOnce, "heard")).toMatchObject({ kind: "stage-concluded", next: "board_decision" });
  });

  test("[K43] called once without an answer is not enough", () => {
    expect(conclude(calledOnce, "no_answer", {}, at("2026-03-30T10:00"))).toEqual({
      refused: "attempts-left",
      made: 1,
      needed: 2,
      clause: "5.2",
    });
  });

  test.each([
    ["before the day of the second meeting", "2026-03-19T23:59", "summons-pending"],
    ["on that day, to its end", "2026-03-20T23:59", "summons-pending"],
    ["from the day after", "2026-03-21T00:00", "stage-concluded"],
  ] as const)("[K43] called twice, %s", (_, now, expected) => {
    const result = conclude(calledTwice, "no_answer", {}, at(now));
    expect("refused" in result ? result.refused : result.kind).toBe(expected);
  });

  test("[K43] what is still to come is said with its day", () => {
    expect(conclude(calledTwice, "no_answer", {}, at("2026-03-12T10:00"))).toEqual({
      refused: "summons-pending",
      until: "2026-03-20",
      clause: "5.2",
    });
  });

  test.each([
    ["four days ahead is too soon", "2026-03-05", "summons-too-soon"],
    ["five days ahead is not", "2026-03-06", "summoned"],
    ["a month ahead is not", "2026-04-01", "summoned"],
    ["yesterday is too soon", "2026-02-28", "summons-too-soon"],
  ] as const)("[K43] called on 1 March to a meeting, %s", (_, on, expected) => {
    const result = summonRespondent(kth, caseAt("hear_respondent"), on, "statement", filed);
    expect("refused" in result ? result.refused : result.kind).toBe(expected);
  });

  test("[K43] the refusal names the earliest day, the summons its number", () => {
    const tooSoon = summonRespondent(kth, caseAt("hear_respondent"), "2026-03-02", "statement", filed);
    expect(tooSoon).toEqual({ refused: "summons-too-soon", earliest: "2026-03-06", clause: "5.2" });
    expect(summonRespondent(kth, calledOnce, "2026-03-20", "statement", filed)).toEqual({
      kind: "summoned",
      party: respondent.party,
      attempt: 2,
      on: "2026-03-20",
      statement: "statement",
    });
  });

  test("[K43] an hour before midnight the day still counts as the day it is here", () => {
    const late = at("2026-03-01T23:30");
    expect(summonRespondent(kth, caseAt("hear_respondent"), "2026-03-06", "s", late)).toMatchObject({
      kind: "summoned",
    });
    const later = at("2026-03-02T00:30");
    expect(summonRespondent(kth, caseAt("hear_respondent"), "2026-03-06", "s", later)).toMatchObject({
      refused: "summons-too-soon",
      earliest: "2026-03-07",
    });
  });

  test("[K43] nobody is called at another stage", () => {
    for (const point of ["contact", "assess", "board_decision", "inform", "closed"] as const)
      expect(summonRespondent(kth, caseAt(point), "2026-04-01", "s", filed)).toMatchObject({
        refused: "not-at-this-stage",
        stage: point,
      });
  });

  test("[K43] nor where nobody is known to be called", () => {
    const [, ...rest] = upTo.hear_respondent;
    const unknown = caseOf(received({ parties: [complainant] }), ...rest);
    expect(summonRespondent(kth, unknown, "2026-04-01", "s", filed)).toMatchObject({ refused: "nobody-to-summon" });
  });
});

describe("what officers cannot conclude", () => {
  test.each([
    ["[K14] the decision of the board", "voting", "upheld"],
    ["[K14] even before a motion is put", "board_decision", "dismissed"],
    ["[K50] the informing of the parties", "inform", "delivered"],
    ["a closed case", "closed", "violation"],
    ["an outcome of another stage", "contact", "violation"],
    ["an outcome there is not", "assess", "guilty"],
  ] as const)("%s", (_, point, outcome) => {
    expect(conclude(caseAt(point), outcome, { rules: ["boundaries"], reasons: "r" })).toMatchObject({
      refused: "not-at-this-stage",
    });
  });
});

describe("a party in the body that would decide", () => {
  test("[K26] the case of a board member goes to the study environment officer instead of the board", () => {
    const [, ...rest] = upTo.hear_respondent;
    const concerned = caseOf(received({ partyInBody: "board" }), ...rest, summoned("2026-03-10"));
    expect(conclude(concerned, "heard")).toMatchObject({ kind: "stage-concluded", next: "refer_seo" });
  });

  test("[K26] the stages before it stay as they are", () => {
    const concerned = caseOf(received({ partyInBody: "council" }), acknowledged);
    expect(conclude(concerned, "in_contact")).toMatchObject({ next: "assess" });
  });

  test.each([
    ["[K26] what would come before the board is referred", "returned", "board", "refer_seo"],
    ["[K26] what leads elsewhere is not", "decided", "board", "inform"],
    ["[K26] without a party in it the board gets the case", "returned", undefined, "board_decision"],
  ] as const)("%s", (_, outcome, partyInBody, next) => {
    const stage = readStage(kth, caseAt("refer_seo"));
    const rule = stage.kind === "external" ? stage.outcomes[outcome] : undefined;
    expect(rule && nextStage(kth, { partyInBody }, rule)).toBe(next);
  });
});

test("a case of a procedure or stage that the rulebook does not have is a mistake that says which", () => {
  expect(() => readProcedure(kth, { procedure: "duel" })).toThrow('no procedure "duel"');
  const lost = { ...caseAt("contact"), stage: { stage: "limbo", opened: filed, tasksDone: [] } };
  expect(() => readStage(kth, lost)).toThrow('"conduct" has no stage "limbo"');
});
