import { describe, expect, test } from "vitest";

import type { Case, VoteInCase } from "../../../src/domain/case/case.ts";
import { openVote } from "../../../src/domain/case/case.ts";
import { closeVote, findMayNotVote, findNotChair, putMotion, readMotionRule } from "../../../src/domain/case/decide.ts";
import type { MotionPut } from "../../../src/domain/case/decide.ts";
import { readStage } from "../../../src/domain/case/stages.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { carried, caseAt, caseOf, filed, goOn, motionPut, received, upTo } from "../../fakes/caseFile.ts";
import { board, kth, kthWith, roster } from "../../fakes/kth.ts";
import { boardOf } from "../voting/voters.ts";
import type { Conduct } from "../voting/voters.ts";

const uphold: MotionPut = {
  vote: "vote-1",
  motion: "uphold",
  findings: ["boundaries"],
  severity: "ordinary",
  sanction: "warning",
  reasons: "reasons",
};
const dismiss: MotionPut = { ...uphold, motion: "dismiss", findings: [], severity: undefined, sanction: undefined };
const cleared = (...people: readonly string[]) => people.map((person) => ({ kind: "cleared", person }) as const);
const recused = (...people: readonly string[]) => people.map((person) => ({ kind: "recused", person }) as const);
const ready = goOn(caseAt("briefed"), ...cleared("president", "vice", "b3"));

const put = (
  current: Case,
  motion: MotionPut,
  chair = "president",
  parties: readonly string[] = [],
  holders = roster,
) => putMotion(kth, holders, current, chair, motion, parties, filed);

describe("putting a motion", () => {
  test("[K46] to uphold it names findings and exactly one sanction, and the electorate is fixed with it", () => {
    expect(put(ready, uphold)).toEqual({
      kind: "motion-put",
      ...uphold,
      rule: "sanction",
      electorate: board,
      seats: board.length,
    });
  });

  test("[K47] to dismiss it is voted by another rule and has no sanction", () => {
    expect(put(ready, dismiss)).toMatchObject({ kind: "motion-put", rule: "dismissal", sanction: undefined });
    expect(put(ready, { ...dismiss, sanction: "warning" })).toEqual({
      refused: "sanction-without-uphold",
      clause: "4.1",
    });
  });

  test.each([
    ["[K46] without a sanction", { sanction: undefined }, "no-sanction"],
    ["[K46][K17] without a finding", { findings: [] }, "no-finding"],
    ["[K20] for nothing but good conduct", { findings: ["good_conduct"] }, "not-sanctionable"],
    ["[K20] for a rule there is not", { findings: ["loitering"] }, "not-sanctionable"],
  ] as const)("%s it is refused", (_, changed, refused) => {
    expect(put(ready, { ...uphold, ...changed })).toMatchObject({ refused });
  });

  test("[K20] good conduct beside a rule with consequences is no hindrance; alone it is refused with its own clause", () => {
    expect(put(ready, { ...uphold, findings: ["good_conduct", "boundaries"] })).toMatchObject({ kind: "motion-put" });
    expect(put(ready, { ...uphold, findings: ["good_conduct"] })).toEqual({
      refused: "not-sanctionable",
      rules: ["good_conduct"],
      clause: "3.2",
    });
    const strict = kthWith('good_conduct: { clause: "3.2", sanctionable: false }', 'good_conduct: { clause: "3.2" }');
    const motion = { ...uphold, findings: ["good_conduct"] };
    expect(putMotion(strict, roster, ready, "president", motion, [], filed)).toMatchObject({ kind: "motion-put" });
  });

  test.each([
    ["[K44] before the brief is approved", caseAt("board_decision"), "president", "brief-missing"],
    ["[K44] before there is a case for the board", caseAt("assess"), "president", "not-at-this-stage"],
    ["[K14] by a member who does not chair", ready, "b3", "not-the-chair"],
    ["[K14] by a safety officer", ready, "s1", "not-the-chair"],
    [
      "[K16] by a chair who has not answered the question of conflict",
      caseAt("briefed"),
      "president",
      "conflict-first",
    ],
    ["[K24] while another vote is open", caseAt("voting"), "president", "vote-running"],
    ["after the decision", caseAt("inform"), "president", "not-at-this-stage"],
  ] as const)("%s it is refused", (_, current, chair, refused) => {
    expect(put(current, uphold, chair)).toMatchObject({ refused });
  });

  test("a motion the rulebook does not have is refused", () => {
    expect(put(ready, { ...uphold, motion: "censure" })).toMatchObject({ refused: "not-at-this-stage" });
  });

  test("[K14] who may is told to whoever may not", () => {
    expect(put(ready, uphold, "b3")).toEqual({
      refused: "not-the-chair",
      offices: ["president", "vice_president"],
      clause: "4.1",
    });
    expect(put(ready, uphold, "vice")).toMatchObject({ kind: "motion-put" });
  });

  test("[K14] where the rulebook names no chair every member may", () => {
    const open = kthWith("chair: [president, vice_president], ", "");
    expect(putMotion(open, roster, ready, "b3", uphold, [], filed)).toMatchObject({ kind: "motion-put" });
    expect(putMotion(open, roster, ready, "s1", uphold, [], filed)).toMatchObject({
      refused: "not-the-chair",
      offices: [],
    });
  });

  test("[K16][E-25] those who stepped aside and parties are not of the electorate, later ones stay of it by name", () => {
    const current = goOn(ready, ...recused("b7", "b8"));
    expect(put(current, uphold, "president", ["b9"])).toMatchObject({
      electorate: ["president", "vice", "b3", "b4", "b5", "b6"],
    });
  });

  test("[V-03] nor is somebody whom the report passed by as an officer", () => {
    const [, ...rest] = upTo.briefed;
    const passedBy = caseOf(received({ keptOut: ["s3"] }), ...rest, ...cleared("president"));
    const both: Roster = { ...roster, board_member: ["s3", "b4", "b5", "b6", "b7", "b8", "b9"] };
    const entry = put(passedBy, uphold, "president", [], both);
    expect("electorate" in entry ? entry.electorate : []).not.toContain("s3");
  });

  test("[K23] with the whole presidency recused the motion cannot even be put, and the referral is named", () => {
    const current = goOn(caseAt("briefed"), ...recused("president", "vice"), ...cleared("b3"));
    const open = kthWith("chair: [president, vice_president], ", "");
    expect(putMotion(open, roster, current, "b3", uphold, [], filed)).toEqual({
      refused: "cannot-be-quorate",
      present: 7,
      needed: 5,
      missing: [{ body: "presidency", present: 0, needed: 1 }],
      including: [{ body: "presidency", needed: 1 }],
      exit: "refer_seo",
      clause: "4.1",
    });
  });

  test("[K22] nor with five of nine out of it", () => {
    const current = goOn(ready, ...recused("b5", "b6", "b7", "b8", "b9"));
    expect(put(current, uphold)).toMatchObject({ refused: "cannot-be-quorate", present: 4, needed: 5, missing: [] });
  });
});

