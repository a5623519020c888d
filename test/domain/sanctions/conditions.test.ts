import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { ownersOf } from "../../../src/domain/deadlines/owners.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { attachedConditions, conditionsOf, findUnfitConditions } from "../../../src/domain/sanctions/conditions.ts";
import { imposedIn } from "../../../src/domain/sanctions/record.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { caseAt, goOn, ids } from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { roster } from "../../fakes/kth.ts";
import {
  appealed,
  decided,
  ended,
  evening,
  lifted,
  on,
  party,
  rulebook as everyKind,
  sent,
  told,
} from "./everyKind.ts";

const barred = everyKind.sanctions["barred"];
if (barred?.kind !== "indefinite") throw new Error("The rules have no ban.");
const rulebook: Rulebook = {
  ...everyKind,
  sanctions: {
    ...everyKind.sanctions,
    barred: {
      ...barred,
      with_conditions: { clause: "9.5", by_day: ["apology", "course"], throughout: ["no_contact"] },
    },
  },
};

/** Decided on 2 March with an apology by 12 March and no contact, and told on 3 March. */
const imposing: Entry = {
  ...decided("d", "barred"),
  conditions: [
    { condition: "apology", by: "2026-03-12" },
    { condition: "no_contact", by: undefined },
  ],
} as Extract<Entry, { kind: "decided-by-officers" }>;
const imposed = (...more: readonly Played[]) =>
  goOn(caseAt("board_decision"), on(0, imposing), on(0, sent("d")), told("d", 1), ...more);

const noted = (condition: string, isMet: boolean): Entry => ({
  kind: "sanction-condition",
  decision: "d",
  party,
  sanction: "barred",
  condition,
  isMet,
  statement: "words",
});

const standing = (current: Case, day: number): Standing => ({
  rulebook,
  roster,
  current,
  viewer: viewerOf(rulebook, roster, current, "s1", undefined),
  caller: "s1",
  parties: [],
  names: [],
  at: evening(day),
});
function answer(current: Case, condition: string, isMet: boolean, day: number) {
  const act: Act = { kind: "note-condition", decision: "d", party, condition, isMet, statement: "words" };
  const result = decideAct(standing(current, day), act, ids());
  return isRefusal(result) ? result.refused : result.map(({ kind }) => kind).join(" ");
}
const statesOf = (current: Case) =>
  imposedIn(rulebook, current).flatMap((each) => conditionsOf(rulebook, current, each).map(({ state }) => state));
const dueOf = (current: Case) =>
  deadlinesOf(rulebook, current).flatMap(({ kind, about, day }) =>
    kind === "condition" ? [`${about} ${day.toString()}`] : [],
  );

describe("what whoever decides can attach to a sanction", () => {
  test.each([
    ["nothing", [], undefined, undefined],
    ["a condition with its day", ["apology"], "2026-03-20", undefined],
    ["the day is today", ["apology"], "2026-03-02", undefined],
    ["one that is kept throughout, without a day", ["no_contact"], undefined, undefined],
    ["no day where one is needed", ["apology", "no_contact"], undefined, "no-day"],
    ["an empty day", ["apology"], "", "no-day"],
    ["a day that is past", ["course"], "2026-03-01", "not-later"],
    ["a day that is past of what has none", ["no_contact"], "2026-03-01", undefined],
    ["a condition that the rules do not give the sanction", ["essay"], "2026-03-20", "condition-not-offered"],
  ] as const)("%s", (_, attached, attachedBy, refused) => {
    const chosen = { sanction: "barred", attached, attachedBy };
    expect(findUnfitConditions(rulebook, chosen, "9.1", evening(0))?.refused).toBe(refused);
  });

  test("to a sanction of which the rules say nothing, nothing can be attached", () => {
    const chosen = { sanction: "warning", attached: ["apology"], attachedBy: "2026-03-20" };
    expect(findUnfitConditions(rulebook, chosen, "9.1", evening(0))?.refused).toBe("condition-not-offered");
    expect(attachedConditions(rulebook, chosen)).toBeUndefined();
  });

  test("each stands in the file with its own day, and what is kept throughout with none", () => {
    expect(
      attachedConditions(rulebook, {
        sanction: "barred",
        attached: ["no_contact", "course"],
        attachedBy: "2026-03-20",
      }),
    ).toEqual([
      { condition: "course", by: "2026-03-20" },
      { condition: "no_contact", by: undefined },
    ]);
  });
});

