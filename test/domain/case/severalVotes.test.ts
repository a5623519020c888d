import { describe, expect, test } from "vitest";

import { findApprovedBrief, findDraft, findVoteStage } from "../../../src/domain/case/briefs.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { putMotion } from "../../../src/domain/case/decide.ts";
import { approveBrief, draftBrief } from "../../../src/domain/case/handle.ts";
import { decidersOf, earlierBriefOf, viewerOf } from "../../../src/domain/parties/viewer.ts";
import { timelineOf } from "../../../src/domain/timeline/timeline.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { at, carried, caseAt, decided, filed, goOn, recorded, upTo } from "../../fakes/caseFile.ts";
import { board, kth, roster } from "../../fakes/kth.ts";

/** The rules of the chapter with a second vote after that of the board: of the board again, or of the auditors. */
function withSecondVote(body: "board" | "auditors"): Rulebook {
  const conduct = kth.procedures["conduct"];
  const first = conduct?.stages["board_decision"];
  if (conduct === undefined || first?.kind !== "vote") throw new Error("The memo has another procedure.");
  const second = { ...first, owner: { kind: "body", id: body } as const };
  const stages = { ...conduct.stages, second };
  return { ...kth, procedures: { conduct: { ...conduct, stages } } };
}

const again = withSecondVote("board");
const other = withSecondVote("auditors");

/** A case in which the board has decided, and that has come to the second vote. */
const atSecond = goOn(caseAt("voting"), carried, { ...decided(), next: "second" });
const brief = (statement: string) =>
  [
    { kind: "brief-drafted", statement, officer: "s1" },
    { kind: "brief-approved", officer: "s2" },
  ] as const;

const motion = {
  vote: "vote-2",
  motion: "uphold",
  findings: ["boundaries"],
  severity: undefined,
  sanction: "admonition",
  reasons: "statement",
};
const put = (rulebook: Rulebook, current: Case, chair: string) =>
  putMotion(rulebook, roster, current, chair, motion, [], filed);

describe("a case that one body votes on twice", () => {
  test("is at the vote it is at now, and afterwards at the last", () => {
    expect(findVoteStage(again, caseAt("assess"))).toBeUndefined();
    const stages = again.procedures["conduct"]?.stages;
    expect(findVoteStage(again, caseAt("voting"))).toBe(stages?.["board_decision"]);
    expect(findVoteStage(again, atSecond)).toBe(stages?.["second"]);
    expect(findVoteStage(again, caseAt("inform"))).toBe(stages?.["board_decision"]);
  });

  test("needs no second brief, and may have one", () => {
    expect(findApprovedBrief(again, atSecond)?.statement).toBe("statement-brief");
    expect(put(again, atSecond, "president")).toMatchObject({ kind: "motion-put", vote: "vote-2" });
    expect(draftBrief(again, atSecond, "s1", "Person A says more.", ["Mona Wik"], "brief-2")).toMatchObject({
      kind: "brief-drafted",
    });
    const [drafted, approved] = brief("brief-2");
    const waiting = goOn(atSecond, drafted);
    expect(findDraft(waiting)?.statement).toBe("brief-2");
    // Until it is approved the body goes on deciding from the one it has.
    expect(findApprovedBrief(again, waiting)?.statement).toBe("statement-brief");
    expect(approveBrief(again, roster, waiting, "s1")).toMatchObject({ refused: "own-brief" });
    const briefed = goOn(waiting, approved);
    expect(findApprovedBrief(again, briefed)?.statement).toBe("brief-2");
    expect(draftBrief(again, briefed, "s1", "Person A.", [], "brief-3")).toEqual({ refused: "already-done" });
  });

  test("takes what was found before where a motion after it finds nothing anew", () => {
    const bare = { ...motion, findings: [] };
    const strict = putMotion(again, roster, atSecond, "president", bare, [], filed);
    expect(strict).toMatchObject({ refused: "no-finding" });
    const stage = again.procedures["conduct"]?.stages["second"];
    if (stage?.kind !== "vote") throw new Error("There is no second vote.");
    stage.motions["uphold"] = { vote: "sanction", requires: ["one_sanction"], outcome: "upheld" };
    expect(putMotion(again, roster, atSecond, "president", bare, [], filed)).toMatchObject({
      findings: ["boundaries"],
    });
  });
});

describe("a case on which another body votes next", () => {
  const briefed = goOn(atSecond, ...brief("brief-2"));

  test("[V-05] it learns of the case by a brief of its own", () => {
    expect(decidersOf(other, roster, atSecond)).toEqual([]);
    expect(put(other, atSecond, "a1")).toMatchObject({ refused: "brief-missing" });
    expect(decidersOf(other, roster, briefed)).toEqual(["a1"]);
    expect(viewerOf(other, roster, briefed, "a1", undefined)).toMatchObject({ kind: "voter", isCleared: false });
  });

  test("those of the earlier one go on reading what they decided from, and see nothing else of it", () => {
    for (const member of board) expect(viewerOf(other, roster, briefed, member, undefined).kind).toBe("nobody");
    expect(earlierBriefOf(other, roster, briefed, "president", [])?.statement).toBe("statement-brief");
    // Who did not take part, stepped aside, or is a party reads nothing.
    expect(earlierBriefOf(other, roster, briefed, "t1", [])).toBeUndefined();
    expect(earlierBriefOf(other, roster, goOn(briefed, { kind: "recused", person: "b3" }), "b3", [])).toBeUndefined();
    expect(earlierBriefOf(other, roster, briefed, "president", ["president"])).toBeUndefined();
  });

  test("its timeline tells nothing of what was before the other", () => {
    const entries = recorded([...upTo.voting, carried, { ...decided(), next: "second" }, ...brief("brief-2")]);
    const file = { id: "case-1", codeName: "quiet-harbour-41", entries };
    const { lines } = timelineOf(other, file, { kind: "voter" }, at("2026-04-01T10:00"));
    expect(lines.map(({ happening }) => happening.kind)).toEqual(["before-body"]);
  });
});
