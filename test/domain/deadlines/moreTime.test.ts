import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { Addressee } from "../../../src/domain/case/noticeSubject.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import { overdueIn } from "../../../src/domain/deadlines/moreTime.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { concluded, goOn, ids } from "../../fakes/caseFile.ts";
import { actBy, complaintOf, informed, london, union, unionRoster } from "../../fakes/union.ts";

const lastDay = (current: Case, key: string) =>
  deadlinesOf(union, current)
    .find((deadline) => deadline.key === key)
    ?.day.toString();

function whom(to: Addressee): string {
  if (to.kind === "party") return to.role;
  return to.kind === "person" ? to.person : to.purpose;
}

/** To whom something is told, and what kind of thing it is. */
function told(entries: readonly Entry[] | Refusal): readonly string[] {
  if (isRefusal(entries)) return [entries.refused];
  return entries.flatMap((entry) =>
    entry.kind === "notice-sent" ? [`${entry.subject.kind} to ${whom(entry.to)}`] : [],
  );
}

const extend = (until: string, deadline = "target:stage1"): Act => ({
  kind: "extend",
  deadline,
  until,
  reasons: "why",
});

/** A complaint that was given to Stage 1 on 29 October 2026; the respondent knows of it. */
const atStage1 = goOn(
  complaintOf("2026-10-15T10:00"),
  { at: london("2026-10-29T10:00"), entry: concluded("assess", "allocated", "stage1") },
  { at: london("2026-10-29T10:00"), entry: informed },
);

/** What falls due by a moment, and the case after it. */
function tick(current: Case, moment: string) {
  const now = london(moment);
  const entries = dueEntries(union, unionRoster, current, now, ids());
  return { entries, current: goOn(current, ...entries.map((entry) => ({ at: now, entry }))) };
}

const reminders = (entries: readonly Entry[]) =>
  entries.flatMap((entry) =>
    entry.kind === "notice-sent" && entry.subject.kind === "reminder" && entry.subject.deadline === "target:stage1"
      ? [`${entry.subject.occasion} ${entry.subject.day}`]
      : [],
  );

describe("more time", () => {
  test("[F143][F208] the Chief Executive gives more time with a reason: both parties are told, and the old day stays in the file", () => {
    expect(lastDay(atStage1, "target:stage1")).toBe("2026-11-26");
    const { entries, current } = actBy(atStage1, "ce", extend("2026-12-10"), "2026-11-20T10:00");
    expect(told(entries)).toEqual(["extended to complainant", "extended to respondent"]);
    expect(lastDay(current, "target:stage1")).toBe("2026-12-10");
    expect(current.times.extended).toMatchObject([{ was: "2026-11-26", until: "2026-12-10", reasons: "why" }]);
    const counted = deadlinesOf(union, current).find(({ key }) => key === "target:stage1")?.count;
    expect(counted?.kind === "days" ? counted.moves.map(({ kind }) => kind) : []).toEqual(["extended"]);
  });

  const cases: readonly (readonly [string, string, Act, string])[] = [
    ["a head who is no nominee knows of no case", "h1", extend("2026-12-10"), "nothing-here"],
    ["whom it is about gives none", "nils", extend("2026-12-10"), "not-your-task"],
    ["whoever complains gives none", "mona", extend("2026-12-10"), "not-your-task"],
    ["until the day that holds already is no more time", "n1", extend("2026-11-26"), "not-later"],
    ["nor until an earlier one", "n1", extend("2026-11-25"), "not-later"],
    ["of what is not due none is given", "n1", extend("2026-12-10", "target:assess"), "nothing-due"],
    ["a planned step is planned anew", "n1", extend("2026-12-10", "step:1"), "nothing-due"],
    ["a reason is given", "n1", { ...extend("2026-12-10"), reasons: undefined } as Act, "no-reasons"],
    ["no vacation, no offer to take", "n1", { kind: "take-offer", deadline: "target:stage1" }, "already-done"],
  ];
  test.each(cases)("[F143] %s", (_, person, act, refused) => {
    expect(actBy(atStage1, person, act, "2026-11-20T10:00").entries).toMatchObject({ refused });
  });

  test("[F143] where a report passed by everybody who may, those who handle it give more time in their place", () => {
    const about = complaintOf("2026-10-15T10:00", { handlers: ["chair", "deputy"], keptOut: ["ce", "n1", "n2"] });
    const { entries } = actBy(about, "chair", extend("2026-11-12", "target:assess"), "2026-10-20T10:00");
    expect(told(entries)).toEqual(["extended to complainant"]);
    const others = complaintOf("2026-10-15T10:00", { handlers: ["chair"], keptOut: ["ce"] });
    expect(actBy(others, "chair", extend("2026-11-12", "target:assess"), "2026-10-20T10:00").entries).toMatchObject({
      refused: "not-your-task",
    });
  });

  test("[F143] a respondent who does not know of the case learns of it by no word about its time", () => {
    const { entries } = actBy(
      complaintOf("2026-10-15T10:00"),
      "ce",
      extend("2026-11-12", "target:assess"),
      "2026-10-20T10:00",
    );
    expect(told(entries)).toEqual(["extended to complainant"]);
  });

  test("[F143] what was reminded of for the old day is not reminded of again; for the new day it is, from the day on which it was given", () => {
    const before = tick(atStage1, "2026-11-24T09:00");
    expect(reminders(before.entries)).toEqual(["before-2-days 2026-11-26"]);
    const { current } = actBy(before.current, "ce", extend("2026-11-27"), "2026-11-26T08:00");
    const on = tick(current, "2026-11-26T09:00");
    expect(reminders(on.entries)).toEqual([]);
    const after = tick(on.current, "2026-11-27T09:00");
    expect(reminders(after.entries)).toEqual(["on-the-day 2026-11-27"]);
    expect(reminders(tick(after.current, "2026-11-28T09:00").entries)).toEqual(["overdue-1 2026-11-27"]);
  });

  test("[F142] the limit of the whole case can be moved too, and stays moved at the next stage", () => {
    expect(lastDay(atStage1, "limit")).toBe("2026-11-14");
    const { current } = actBy(atStage1, "n2", extend("2026-12-01", "limit"), "2026-11-10T10:00");
    expect(lastDay(current, "limit")).toBe("2026-12-01");
    const later = goOn(current, { at: london("2026-11-12T10:00"), entry: concluded("stage1", "upheld", "assess") });
    expect(lastDay(later, "limit")).toBe("2026-12-01");
  });
});