describe("those who handle the case note whether a condition was met", () => {
  const current = imposed();
  const toldAll = "sanction-condition notice-sent";

  test.each([
    ["met in time", current, "apology", true, 5, toldAll],
    ["missed before its day is over", current, "apology", false, 10, "condition-open"],
    ["missed when its day is over", current, "apology", false, 11, toldAll],
    ["met late, once it was missed", imposed(on(11, noted("apology", false))), "apology", true, 12, toldAll],
    ["missed twice", imposed(on(11, noted("apology", false))), "apology", false, 12, "already-done"],
    ["met twice", imposed(on(5, noted("apology", true))), "apology", true, 6, "already-done"],
    ["missed after it was met", imposed(on(5, noted("apology", true))), "apology", false, 12, "already-done"],
    ["not kept throughout", current, "no_contact", false, 2, toldAll],
    ["not kept again", imposed(on(2, noted("no_contact", false))), "no_contact", false, 4, toldAll],
    ["kept throughout, before the end", current, "no_contact", true, 2, "condition-open"],
    ["one that was not attached", current, "course", true, 5, "nothing-here"],
    [
      "of what has not reached the person",
      goOn(caseAt("board_decision"), on(0, imposing)),
      "apology",
      true,
      1,
      "not-begun",
    ],
    [
      "of what was annulled",
      imposed(on(4, appealed("1", "d")), on(6, ended("1", "annul"))),
      "apology",
      true,
      7,
      "not-begun",
    ],
  ] as const)("%s", (_, file, condition, isMet, day, expected) => {
    expect(answer(file, condition, isMet, day)).toBe(expected);
  });

  test("nothing follows from one that was missed: no breach, no longer sanction, no hearing", () => {
    const after = imposed(on(11, noted("apology", false)));
    expect(statesOf(after)).toEqual(["missed", "open"]);
    expect(after.kept.breaches).toEqual([]);
    expect(imposedIn(rulebook, after)[0]?.until).toBeUndefined();
  });
});

describe("a condition with a day is a deadline of those who handle the case and of whoever has to meet it", () => {
  test.each([
    ["until it is noted as met", imposed(), ["apology 2026-03-12"]],
    ["not once it was met", imposed(on(5, noted("apology", true))), []],
    ["not once it was missed", imposed(on(11, noted("apology", false))), []],
    ["not before it has reached the person", goOn(caseAt("board_decision"), on(0, imposing)), []],
    ["not while an appeal has the sanction rest", imposed(on(4, appealed("1", "d"))), []],
    ["not once the sanction was annulled", imposed(on(4, appealed("1", "d")), on(6, ended("1", "annul"))), []],
    [
      "not once another sanction stands in its place",
      imposed(on(4, appealed("1", "d")), on(6, ended("1", "change_sanction", "warning"))),
      [],
    ],
    [
      "again when the appeal has failed, with as much time as was left",
      imposed(on(4, appealed("1", "d")), on(6, ended("1", "confirm"))),
      ["apology 2026-03-14"],
    ],
    ["not once the sanction was lifted", imposed(on(4, lifted("d", "barred"))), []],
  ] as const)("%s", (_, file, expected) => {
    expect(dueOf(file)).toEqual(expected);
  });

  test("both are reminded", () => {
    const owners = ownersOf(rulebook, roster, imposed(), { kind: "condition", about: "apology" });
    expect(owners).toContainEqual({ kind: "party", party, role: "respondent" });
    expect(owners).toContainEqual({ kind: "person", person: "s1" });
  });
});
