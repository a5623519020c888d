import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { returnable } from "../../../src/domain/acts/ownVoiceAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { mayReadItem, openableTo } from "../../../src/domain/case/evidence.ts";
import { cannotAccompany } from "../../../src/domain/parties/companions.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { complainant, goOn, respondent } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";
import { actBy, complaintOf, informed, union, unionRoster } from "../../fakes/union.ts";

const DAY = "2026-10-16T10:00";
const complaint = goOn(complaintOf("2026-10-15T10:00"), informed);
const members = { ...unionRoster, "class:full_member": ["priya"] };

const statement: Act = {
  kind: "hand-in",
  item: "i1",
  of: "statement",
  text: "t1",
  relevance: undefined,
  unmet: [],
  corrects: undefined,
};
const letter: Act = {
  kind: "enter-item",
  item: "i2",
  of: "statement",
  party: respondent.party,
  text: "t2",
  relevance: undefined,
  unmet: [],
  came: "letter",
  on: "2026-10-16",
  closedTo: [],
};
const back = (item: string | undefined): Act => ({ kind: "return-submission", item, reasons: "r" });
const named = (who: string | undefined): Act => ({ kind: "name-companion", person: who, companion: "c" });

function then(current: Case, person: string, act: Act): Case {
  const done = actBy(current, person, act, DAY);
  if (isRefusal(done.entries)) throw new Error(JSON.stringify(done.entries));
  return done.current;
}
function refusal(current: Case, person: string, act: Act, rulebook: Rulebook = union): string | undefined {
  const { entries } = actBy(current, person, act, DAY, rulebook);
  return isRefusal(entries) ? entries.refused : undefined;
}

describe("[F147] who may go with a party", () => {
  test.each([
    ["a full member", "priya", undefined],
    ["somebody who is none", "lawyer", "no-companion"],
    ["an officer who is none", "ce", "no-companion"],
  ])("%s", (_, who, expected) => {
    expect(cannotAccompany(union, members, who)?.refused).toBe(expected);
  });

  test("anybody, where the rules say nothing of it", () => {
    expect(cannotAccompany(kth, members, "lawyer")).toBeUndefined();
  });

  test("nobody goes with themselves, and whoever is no member is refused with the clause", () => {
    expect(refusal(complaint, "nils", named("nils"))).toBe("no-companion");
    const { entries } = actBy(complaint, "nils", named("lawyer"), DAY);
    expect(entries).toMatchObject({
      refused: "no-companion",
      clause: "9.1",
      from: { kind: "class", id: "full_member" },
    });
  });

  test("whom a party named last holds; nobody, once they say so", () => {
    const first = then(complaint, "nils", named(undefined));
    expect(first.ownVoice.voices).toMatchObject([{ party: respondent.party, companion: undefined }]);
  });
});

describe("[F147] what somebody from outside wrote", () => {
  test("is not taken from whoever says so; whoever hands in their own says that they speak for themselves", () => {
    expect(refusal(complaint, "nils", { ...statement, isFromOutside: true })).toBe("from-outside");
    const current = then(complaint, "nils", { ...statement, isFromOutside: false });
    expect(current.ownVoice.voices.map(({ party }) => party)).toEqual([respondent.party]);
    expect(current.evidence.items).toHaveLength(1);
  });

  test("goes back once: the report, a statement, a letter that an officer entered; each of them can be sent again, and stays readable", () => {
    const given = then(then(complaint, "nils", statement), "ce", letter);
    expect(returnable(given).map(({ item }) => item)).toEqual([undefined, "i1", "i2"]);
    const returned = then(then(then(given, "ce", back("i1")), "ce", back("i2")), "ce", back(undefined));
    expect(returnable(returned)).toEqual([]);
    expect(refusal(returned, "ce", back("i1"))).toBe("already-done");
    const again = then(returned, "nils", { ...statement, item: "i3", corrects: "i2" });
    const viewer = { kind: "party", person: "nils", party: respondent } as const;
    expect(again.evidence.items.filter((item) => mayReadItem(again, viewer, item)).map(({ item }) => item)).toEqual([
      "i1",
      "i2",
      "i3",
    ]);
    expect(openableTo(again, complainant).map(({ item }) => item)).toEqual(["i3"]);
    const report = then(again, "mona", { ...statement, item: "i4", isForReport: true });
    expect(report.evidence.items.at(-1)).toMatchObject({ item: "i4", isForReport: true });
  });

  test.each<readonly [string, Case, string, Act, Rulebook, string]>([
    ["what there is not", complaint, "ce", back("nothing"), union, "nothing-due"],
    [
      "a letter of a party who knows of no case",
      then(complaintOf("2026-10-15T10:00"), "ce", letter),
      "ce",
      back("i2"),
      union,
      "not-told-yet",
    ],
    ["anything, by a party", complaint, "nils", back(undefined), union, "not-your-task"],
    [
      "a report that did not go back, in its place",
      complaint,
      "mona",
      { ...statement, isForReport: true },
      union,
      "nothing-due",
    ],
    [
      "the report of another, in its place",
      then(complaint, "ce", back(undefined)),
      "nils",
      { ...statement, isForReport: true },
      union,
      "nothing-due",
    ],
  ])("%s is refused", (_, current, person, act, rulebook, expected) => {
    expect(refusal(current, person, act, rulebook)).toBe(expected);
  });

  test("goes nowhere by rules that let anybody speak for a party", () => {
    const { report } = union.intake;
    const open = { ...union, intake: { ...union.intake, report: { ...report, companion: undefined } } };
    expect(refusal(complaint, "ce", back(undefined), open)).toBe("anybody-may-speak");
    expect(refusal(complaint, "nils", named(undefined), open)).toBe("anybody-may-speak");
    expect(refusal(complaint, "nils", { ...statement, isFromOutside: true }, open)).toBeUndefined();
  });
});