/** To whom more time for Stage 1 is offered. */
const offers = (entries: readonly Entry[]) =>
  entries.flatMap((entry) => {
    if (entry.kind !== "notice-sent" || entry.subject.kind !== "vacation-offer") return [];
    return entry.subject.deadline === "target:stage1" ? [whom(entry.to)] : [];
  });

describe("a vacation", () => {
  /** Given to Stage 1 four weeks before Christmas Eve. */
  const beforeChristmas = goOn(
    complaintOf("2026-11-20T10:00"),
    { at: london("2026-11-26T10:00"), entry: concluded("assess", "allocated", "stage1") },
    { at: london("2026-11-26T10:00"), entry: informed },
  );

  test("[F214] a last day in it is offered more time the day before it begins, to those who may give it, once; silence leaves it", () => {
    expect(lastDay(beforeChristmas, "target:stage1")).toBe("2026-12-24");
    expect(offers(tick(beforeChristmas, "2026-12-11T08:59").entries)).toEqual([]);
    expect(wakesOf(union, beforeChristmas)).toContainEqual({
      key: "target:stage1",
      kind: "target",
      at: london("2026-12-11T09:00"),
    });
    const { entries, current } = tick(beforeChristmas, "2026-12-11T09:00");
    expect(offers(entries)).toEqual(["ce", "n1", "n2"]);
    expect(offers(tick(current, "2026-12-12T09:00").entries)).toEqual([]);
    expect(lastDay(tick(current, "2026-12-23T09:00").current, "target:stage1")).toBe("2026-12-24");
  });

  test("[F214] with one press it ends on the first working day after it, and the parties are told", () => {
    const { entries, current } = actBy(
      beforeChristmas,
      "n1",
      { kind: "take-offer", deadline: "target:stage1" },
      "2026-12-11T10:00",
    );
    expect(told(entries)).toEqual(["extended to complainant", "extended to respondent"]);
    expect(lastDay(current, "target:stage1")).toBe("2027-01-11");
    expect(actBy(current, "ce", { kind: "take-offer", deadline: "target:stage1" }, "2026-12-11T10:00").entries).toEqual(
      {
        refused: "already-done",
      },
    );
  });

  test("[F214] another day after it can be chosen", () => {
    const { current } = actBy(beforeChristmas, "ce", extend("2027-01-20"), "2026-12-11T10:00");
    expect(lastDay(current, "target:stage1")).toBe("2027-01-20");
  });
});

