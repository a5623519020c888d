import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { owedOutside } from "../../../src/domain/records/outside.ts";
import { externalsOf, groupsOf, openGroups } from "../../../src/domain/records/whoseOutside.ts";
import type { Belonging } from "../../../src/domain/records/whoseOutside.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { attributeKey } from "../../../src/domain/roster.ts";
import { concluded, goOn, ids } from "../../fakes/caseFile.ts";
import { complaintOf, london, union, unionRoster } from "../../fakes/union.ts";

const FALMOUTH = "falmouth_university";
const EXETER = "exeter_university";
const TASK = "report_to_university";
const both = [FALMOUTH, EXETER];

const roster = {
  ...unionRoster,
  [attributeKey("institution", "exeter")]: ["kit", "max"],
  [attributeKey("institution", "falmouth")]: ["hana", "max"],
};

const about = (...parties: readonly string[]) =>
  complaintOf("2026-10-15T10:00", {
    procedure: "discipline",
    startsAt: "discipline_hearing",
    parties: parties.map((party) => ({ party, role: "respondent", hasAccount: true })),
  });

/** The case after something was handed to somebody outside. */
function hand(current: Case, to: string, belonging: Belonging, at = "2026-10-16T10:00"): Case {
  const act: Act = {
    kind: "hand-outside",
    referral: `r-${to}`,
    to,
    ground: undefined,
    on: "2026-10-16",
    waitsUntil: undefined,
    statement: "what",
  };
  const viewer = { kind: "handler", person: "ce" } as const;
  const now = london(at);
  const standing = {
    rulebook: union,
    roster,
    current,
    viewer,
    caller: "ce",
    parties: [],
    names: [],
    at: now,
    belonging,
  };
  const entries = decideAct(standing, act, ids());
  return isRefusal(entries) ? current : goOn(current, ...entries.map((entry) => ({ at: now, entry })));
}

const done = (current: Case) => current.stage.tasksDone.includes(TASK);

test.each([
  ["a student of one", "kit", [EXETER]],
  ["a student of the other", "hana", [FALMOUTH]],
  ["a student of both", "max", both],
  ["somebody of whom nobody knows it", "nils", []],
])("[F257] the roster says to which university %s belongs", (_, person, expected) => {
  expect(externalsOf(union, roster, person)).toEqual(expected);
});

describe("who is told", () => {
  test.each([
    ["of one respondent the own university", ["a"], { a: [EXETER] }, [[EXETER]]],
    ["where it is not known either, as whoever tells them chooses", ["a"], { a: [] }, [both]],
    ["of two at one university that one, once", ["a", "b"], { a: [EXETER], b: [EXETER] }, [[EXETER]]],
    ["of two at two universities each", ["a", "b"], { a: [EXETER], b: [FALMOUTH] }, [[EXETER], [FALMOUTH]]],
    ["of an unknown respondent either", [], {}, [both]],
    ["of somebody who belongs to nobody who is named, any of those", ["a"], { a: ["police"] }, [both]],
  ])("[F257] %s", (_, parties, belonging, expected) => {
    expect(groupsOf(about(...parties), both, belonging)).toEqual(expected);
  });

  test("nobody where the rulebook names nobody", () => {
    expect(groupsOf(about("a"), [], { a: [EXETER] })).toEqual([]);
  });
});

describe("the task of telling the university", () => {
  test("[F257] is done by telling the own one, and by no other", () => {
    const belonging = { a: [EXETER] };
    const wrong = hand(about("a"), FALMOUTH, belonging);
    expect(wrong.records.referrals).toHaveLength(1);
    expect(done(wrong)).toBe(false);
    expect(openGroups(union, wrong, TASK, belonging)).toEqual([[EXETER]]);
    expect(done(hand(wrong, EXETER, belonging))).toBe(true);
  });

  test("[F257] is done once each of several was told", () => {
    const belonging = { a: [EXETER], b: [FALMOUTH] };
    const one = hand(about("a", "b"), EXETER, belonging);
    expect(done(one)).toBe(false);
    expect(openGroups(union, one, TASK, belonging)).toEqual([[FALMOUTH]]);
    expect(done(hand(one, FALMOUTH, belonging))).toBe(true);
  });

  test.each(both)("[F257] of whom nobody knows it, is done by telling %s", (to) => {
    expect(done(hand(about("a"), to, {}))).toBe(true);
  });

  test("[F257] begins anew with the stage: what was told before does not count", () => {
    const early = complaintOf("2026-10-15T10:00", { procedure: "discipline", startsAt: "committee" });
    const before = hand(early, EXETER, {}, "2026-10-16T10:00");
    const heard = goOn(before, {
      at: london("2026-10-20T10:00"),
      entry: concluded("committee", "referred_to_hearing", "discipline_hearing"),
    });
    expect(openGroups(union, heard, TASK, {})).toEqual([both]);
  });
});

test("[F252][F257] what is owed after an outcome is owed to the university of the respondent", () => {
  const ended = goOn(about("a"), concluded("discipline_hearing", "referred_to_university", "closed"));
  expect(owedOutside(union, ended, { a: [FALMOUTH] }).map(({ to }) => to)).toEqual([[FALMOUTH]]);
  expect(owedOutside(union, ended).map(({ to }) => to)).toEqual([both]);
});
