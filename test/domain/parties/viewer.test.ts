import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import { decidersOf, mayRead, viewerOf } from "../../../src/domain/parties/viewer.ts";
import type { Thing, Viewer } from "../../../src/domain/parties/viewer.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import {
  carried,
  caseAt,
  caseOf,
  complainant,
  concluded,
  goOn,
  noticeSent,
  received,
  respondent,
  toParty,
  upTo,
} from "../../fakes/caseFile.ts";
import type { Point } from "../../fakes/caseFile.ts";
import { board, kth, officers, roster } from "../../fakes/kth.ts";

const things: readonly Thing[] = ["case", "names", "statements", "brief", "vote", "own-notices"];
const points = Object.keys(upTo).filter((key): key is Point => key in upTo);
const nobody: Viewer = { kind: "nobody" };

const viewer = (current: Case, person: string, party?: string, holders: Roster = roster) =>
  viewerOf(kth, holders, current, person, party);
const reads = (current: Case, as: Viewer) => things.filter((thing) => mayRead(current, as, thing));

describe("as what somebody stands to a case", () => {
  test("whoever was named as reporting it too is nobody before joining, whatever office they hold, and again after leaving", () => {
    const named = { party: "party-kim", role: "complainant", hasAccount: true } as const;
    const together = { spokesperson: undefined, members: [named] };
    const filed = caseOf(received({ together }));
    for (const person of ["b3", "m3"]) expect(viewer(filed, person, "party-kim")).toEqual(nobody);
    const joined = goOn(filed, { kind: "joining-answered", party: "party-kim", isJoining: true });
    expect(viewer(joined, "m3", "party-kim")).toEqual({ kind: "party", person: "m3", party: named });
    const left = goOn(joined, { kind: "joining-answered", party: "party-kim", isJoining: false });
    expect(viewer(left, "s1", "party-kim")).toEqual(nobody);
  });

  test("[A05] whoever reports what they did themselves is a party from the beginning", () => {
    const filed = caseOf(received({ relation: "self", parties: [respondent] }));
    expect(viewer(filed, "m2", respondent.party)).toEqual({ kind: "party", person: "m2", party: respondent });
    expect(viewer(caseOf(received()), "m2", respondent.party)).toEqual(nobody);
  });

  test("[V-04] an officer who received it handles it, at every stage", () => {
    for (const point of points) expect(viewer(caseAt(point), "s1")).toEqual({ kind: "handler", person: "s1" });
  });

  test("[V-05] a member of the board is nobody before the brief is approved, then a voter", () => {
    for (const point of ["contact", "assess", "hear_respondent", "board_decision"] as const)
      expect(viewer(caseAt(point), "b3")).toEqual(nobody);
    const drafted = goOn(caseAt("board_decision"), { kind: "brief-drafted", statement: "x", officer: "s1" });
    expect(viewer(drafted, "b3")).toEqual(nobody);
    expect(viewer(caseAt("briefed"), "b3")).toEqual({ kind: "voter", person: "b3", isCleared: false });
    expect(viewer(caseAt("voting"), "b3")).toEqual({ kind: "voter", person: "b3", isCleared: true });
    expect(decidersOf(kth, roster, caseAt("board_decision"))).toEqual([]);
    expect(decidersOf(kth, roster, caseAt("briefed"))).toEqual(board);
  });

  test("[V-01] whoever filed it is a party from the first moment, and nothing else, whatever their offices", () => {
    for (const point of points) {
      const expected = { kind: "party", person: "m1", party: complainant };
      expect(viewer(caseAt(point), "m1", complainant.party)).toEqual(expected);
      expect(viewer(caseAt(point), "president", complainant.party)).toMatchObject({ kind: "party" });
      expect(viewer(caseAt(point), "s1", complainant.party)).toMatchObject({ kind: "party" });
    }
  });

  test("[V-02] the respondent is nobody until something has been sent to the respondent", () => {
    for (const point of ["contact", "assess", "witnesses", "hear_respondent"] as const)
      expect(viewer(caseAt(point), "m2", respondent.party)).toEqual(nobody);
    const called = caseAt("board_decision");
    expect(viewer(called, "m2", respondent.party)).toEqual({ kind: "party", person: "m2", party: respondent });
  });

  test("[V-02] what was sent to the complainant does not inform the respondent", () => {
    const told = goOn(
      caseAt("contact"),
      noticeSent("n", toParty(complainant), { kind: "acknowledgement", statement: "x" }),
    );
    expect(viewer(told, "m2", respondent.party)).toEqual(nobody);
  });

  test("[V-02] an officer whom it is about is nobody, not a handler, even if listed as one by mistake", () => {
    expect(viewer(caseAt("contact"), "s1", respondent.party)).toEqual(nobody);
  });

  test("[V-01] a witness is nobody until something has been sent to the witness", () => {
    const witness = { party: "party-w", role: "witness", hasAccount: true } as const;
    const current = caseOf(received({ parties: [complainant, respondent, witness] }));
    expect(viewer(current, "m3", witness.party)).toEqual(nobody);
  });

  test("[V-03] an officer whom the report passed by is nobody", () => {
    const passedBy = caseOf(received({ handlers: ["s2"], keptOut: ["s1", "s3"] }));
    expect(viewer(passedBy, "s1")).toEqual(nobody);
    expect(viewer(passedBy, "s2")).toMatchObject({ kind: "handler" });
  });

  test("[V-03] whoever was passed by stays nobody when the case comes before a board on which they sit", () => {
    const [first, ...rest] = upTo.briefed;
    const passedBy = caseOf({ ...first, handlers: ["s2"], keptOut: ["s1", "s3"] }, ...rest);
    const alsoOnBoard: Roster = { ...roster, board_member: ["s3", "b4", "b5", "b6", "b7", "b8", "b9"] };
    expect(viewer(passedBy, "s3", undefined, alsoOnBoard)).toEqual(nobody);
    expect(decidersOf(kth, alsoOnBoard, passedBy)).not.toContain("s3");
  });

  test("[K16][V-03] whoever stepped aside is nobody, officer or board member, cleared before or not", () => {
    for (const person of ["s1", "president", "b9"])
      for (const point of points) {
        const current = goOn(caseAt(point), { kind: "cleared", person }, { kind: "recused", person });
        expect(viewer(current, person)).toEqual(nobody);
      }
  });

  test("[V-13] somebody who comes into office later does not handle the old case", () => {
    const later: Roster = { ...roster, safety_officer: ["s1", "s2", "s9"] };
    expect(viewer(caseAt("assess"), "s9", undefined, later)).toEqual(nobody);
  });

  test("[V-13] a closed case stays with the board that had it: whoever comes onto the board later is nobody to it", () => {
    const later: Roster = { ...roster, board_member: ["b3", "b4", "new"] };
    const closed = goOn(caseAt("inform"), concluded("inform", "delivered", "closed"));
    expect(viewer(caseAt("inform"), "new", undefined, later)).toMatchObject({ kind: "voter" });
    expect(viewer(closed, "new", undefined, later)).toEqual(nobody);
    for (const person of ["president", "b3", "b4"])
      expect(viewer(closed, person, undefined, later)).toMatchObject({ kind: "voter" });
    expect(viewer(closed, "b9", undefined, later)).toEqual(nobody);
  });

  test("[V-06] trustees, auditors, members and strangers are nobody", () => {
    for (const point of points)
      for (const person of ["t1", "a1", "m3", "stranger", ""]) expect(viewer(caseAt(point), person)).toEqual(nobody);
  });
});