/** The open vote of a case. */
function voteOf(current: Case): VoteInCase {
  const vote = openVote(current);
  if (vote === undefined) throw new Error("A vote was expected to be open.");
  return vote;
}

describe("who may cast a ballot", () => {
  const voting = caseAt("voting");
  const mayNot = (person: string, current = voting) =>
    findMayNotVote(kth, roster, current, voteOf(voting), person)?.refused;

  test.each([
    ["[K16] a member who answered the question of conflict", "b3", undefined],
    ["[K16] a member who has not yet", "b9", "conflict-first"],
    ["[K25] a safety officer, who sits in", "s1", "observers-do-not-vote"],
    ["[E-25] a trustee", "t1", "not-in-electorate"],
    ["[E-25] a stranger", "m1", "not-in-electorate"],
  ] as const)("%s: %s", (_, person, refused) => {
    expect(mayNot(person)).toBe(refused);
  });

  test("[K16][V-03] whoever stepped aside finds that there is nothing", () => {
    const current = goOn(voting, ...recused("b3", "s1"));
    expect(mayNot("b3", current)).toBe("nothing-here");
    expect(mayNot("s1", current)).toBe("nothing-here");
  });

  test("[V-03] so does an officer whom the report passed by", () => {
    const [, ...rest] = upTo.voting;
    expect(mayNot("s3", caseOf(received({ handlers: ["s1", "s2"], keptOut: ["s3"] }), ...rest))).toBe("nothing-here");
  });

  test("[E-25] a member who came into office after the motion was put has no vote in it", () => {
    const later: Roster = { ...roster, board_member: [...(roster["board_member"] ?? []), "b10"] };
    const current = goOn(voting, ...cleared("b10"));
    expect(findMayNotVote(kth, later, current, voteOf(voting), "b10")?.refused).toBe("not-in-electorate");
  });

  test("nobody votes in a vote that is closed", () => {
    const closed = goOn(voting, carried);
    const [vote] = closed.votes;
    expect(vote && findMayNotVote(kth, roster, closed, vote, "b3")).toEqual({ refused: "vote-closed", clause: "4.1" });
  });
});

