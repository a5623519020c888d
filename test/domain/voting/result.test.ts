import { describe, expect, test } from "vitest";

import { resultOf } from "../../../src/domain/voting/result.ts";
import type { MotionRule } from "../../../src/rulebook/rulebook.ts";
import { board, kth, members, motionRule } from "../../fakes/kth.ts";
import { boardOf } from "./voters.ts";
import type { Conduct } from "./voters.ts";

const rule = motionRule(kth, "sanction");
const result = (conduct: Readonly<Record<string, Conduct>>, by: MotionRule = rule) =>
  resultOf(by, boardOf(board, conduct), members);
const yes = "in-favour";
const no = "against";

describe("the result of a vote of the board of nine", () => {
  test("[K22] three recused, four of the other six present: no quorum, and nothing else is said", () => {
    expect(
      result({ b7: "recused", b8: "recused", b9: "recused", president: yes, vice: yes, b3: yes, b4: yes }),
    ).toEqual({ kind: "inquorate", present: 4, needed: 5, missing: [] });
  });

  test("[K22] the fifth arrives and says so without voting: there is a quorum, and the four votes decide", () => {
    expect(result({ president: yes, vice: yes, b3: yes, b4: no, b5: "present" })).toEqual({
      kind: "carried",
      tally: { inFavour: 3, against: 1, abstaining: 0 },
      present: 5,
      recused: 0,
      base: 4,
    });
  });

  test("[K22] whoever votes is present without saying so", () => {
    expect(result({ president: yes, vice: yes, b3: yes, b4: yes, b5: no })).toMatchObject({
      kind: "carried",
      present: 5,
    });
  });

  test("[K16][K22] a member who stepped aside after voting counts neither for the quorum nor among the votes", () => {
    expect(result({ president: yes, vice: yes, b3: yes, b4: yes, b5: "recused-after-in-favour" })).toEqual({
      kind: "inquorate",
      present: 4,
      needed: 5,
      missing: [],
    });
    expect(result({ president: yes, vice: no, b3: no, b4: yes, b5: yes, b6: "recused-after-in-favour" })).toMatchObject(
      { kind: "lost", tally: { inFavour: 3, against: 2, abstaining: 0 }, recused: 1 },
    );
  });

  test("[K23] the president steps aside, the vice-president is there: the presidency is among them", () => {
    expect(result({ president: "recused", vice: yes, b3: yes, b4: yes, b5: yes, b6: no })).toMatchObject({
      kind: "carried",
    });
  });

  test("[K21] five present, three to one with an abstention: carried on votes cast, lost on those present", () => {
    const conduct = { president: yes, vice: yes, b3: yes, b4: no, b5: "abstain" } as const;
    expect(result(conduct)).toMatchObject({ kind: "carried", base: 4 });
    const ofPresent: MotionRule = { ...rule, majority: { ...rule.majority, of: "present" } };
    expect(result(conduct, ofPresent)).toMatchObject({ kind: "lost", base: 5 });
  });

  test("[E-24] one in favour of nine does not carry because time is up", () => {
    expect(result({ president: yes })).toMatchObject({ kind: "inquorate" });
  });

  test("[K21] a tie is lost where the rulebook says so, and waits for the chair where it says that", () => {
    const conduct = { president: yes, vice: yes, b3: no, b4: no, b5: "abstain" } as const;
    expect(result(conduct)).toMatchObject({ kind: "lost" });
    const half: MotionRule = { ...rule, ...motionRule(kth, "dismissal") };
    expect(result(conduct, { ...half, tie: "chair" })).toMatchObject({ kind: "tied" });
    const nobodyVotes = { president: "present", vice: "present", b3: "present", b4: "present", b5: "abstain" } as const;
    expect(result(nobodyVotes, { ...rule, tie: "chair" })).toMatchObject({ kind: "lost" });
  });

  test("a recused member who stays in the room counts for the quorum where the rulebook says so, never among the votes", () => {
    const stays: MotionRule = { ...rule, quorum: rule.quorum && { ...rule.quorum, recused_count: true } };
    const conduct = { president: yes, vice: yes, b3: yes, b4: yes, b5: "recused-after-against" } as const;
    expect(result(conduct, stays)).toMatchObject({ kind: "carried", tally: { against: 0 }, present: 4, recused: 1 });
    expect(result({ ...conduct, b5: "recused" }, stays)).toMatchObject({ kind: "inquorate", present: 4 });
  });
});