describe("what each may read", () => {
  const handler: Viewer = { kind: "handler", person: "s1" };
  const uncleared: Viewer = { kind: "voter", person: "b3", isCleared: false };
  const cleared: Viewer = { kind: "voter", person: "b3", isCleared: true };
  const filer: Viewer = { kind: "party", person: "m1", party: complainant };
  const accused: Viewer = { kind: "party", person: "m2", party: respondent };
  const file = ["case", "names", "statements", "brief"];

  test.each([
    ["[V-04] a handling officer: the file, never the vote", handler, file, file, file],
    [
      "[V-05] a member of the board before the question of conflict: that there is a vote",
      uncleared,
      [],
      ["vote"],
      ["vote"],
    ],
    [
      "[V-05][K44] after it: the brief without names, and the vote",
      cleared,
      ["brief"],
      ["brief", "vote"],
      ["brief", "vote"],
    ],
    [
      "[V-01] the complainant: what was sent to the complainant",
      filer,
      ["own-notices"],
      ["own-notices"],
      ["own-notices"],
    ],
    [
      "[V-02] the respondent: what was sent to the respondent",
      accused,
      ["own-notices"],
      ["own-notices"],
      ["own-notices"],
    ],
    ["[V-03][V-06] nobody: nothing", nobody, [], [], []],
  ] as const)("%s", (_, as, withoutVote, whileOpen, afterwards) => {
    const closed = goOn(caseAt("voting"), carried);
    expect(reads(caseAt("briefed"), as)).toEqual(withoutVote);
    expect(reads(caseAt("voting"), as)).toEqual(whileOpen);
    expect(reads(closed, as)).toEqual(afterwards);
  });
});

test("[V-03] for whoever stepped aside or was passed by, every case at every stage is as if it did not exist", () => {
  const people = [...officers, ...board];
  const entries = fc.subarray(people, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...points), entries, fc.subarray([...officers]), (point, recused, keptOut) => {
      const [first, ...rest] = upTo[point];
      const handlers = officers.filter((officer) => !keptOut.includes(officer));
      const current = goOn(
        caseOf({ ...first, handlers, keptOut }, ...rest),
        ...recused.map((person) => ({ kind: "recused", person }) as const),
      );
      for (const person of [...recused, ...keptOut]) {
        const as = viewer(current, person);
        expect(as).toEqual(viewer(current, "stranger"));
        expect(reads(current, as)).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});