describe("closing a vote", () => {
  const voting = caseAt("voting");
  const close = (conduct: Readonly<Record<string, Conduct>>, current = voting) =>
    closeVote(kth, roster, current, voteOf(current), boardOf(board, conduct));
  const yes = "in-favour";
  const no = "against";

  test("[K22] four of five needed: refused with the numbers, nothing is recorded and the vote stays open", () => {
    expect(close({ president: yes, vice: yes, b3: yes, b4: yes })).toEqual({
      refused: "inquorate",
      present: 4,
      needed: 5,
      missing: [],
      including: [{ body: "presidency", needed: 1 }],
      aside: 0,
      clause: "4.1",
    });
  });

  test("[K46][K21] four to one: upheld with the sanction of the motion, and the parties are to be informed", () => {
    expect(close({ president: yes, vice: yes, b3: yes, b4: yes, b5: no })).toEqual([
      {
        kind: "vote-closed",
        vote: "vote-1",
        result: {
          kind: "carried",
          tally: { inFavour: 4, against: 1, abstaining: 0 },
          present: 5,
          recused: 0,
          base: 5,
        },
      },
      { kind: "decided", vote: "vote-1", outcome: "upheld", sanction: "warning", next: "inform" },
    ]);
  });

  test("[K21][K47] three to two: lost, which is no dismissal; the case stays before the board", () => {
    const entries = close({ president: yes, vice: yes, b3: yes, b4: no, b5: no });
    expect(entries).toMatchObject([{ kind: "vote-closed", result: { kind: "lost" } }]);
  });

  test("[K47] three to two dismisses: no sanction is decided", () => {
    const dismissing = goOn(
      caseAt("briefed"),
      ...cleared("president"),
      motionPut({ motion: "dismiss", rule: "dismissal", findings: [], sanction: undefined, severity: undefined }),
    );
    expect(close({ president: yes, vice: yes, b3: yes, b4: no, b5: no }, dismissing)).toMatchObject([
      { kind: "vote-closed", result: { kind: "carried" } },
      { kind: "decided", outcome: "dismissed", sanction: undefined, next: "inform" },
    ]);
  });

  test("[E-26] a vote is closed once", () => {
    const closed = goOn(voting, carried);
    const [vote] = closed.votes;
    expect(vote && closeVote(kth, roster, closed, vote, [])).toEqual({ refused: "vote-closed", clause: "4.1" });
  });

  test("[E-34] a motion that leads nowhere is a mistake that says so, never a quiet result", () => {
    const astray = goOn(caseAt("briefed"), motionPut({ motion: "censure" }));
    const everybody = Object.fromEntries(board.map((member) => [member, yes] as const));
    expect(() => close(everybody, astray)).toThrow('"censure" leads to no outcome');
  });
});

test("[E-34] a vote the rulebook does not hold on motions is a mistake that says which", () => {
  expect(() => readMotionRule(kth, "nothing")).toThrow('no vote "nothing"');
});

test("[K14] only president and vice-president close votes", () => {
  expect(chairing(caseAt("voting"))).toEqual(["president", "vice"]);
  expect(chairing(goOn(caseAt("voting"), { kind: "recused", person: "vice" }))).toEqual(["president"]);
});

test("once president and vice-president have stepped aside the case does not stand still: whoever is left chairs", () => {
  const both = goOn(caseAt("voting"), { kind: "recused", person: "president" }, { kind: "recused", person: "vice" });
  expect(chairing(both)).toEqual(["b3", "b4", "b5", "b6", "b7", "b8", "b9"]);
  expect(chairing(both, ["b3"])).toEqual(["b4", "b5", "b6", "b7", "b8", "b9"]);
});

function chairing(current: Case, parties: readonly string[] = []): readonly string[] {
  const stage = readStage(kth, current);
  return board.filter((member) => stage.kind === "vote" && !findNotChair(kth, roster, current, stage, member, parties));
}