/** What was told, but for reminders. */
const about = (entries: readonly Entry[]) => told(entries).filter((each) => !each.startsWith("reminder"));

const late = (current: Case, at: string) => overdueIn(union, current, london(at)).map(({ key }) => key);

describe("what takes longer than it should", () => {
  const complaint = complaintOf("2026-10-15T10:00");
  const tell: Act = { kind: "tell-longer", deadline: "target:assess", statement: "words" };

  test("[F206] an assessment that is late blocks nothing: the officers are asked to tell the parties, until they have", () => {
    expect(late(complaint, "2026-10-29T23:59")).toEqual([]);
    expect(late(complaint, "2026-10-30T09:00")).toEqual(["target:assess"]);
    const { entries, current } = actBy(complaint, "ce", tell, "2026-10-30T10:00");
    expect(told(entries)).toEqual(["takes-longer to complainant"]);
    expect(late(current, "2026-10-31T09:00")).toEqual([]);
    expect(actBy(current, "ce", tell, "2026-10-31T10:00").entries).toMatchObject({ refused: "nothing-due" });
    const allocate: Act = { kind: "conclude", outcome: "allocated", rules: [], reasons: undefined };
    expect(isRefusal(actBy(complaint, "ce", allocate, "2026-10-30T10:00").entries)).toBe(false);
  });

  test("[F206] both parties are told where both know of the case", () => {
    const { entries } = actBy(goOn(complaint, informed), "n1", tell, "2026-10-30T10:00");
    expect(told(entries)).toEqual(["takes-longer to complainant", "takes-longer to respondent"]);
  });

  test("[F142][F206] of the whole case they are asked on its last day", () => {
    expect(late(atStage1, "2026-11-13T23:00")).toEqual([]);
    expect(late(atStage1, "2026-11-14T09:00")).toEqual(["limit"]);
  });

  test("[F143][F206] once more time was given nobody is asked to tell anybody", () => {
    const { current } = actBy(complaint, "ce", extend("2026-11-12", "target:assess"), "2026-10-29T10:00");
    expect(late(current, "2026-10-30T09:00")).toEqual([]);
  });
});

describe("more that is asked of whoever complains", () => {
  const complaint = complaintOf("2026-10-15T10:00");
  const ask: Act = { kind: "conclude", outcome: "more_information", rules: [], reasons: "question" };
  const asked = actBy(complaint, "ce", ask, "2026-10-20T10:00");
  const answer: Act = { kind: "answer", statement: "answer" };

  test("[F168] the complainant is asked, the stage goes on, and its deadline rests until the answer: from 20 to 27 October, so seven days longer", () => {
    expect(told(asked.entries)).toEqual(["more-asked to complainant"]);
    expect(asked.current.stage.stage).toBe("assess");
    expect(lastDay(asked.current, "limit")).toBe("2026-11-14");
    const { entries, current } = actBy(asked.current, "mona", answer, "2026-10-27T21:00");
    expect(told(entries)).toEqual(["answered to officers"]);
    expect(lastDay(current, "target:assess")).toBe("2026-11-05");
    expect(current.notes).toContain("answer");
  });

  const answers: readonly (readonly [string, string, string])[] = [
    ["on the day of the question nothing has rested", "2026-10-20T18:00", "2026-10-29"],
    ["on the day after one day has", "2026-10-21T00:00", "2026-10-30"],
    ["on the last day fourteen have", "2026-11-03T23:59", "2026-11-12"],
    ["later it rests no longer than the rules say", "2026-11-10T10:00", "2026-11-12"],
  ];
  test.each(answers)("[F168] answered %s", (_, at, day) => {
    expect(lastDay(actBy(asked.current, "mona", answer, at).current, "target:assess")).toBe(day);
  });

  test("[F168] unanswered it rests for the fourteen days of the rules, and goes on by itself", () => {
    expect(asked.current.times.rests).toMatchObject([{ until: "2026-11-03" }]);
    expect(lastDay(asked.current, "target:assess")).toBe("2026-11-12");
  });

  test("[F168] whoever was asked reads the question once more before the last day; the officers read that nobody answered, once", () => {
    expect(about(tick(asked.current, "2026-10-31T09:00").entries)).toEqual([]);
    const again = tick(asked.current, "2026-11-01T09:00");
    expect(about(again.entries)).toEqual(["more-asked to complainant"]);
    expect(about(tick(again.current, "2026-11-02T09:00").entries)).toEqual([]);
    const over = tick(again.current, "2026-11-04T09:00");
    expect(about(over.entries)).toEqual(["unanswered to officers"]);
    expect(about(tick(over.current, "2026-11-05T09:00").entries)).toEqual([]);
    const lateTick = tick(asked.current, "2026-11-06T09:00");
    expect(about(lateTick.entries)).toEqual(["unanswered to officers"]);
    const { current } = actBy(asked.current, "mona", answer, "2026-10-22T10:00");
    expect(about(tick(current, "2026-11-06T09:00").entries)).toEqual([]);
  });

  test("[F168] meanwhile nobody is asked twice, and an officer notes an answer that came otherwise", () => {
    expect(actBy(asked.current, "n1", ask, "2026-10-22T10:00").entries).toMatchObject({
      refused: "answer-awaited",
      until: "2026-11-03",
    });
    const noted = actBy(asked.current, "n1", { kind: "note-answer", statement: "note" }, "2026-10-22T10:00").current;
    expect(lastDay(noted, "target:assess")).toBe("2026-10-31");
    expect(isRefusal(actBy(noted, "n1", ask, "2026-10-23T10:00").entries)).toBe(false);
    expect(actBy(noted, "mona", answer, "2026-10-24T10:00").entries).toMatchObject({ refused: "nothing-due" });
  });

  test("[F168] whom it is about cannot answer", () => {
    const known = goOn(asked.current, informed);
    expect(actBy(known, "nils", answer, "2026-10-24T10:00").entries).toMatchObject({ refused: "not-your-task" });
  });
});

