import { describe, expect, test } from "vitest";

import { electorateNow, readMotionRule } from "../../../src/domain/case/decide.ts";
import { findNextHandlers } from "../../../src/domain/parties/stageOwners.ts";
import { awayKey, holdersOf, votersOf } from "../../../src/domain/roster.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { caseAt } from "../../fakes/caseFile.ts";
import { kthText, officers, rulebookOf } from "../../fakes/kth.ts";

/** The president handles every case, and the vice president stands in. */
const rulebook = rulebookOf(
  kthText
    .replace("president: { seats: 1 }", "president: { seats: 1, deputy: vice_president }")
    .replaceAll("        owner: body:council", "        owner: office:president"),
);
const everybody: Roster = { president: ["p"], vice_president: ["v"], board_member: ["b1"], safety_officer: officers };
const president = { kind: "office", id: "president" } as const;
const current = caseAt("assess");

describe("whoever stands in for the holder of an office", () => {
  test.each<readonly [string, Roster, readonly string[]]>([
    ["does not while somebody holds it", everybody, ["p"]],
    ["does while nobody does", { ...everybody, president: [] }, ["v"]],
    ["does no longer once somebody does again", { ...everybody, president: ["q"] }, ["q"]],
    ["is nobody where that office is vacant too", { board_member: ["b1"] }, []],
  ])("%s", (_when, roster, people) => {
    expect(holdersOf(rulebook, roster, president)).toEqual(people);
  });

  test("has no second vote: on a body those sit who hold its offices, each once", () => {
    const board = holdersOf(rulebook, { ...everybody, president: [] }, { kind: "body", id: "board" });
    expect(board).toEqual(["v", "b1"]);
  });

  test.each<readonly [string, Roster, readonly string[]]>([
    ["the holder", everybody, ["p"]],
    ["the holder, also while they are away", { ...everybody, [awayKey("president")]: ["p"] }, ["p"]],
    ["nobody while the office is vacant", { ...everybody, president: [] }, []],
  ])("has no vote where a vote is that of an office: %s has, in motions and in cases", (_who, roster, people) => {
    expect(votersOf(rulebook, roster, president)).toEqual(people);
    const ofOffice = { ...rulebook, bodies: { ...rulebook.bodies, top: { members: president, clause: "1" } } };
    expect(holdersOf(ofOffice, roster, { kind: "body", id: "top" })).toEqual(people);
    const rule = readMotionRule(rulebook, "sanction");
    expect(electorateNow(rulebook, roster, current, { ...rule, electorate: president }, [])).toEqual(people);
  });

  test.each<readonly [string, Roster, readonly string[], readonly string[], readonly string[] | undefined]>([
    ["nobody while the holder can", everybody, [], [], ["p"]],
    ["while the office is vacant", { ...everybody, president: [] }, [], [], ["v"]],
    ["where the holder is a party", everybody, ["p"], [], ["v"]],
    ["where the holder has stepped aside", everybody, [], ["p"], ["v"]],
    ["nobody where both are parties", everybody, ["p", "v"], [], undefined],
    ["never as a party", { ...everybody, president: [] }, ["v"], [], undefined],
  ])("[F173] gets the case at a stage of that office: %s", (_when, roster, parties, recused, next) => {
    expect(findNextHandlers(rulebook, roster, { ...current, recused }, parties)).toEqual(next);
  });

  test("keeps a case that came to them, and is not given it again", () => {
    const handled = { ...current, handlers: ["v"], recused: ["p"] };
    expect(findNextHandlers(rulebook, everybody, handled, [])).toBeUndefined();
  });
});
