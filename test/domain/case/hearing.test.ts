import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { possibleOutcomes } from "../../../src/domain/case/conclude.ts";
import { hearingHere, lastHeld, writtenDown } from "../../../src/domain/case/hearing.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { ownersOf } from "../../../src/domain/deadlines/owners.ts";
import { retentionOf } from "../../../src/domain/records/retention.ts";
import { comingOf } from "../../../src/domain/timeline/coming.ts";
import { concluded, goOn } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";
import { actBy, complaintOf, informed, london, union, unionRoster, unionText } from "../../fakes/union.ts";

/** A complaint that has come to the panel of Stage 2 on 1 January 2027, a Friday. */
const atPanel = goOn(
  complaintOf("2026-12-01T10:00"),
  { at: london("2026-12-02T10:00"), entry: informed },
  { at: london("2027-01-01T10:00"), entry: concluded("assess", "somehow", "stage2") },
  { at: london("2027-01-01T10:00"), entry: { kind: "task-done", stage: "stage2", task: "support_needs" } },
);

const call = (on: string, shorter?: string): Act => ({
  kind: "call-hearing",
  on,
  time: "14:00",
  statement: "place",
  shorter,
});
const hold = (on: string): Act => ({ kind: "hold-hearing", on });
const record: Act = { kind: "record-hearing", statement: "minutes" };
const ask: Act = { kind: "ask-record" };

const called = actBy(atPanel, "ce", call("2027-01-18"), "2027-01-02T10:00").current;
const held = actBy(called, "ce", hold("2027-01-18"), "2027-01-18T18:00").current;
const written = actBy(held, "ce", record, "2027-01-20T10:00").current;

const dueIn = (current: Case) =>
  deadlinesOf(union, current)
    .filter(({ kind }) => kind === "hearing")
    .map(({ about, day }) => `${about} ${day.toString()}`);

const refusalOf = (current: Case, person: string, act: Act, at: string, rulebook = union) => {
  const { entries } = actBy(current, person, act, at, rulebook);
  return "refused" in entries ? entries : undefined;
};

describe("the day of a hearing", () => {
  test("[F210] both sides are told of it at least two weeks ahead, or it is written down why not", () => {
    expect(refusalOf(atPanel, "ce", call("2027-01-18"), "2027-01-05T10:00")).toEqual({
      refused: "hearing-too-soon",
      earliest: "2027-01-19",
      clause: "9.21",
    });
    expect(refusalOf(atPanel, "ce", call("2027-01-18", "all agreed"), "2027-01-05T10:00")).toBeUndefined();
    expect(actBy(atPanel, "ce", call("2027-01-18"), "2027-01-04T23:00").entries).toMatchObject([
      { kind: "hearing-called", on: "2027-01-18", time: "14:00" },
      { kind: "notice-sent", to: { role: "complainant" }, subject: { kind: "hearing-called", evidence: "2027-01-11" } },
      { kind: "notice-sent", to: { role: "respondent" }, subject: { kind: "hearing-called", evidence: "2027-01-11" } },
    ]);
  });

  test("[F212] from it run the times of its rules: telling both sides and their evidence before it, the outcome within a week after it", () => {
    expect(dueIn(atPanel)).toEqual([]);
    expect(dueIn(called)).toEqual(["notice 2027-01-04", "evidence 2027-01-11", "outcome 2027-01-25"]);
    const told = goOn(
      called,
      ...called.notices.slice(1).map(({ id }) => ({
        at: london("2027-01-02T10:00"),
        entry: { kind: "notice-delivered", notice: id, how: "direct", when: london("2027-01-02T10:00") } as const,
      })),
    );
    expect(dueIn(told)).toEqual(["evidence 2027-01-11", "outcome 2027-01-25"]);
    const coming = (at: string) =>
      comingOf(union, called, { kind: "handler" }, london(at)).map(({ kind, about, day }) => `${kind} ${about} ${day}`);
    expect(coming("2027-01-11T23:00")).toContain("hearing evidence 2027-01-11");
    // What did not come by then is waited for no more.
    expect(coming("2027-01-12T00:00")).not.toContain("hearing evidence 2027-01-11");
    expect(dueIn(held)).toEqual(["record 2027-01-25", "outcome 2027-01-25"]);
    expect(dueIn(written)).toEqual(["outcome 2027-01-25"]);
    // It was over a day later than it was called for.
    const longer = actBy(called, "ce", hold("2027-01-19"), "2027-01-19T18:00").current;
    expect(dueIn(longer)).toContain("outcome 2027-01-26");
  });

  test("it can be moved until it was held, and never into the past", () => {
    expect(refusalOf(called, "ce", call("2027-01-02", "now"), "2027-01-02T15:00")).toMatchObject({
      refused: "not-later",
    });
    const moved = actBy(called, "ce", call("2027-02-01"), "2027-01-04T10:00").current;
    expect(moved.hearings).toHaveLength(1);
    expect(hearingHere(moved)?.on).toBe("2027-02-01");
    expect(dueIn(moved)).toContain("outcome 2027-02-08");
  });

  test("whoever handles the case owes the outcome, both sides their evidence, and whoever writes records by the rules the record, where they handle the case", () => {
    const owners = (about: string, current = held, roster = unionRoster) =>
      ownersOf(union, roster, current, { kind: "hearing", about });
    expect(owners("outcome")).toEqual([{ kind: "room", purpose: "officers" }]);
    expect(owners("evidence", called).map((to) => to.kind === "party" && to.role)).toEqual([
      "complainant",
      "respondent",
    ]);
    expect(owners("record")).toEqual([{ kind: "room", purpose: "officers" }]);
    expect(owners("record", held, { ...unionRoster, clerk: ["n1", "x9"] })).toEqual([{ kind: "person", person: "n1" }]);
  });
});

