import { describe, expect, test } from "vitest";

import { openVote } from "../../../src/domain/case/case.ts";
import { chairsAt, findMayNotVote } from "../../../src/domain/case/decide.ts";
import { readStage } from "../../../src/domain/case/stages.ts";
import { handlersOf, viewerOf } from "../../../src/domain/parties/viewer.ts";
import { barsOf } from "../../../src/domain/sanctions/door.ts";
import { ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import { rosterInForce } from "../../../src/domain/sanctions/rights.ts";
import { at, caseAt } from "../../fakes/caseFile.ts";
import { kthWith, roster } from "../../fakes/kth.ts";

/** Another case suspends somebody from 4 March to 2 June 2026; the suspension takes these rights away. */
function during(right: "vote" | "office", person: string, day: string) {
  const rulebook = kthWith("    lasts: 90d\n", `    lasts: 90d\n    takes_away: [${right}]\n`);
  const told = at("2026-03-04T12:00");
  const suspended = ledgerOf([
    { id: "d", sanction: "first_degree", rulebook, made: told, notified: told, isQuashed: false, lifted: undefined },
  ]);
  return { rulebook, now: rosterInForce(rulebook, roster, [{ person, bars: barsOf(suspended) }], at(day)) };
}

const voting = caseAt("voting");
const vote = openVote(voting);
const days = ["2026-03-03T12:00", "2026-03-05T12:00", "2026-06-02T00:00"] as const;

describe("while a vote is open a sanction of another case", () => {
  test("takes the chair from whoever holds it, the next in its order has it, and it comes back with the end", () => {
    const chairs = days.map((day) => {
      const { rulebook, now } = during("office", "president", day);
      const stage = readStage(rulebook, voting);
      return stage.kind === "vote" ? chairsAt(rulebook, now, voting, stage, []) : [];
    });
    expect(chairs).toEqual([["president", "vice"], ["vice"], ["president", "vice"]]);
  });

  test("takes the vote from a member who keeps the seat, and gives it back with its end", () => {
    const answers = days.map((day) => {
      const { rulebook, now } = during("vote", "b3", day);
      return vote === undefined ? "" : findMayNotVote(rulebook, now, voting, vote, "b3")?.refused;
    });
    expect(answers).toEqual([undefined, "not-in-electorate", undefined]);
  });

  test("takes a case from an officer as long as another handles it, and never leaves it to nobody", () => {
    const { rulebook, now } = during("office", "s1", days[1]);
    expect(handlersOf(rulebook, now, voting)).toEqual(["s2", "s3"]);
    expect(viewerOf(rulebook, now, voting, "s1", undefined).kind).toBe("nobody");
    expect(handlersOf(rulebook, { ...now, safety_officer: [] }, voting)).toEqual(["s1", "s2", "s3"]);
    const { now: later } = during("office", "s1", days[2]);
    expect(handlersOf(rulebook, later, voting)).toEqual(["s1", "s2", "s3"]);
  });
});
