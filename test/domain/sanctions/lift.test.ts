import { describe, expect, test } from "vitest";

import type { Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { chainOf } from "../../../src/domain/sanctions/chain.ts";
import { imposedIn } from "../../../src/domain/sanctions/record.ts";
import { at, caseAt, goOn, ids, respondent } from "../../fakes/caseFile.ts";
import { kth, roster } from "../../fakes/kth.ts";

// Upheld by the board with a warning, on 1 March 2026.
const current = caseAt("inform");
const lift = { kind: "lift", decision: "vote-1", party: respondent.party, reasons: "statement-lift" } as const;

const standing = (caller: string, moment = "2026-05-01T12:00"): Standing => ({
  rulebook: kth,
  roster,
  current,
  viewer: viewerOf(kth, roster, current, caller, undefined),
  caller,
  parties: [],
  names: [],
  at: at(moment),
});

const said = (caller: string, moment?: string) => {
  const result = decideAct(standing(caller, moment), lift, ids());
  return isRefusal(result) ? result.refused : result.map(({ kind }) => kind).join(" ");
};

describe("a sanction ends early by whoever imposed it", () => {
  test.each([
    { who: "the chair of the board that voted", caller: "president", says: "sanction-lifted" },
    { who: "another member of the board", caller: "b3", says: "not-the-chair" },
    { who: "an officer, who did not decide it", caller: "s1", says: "not-your-task" },
    { who: "somebody who is nobody to the case", caller: "t1", says: "nothing-here" },
  ])("$who: $says", ({ caller, says }) => {
    expect(said(caller).split(" ")[0]).toBe(says);
  });

  test("the person and each officer are told", () => {
    const result = decideAct(standing("president"), lift, ids());
    const told = isRefusal(result) ? [] : result.flatMap((entry) => (entry.kind === "notice-sent" ? [entry.to] : []));
    expect(told).toEqual([
      { kind: "party", party: respondent.party, role: "respondent" },
      ...current.handlers.map((person) => ({ kind: "person", person })),
    ]);
  });

  test("what has lapsed, or was lifted before, is not lifted any more", () => {
    expect(said("president", "2027-03-01T00:00")).toBe("already-done");
    const lifted = goOn(current, {
      at: at("2026-04-01T12:00"),
      entry: {
        kind: "sanction-lifted",
        decision: "vote-1",
        party: respondent.party,
        sanction: "warning",
        reasons: "statement-lift",
      },
    });
    const again = decideAct({ ...standing("president"), current: lifted }, lift, ids());
    expect(isRefusal(again) && again.refused).toBe("already-done");
    const [imposed] = imposedIn(kth, lifted);
    if (imposed === undefined) throw new Error("No sanction was imposed.");
    const { state, links } = chainOf(kth, imposed, at("2026-05-01T12:00"));
    expect([state, ...links.map(({ kind, day }) => `${kind} ${day}`)]).toEqual([
      "lifted",
      "imposed 2026-03-01",
      "lifted 2026-04-01",
    ]);
  });
});