const closed = (current: Case) =>
  goOn(current, {
    at: london("2027-01-25T10:00"),
    entry: concluded("stage2", "panel_dismissed", "closed"),
  });
const told = (current: Case) =>
  goOn(
    current,
    ...current.notices.map(({ id }) => ({
      at: london("2027-01-25T10:00"),
      entry: { kind: "notice-delivered", notice: id, how: "direct", when: london("2027-01-25T10:00") } as const,
    })),
  );

describe("the record of a hearing", () => {
  const conclude: Act = {
    kind: "conclude",
    outcome: "panel_dismissed",
    rules: [],
    reasons: "r",
    because: ["frivolous"],
  };

  test("[F285][F270][F241] a stage with a hearing does not end before it was held and written down, unless the case leaves the procedure", () => {
    const none = { refused: "no-hearing-record", isHeld: false, clause: "9.27" };
    expect(refusalOf(atPanel, "ce", conclude, "2027-01-19T10:00")).toEqual(none);
    expect(refusalOf(called, "ce", conclude, "2027-01-19T10:00")).toEqual(none);
    expect(refusalOf(held, "ce", conclude, "2027-01-19T10:00")).toEqual({ ...none, isHeld: true });
    expect(refusalOf(written, "ce", conclude, "2027-01-20T11:00")).toBeUndefined();
    const exits = Object.values(union.procedures["complaint"]?.exits ?? []).map(({ to }) => to);
    const open = possibleOutcomes(union, atPanel, london("2027-01-19T10:00")).filter(
      ({ blocked }) => blocked === undefined,
    );
    expect(open.map(({ outcome }) => outcome).toSorted()).toEqual(exits.toSorted());
  });

  test("a hearing of an earlier stage, or of the same stage before it was heard anew, counts for nothing", () => {
    const again = goOn(
      written,
      { at: london("2027-01-25T10:00"), entry: concluded("stage2", "panel_dismissed", "stage3") },
      { at: london("2027-01-25T10:00"), entry: { kind: "task-done", stage: "stage3", task: "support_needs" } },
    );
    expect(hearingHere(again)).toBeUndefined();
    const reject: Act = { ...conclude, outcome: "appeal_rejected" };
    expect(refusalOf(again, "ce", reject, "2027-01-26T10:00")).toMatchObject({ refused: "no-hearing-record" });
  });

  test("of an earlier hearing it can still be written down, until the next was held; a party asks for that of the last", () => {
    const later = goOn(held, {
      at: london("2027-01-25T10:00"),
      entry: concluded("stage2", "panel_dismissed", "stage3"),
    });
    const second = {
      kind: "hearing-called",
      hearing: "second",
      on: "2027-02-15",
      time: "14:00",
      statement: "s",
    } as const;
    const next = goOn(later, { at: london("2027-01-26T10:00"), entry: second });
    const both = actBy(next, "ce", record, "2027-01-27T10:00").current;
    expect(both.hearings.map(({ on, record: is }) => [on, is !== undefined])).toEqual([
      ["2027-01-18", true],
      ["2027-02-15", false],
    ]);
    expect(lastHeld(both)?.on).toBe("2027-01-18");
    expect(lastHeld(actBy(both, "ce", hold("2027-02-15"), "2027-02-15T18:00").current)?.on).toBe("2027-02-15");
  });

  test("nothing is written down of a hearing that was not held; a later record stands in the place of the first", () => {
    expect(refusalOf(called, "ce", record, "2027-01-18T10:00")).toMatchObject({ refused: "hearing-not-held" });
    const better = actBy(written, "ce", { ...record, statement: "better" }, "2027-01-21T10:00").current;
    expect(lastHeld(better)?.record?.statement).toBe("better");
    expect(writtenDown(better).map(({ record: { statement } }) => statement)).toEqual(["minutes", "better"]);
  });

  test("[F241] either side asks for it: they are told when it is there, those who write it that it is asked for", () => {
    expect(refusalOf(called, "nils", ask, "2027-01-18T10:00")).toMatchObject({ refused: "no-hearing" });
    const asked = actBy(held, "nils", ask, "2027-01-19T10:00");
    expect(asked.entries).toMatchObject([
      { kind: "record-asked" },
      { kind: "notice-sent", to: { kind: "room", purpose: "officers" }, subject: { kind: "record-asked" } },
    ]);
    expect(refusalOf(asked.current, "nils", ask, "2027-01-19T11:00")).toEqual({ refused: "already-done" });
    expect(actBy(asked.current, "ce", record, "2027-01-20T10:00").entries).toMatchObject([
      { kind: "hearing-recorded" },
      { kind: "notice-sent", to: { role: "respondent" }, subject: { kind: "record-ready" } },
    ]);
    expect(actBy(written, "mona", ask, "2027-01-21T10:00").entries).toMatchObject([{ kind: "record-asked" }]);
    for (const person of ["ce", "h1"])
      expect(refusalOf(written, person, ask, "2027-01-21T10:00")?.refused).toMatch(/not-your-task|nothing-here/);
  });

  test("[F270] it is kept for as long as the rules say, though the rest of the case could go earlier", () => {
    const short = rulebookOf(unionText.replace("case: { after: [case.closed + 6y]", "case: { after: [case.closed]"));
    const year = (current: Case) =>
      retentionOf(short, told(closed(current)))?.words.toZonedDateTimeISO("Europe/London").year;
    expect(year(atPanel)).toBe(2027);
    expect(year(written)).toBe(2033);
  });
});