const plan = (on: string, owner = "n2"): Act => ({ kind: "plan", owner, on, statement: "what" });

describe("a next step", () => {
  const complaint = complaintOf("2026-10-15T10:00");
  const planned = actBy(complaint, "ce", plan("2026-10-22"), "2026-10-16T10:00").current;
  const [step] = planned.times.steps.map((each) => each.step);
  const key = `step:${step}`;

  test("it has an owner and a day, and the owner alone is reminded, before it, on it and while it is late", () => {
    expect(lastDay(planned, key)).toBe("2026-10-22");
    const whomAt = (at: string, current: Case) => {
      const { entries, current: then } = tick(current, at);
      const of = entries.filter(
        (entry) => entry.kind === "notice-sent" && entry.subject.kind === "reminder" && entry.subject.deadline === key,
      );
      return { told: told(of), reached: then };
    };
    const early = whomAt("2026-10-20T09:00", planned);
    const on = whomAt("2026-10-22T09:00", early.reached);
    const overdue = whomAt("2026-10-23T09:00", on.reached);
    expect([early.told, on.told, overdue.told]).toEqual([["reminder to n2"], ["reminder to n2"], ["reminder to n2"]]);
  });

  test("ticked it is due no longer, and once only", () => {
    const done = actBy(planned, "n1", { kind: "finish-step", step: step ?? "" }, "2026-10-17T10:00").current;
    expect(lastDay(done, key)).toBeUndefined();
    expect(actBy(done, "n1", { kind: "finish-step", step: step ?? "" }, "2026-10-17T10:00").entries).toMatchObject({
      refused: "already-done",
    });
  });

  test("once its owner has stepped aside it is of all who handle the case", () => {
    const left = goOn(planned, { kind: "recused", person: "n2" });
    const { entries } = tick(left, "2026-10-22T09:00");
    const of = entries.filter(
      (entry) => entry.kind === "notice-sent" && entry.subject.kind === "reminder" && entry.subject.deadline === key,
    );
    expect(told(of)).toEqual(["reminder to officers"]);
  });

  test.each([
    ["for yesterday", plan("2026-10-15"), "not-later"],
    ["by somebody who does not handle the case", plan("2026-10-22", "h1"), "not-your-task"],
  ] as const)("none is planned %s", (_, act, refused) => {
    expect(actBy(complaint, "ce", act, "2026-10-16T10:00").entries).toMatchObject({ refused });
  });
});
