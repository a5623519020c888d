import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { chairsAt, electorateNow, readMotionRule } from "../../../src/domain/case/decide.ts";
import { checkAt, findUnchecked } from "../../../src/domain/case/precheck.ts";
import { readStage } from "../../../src/domain/case/stages.ts";
import { ownersOf } from "../../../src/domain/deadlines/owners.ts";
import { decidersOf, viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { caseAt, concluded, filed, goOn, ids, motionPut } from "../../fakes/caseFile.ts";
import { board, kth, kthWith, roster } from "../../fakes/kth.ts";

/** What somebody brings about in a case, or why they may not. */
function decide(current: Case, person: string, act: Act, rulebook = kth) {
  const standing: Standing = {
    rulebook,
    roster,
    current,
    viewer: viewerOf(rulebook, roster, current, person, undefined),
    caller: person,
    parties: [],
    names: [],
    at: filed,
  };
  return decideAct(standing, act, ids());
}

const said = (...found: Parameters<typeof decide>) => {
  const decided = decide(...found);
  return isRefusal(decided) ? decided.refused : decided.map(({ kind }) => kind);
};

const check = (...out: readonly string[]): Act => ({ kind: "check-conflicts", out });
const approve: Act = { kind: "approve-brief" };

const atBoard = caseAt("board_decision");
const drafted = goOn(atBoard, { kind: "brief-drafted", statement: "s", officer: "s1" });

const looked = (current: Case, ...out: readonly string[]) => {
  const entries = decide(current, "s2", check(...out));
  if (isRefusal(entries)) throw new Error(entries.refused);
  return goOn(current, ...entries);
};

describe("whoever knows the names looks who of the body has a conflict", () => {
  test.each([
    ["[K16] before that the brief is not approved", drafted, "s2", approve, "precheck-first"],
    ["[K16] after it, it is", looked(drafted), "s2", approve, ["brief-approved"]],
    ["the brief that somebody wrote is another's to approve all the same", looked(drafted), "s1", approve, "own-brief"],
    ["[K16] of the board, not of others", drafted, "s2", check("b4", "m1"), "not-offered"],
    ["nobody may be left out who handles the case", drafted, "s2", check("s1"), "not-offered"],
    ["not before it is the body's turn", caseAt("assess"), "s2", check(), "not-at-this-stage"],
    ["[V-05] not by a member of the board", drafted, "b4", check(), "nothing-here"],
    [
      "not while the board votes",
      goOn(looked(drafted), { kind: "brief-approved", officer: "s2" }, motionPut()),
      "s2",
      check("b4"),
      "vote-running",
    ],
    [
      "once more when the case comes back to the board",
      goOn(
        looked(drafted),
        { kind: "brief-approved", officer: "s2" },
        concluded("board_decision", "x", "refer_seo"),
        concluded("refer_seo", "returned", "board_decision"),
        { kind: "brief-drafted", statement: "t", officer: "s1" },
      ),
      "s2",
      approve,
      "precheck-first",
    ],
  ] as const)("%s", (_, current, person, act, expected) => {
    expect(said(current, person, act)).toEqual(expected);
  });

  test("by those whom the rulebook names, of those who handle the case; by all of them where it names none of them", () => {
    const two = kthWith("precheck_by: body:council", "precheck_by: office:president");
    expect(said(drafted, "s2", check(), two)).toEqual(["conflicts-checked"]);
    const one = { ...drafted, handlers: ["s1", "s2", "president"] };
    expect(said(one, "s2", check(), two)).toBe("not-your-task");
    expect(said(one, "president", check(), two)).toEqual(["conflicts-checked"]);
  });

  test("where nobody of the body can be named, nothing waits for it", () => {
    const vacant = { ...roster, president: [], vice_president: [], board_member: [] };
    expect(findUnchecked(kth, roster, drafted)).toBeDefined();
    expect(findUnchecked(kth, vacant, drafted)).toBeUndefined();
    const many = { ...roster, board_member: Array.from({ length: 120 }, (_, i) => `b${i}`) };
    expect(findUnchecked(kth, many, drafted)).toBeUndefined();
  });

  test("where the rulebook has nobody look, nothing waits for it", () => {
    const nobody = kthWith("  precheck_by: body:council\n", "");
    expect(said(drafted, "s2", approve, nobody)).toEqual(["brief-approved"]);
    expect(said(drafted, "s2", check(), nobody)).toBe("not-at-this-stage");
  });
});

describe("[K16][V-03] whom they say has one", () => {
  const approved = goOn(looked(drafted, "b4", "president"), { kind: "brief-approved", officer: "s2" });
  const stage = readStage(kth, approved);

  test("is nobody to the case, and neither decides nor chairs it", () => {
    for (const person of ["b4", "president"]) {
      expect(viewerOf(kth, roster, approved, person, undefined)).toEqual({ kind: "nobody" });
      expect(said(approved, person, { kind: "clear" })).toBe("nothing-here");
    }
    const others = board.filter((person) => person !== "b4" && person !== "president");
    expect(decidersOf(kth, roster, approved)).toEqual(others);
    expect(electorateNow(kth, roster, approved, readMotionRule(kth, "sanction"), [])).toEqual(others);
    expect(stage.kind === "vote" ? chairsAt(kth, roster, approved, stage, []) : []).toEqual(["vice"]);
  });

  test("is not reminded of it by the office that they hold", () => {
    const informing = goOn(approved, concluded("board_decision", "upheld", "inform"));
    const told = ownersOf(kth, roster, informing, { kind: "target" });
    expect(told).toEqual([{ kind: "person", person: "vice" }]);
  });

  test("reads nothing any more where it is found out later", () => {
    const before = goOn(looked(drafted), { kind: "brief-approved", officer: "s2" }, { kind: "cleared", person: "b4" });
    expect(viewerOf(kth, roster, before, "b4", undefined)).toMatchObject({ kind: "voter", isCleared: true });
    expect(viewerOf(kth, roster, looked(before, "b4"), "b4", undefined)).toEqual({ kind: "nobody" });
  });

  test("cannot be told from the members who can be named: all are, whoever has stepped aside among them", () => {
    const aside = goOn(approved, { kind: "recused", person: "b5" });
    expect(checkAt(kth, roster, aside)?.members).toEqual(board);
  });
});
