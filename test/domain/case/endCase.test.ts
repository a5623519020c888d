import { describe, expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { isClosed } from "../../../src/domain/case/stages.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { caseAt, caseOf, goOn, ids, received, upTo } from "../../fakes/caseFile.ts";
import type { Point } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";
import { standingOf } from "../../fakes/standing.ts";
import type { Situation } from "../../fakes/standing.ts";

const endBy = (situation: Situation) => decideAct(standingOf(situation), { kind: "end" }, ids());

const entriesOf = (situation: Situation): readonly Entry[] => {
  const entries = endBy(situation);
  return isRefusal(entries) ? [] : entries;
};

/** To whom it is told. */
const toldBy = (situation: Situation) =>
  entriesOf(situation).flatMap((entry) => {
    if (entry.kind !== "notice-sent") return [];
    if (entry.to.kind === "room") return [entry.to.purpose];
    return [entry.to.kind === "party" ? entry.to.role : "person"];
  });

const open: readonly Point[] = [
  "contact",
  "assess",
  "witnesses",
  "hear_respondent",
  "board_decision",
  "briefed",
  "voting",
  "refer_seo",
];

test.each(open)("[K49][Q27] the affected person ends it at %s: it is closed, and no deadline is left", (point) => {
  const current = caseAt(point);
  const ended = goOn(current, ...entriesOf({ current, person: "mona" }));
  expect(isClosed(kth, ended)).toBe(true);
  expect(ended.concluded.at(-1)).toMatchObject({ stage: current.stage.stage, outcome: "ended_by_victim" });
  expect(deadlinesOf(kth, ended)).toEqual([]);
});

test.each([
  ["witnesses", "officers"],
  ["board_decision", "officers respondent"],
  ["briefed", "officers board respondent"],
  ["voting", "officers board respondent"],
] as const)("at %s those who know of the case are told: %s", (point, told) => {
  expect(toldBy({ current: caseAt(point), person: "mona" }).join(" ")).toBe(told);
});

test("[K49] an open vote is void, and none of its ballots is counted", () => {
  const [first] = entriesOf({ current: caseAt("voting"), person: "mona" });
  expect(first).toEqual({ kind: "vote-closed", vote: "vote-1", result: { kind: "void" } });
});

describe("[K49] is refused", () => {
  const { conduct: _, ...others } = kth.procedures;
  test.each(["witness", "on_behalf"] as const)("[Q27] to whoever filed as %s", (relation) => {
    const current = caseOf(received({ relation }));
    expect(endBy({ current, person: "mona" })).toEqual({ refused: "not-your-task", clause: "5.2" });
  });

  test.each(["nils", "s1", "president"])("to everybody else, as %s", (person) => {
    expect(endBy({ current: caseAt("voting"), person })).toMatchObject({ refused: "not-your-task" });
  });

  test("once it has been decided, and once it is closed", () => {
    expect(endBy({ current: caseAt("inform"), person: "mona" })).toEqual({ refused: "already-decided", clause: "5.2" });
    expect(endBy({ current: caseOf(...upTo.closed), person: "mona" })).toEqual({ refused: "already-done" });
  });

  test("where the rules do not say that it may be ended", () => {
    const standing = standingOf({ current: caseAt("assess"), person: "mona" });
    const conduct = standing.rulebook.procedures["conduct"];
    if (conduct === undefined) throw new Error("The chapter has a procedure for conduct.");
    const procedures = { ...others, conduct: { ...conduct, stoppable_by: undefined } };
    const answer = decideAct({ ...standing, rulebook: { ...standing.rulebook, procedures } }, { kind: "end" }, ids());
    expect(answer).toEqual({ refused: "not-your-task", clause: "5.2" });
  });
});
