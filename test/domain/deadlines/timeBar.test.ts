import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { isClosed } from "../../../src/domain/case/stages.ts";
import { momentsOf, passedFor } from "../../../src/domain/deadlines/programmes.ts";
import { isBeforeDocument, latenessOf } from "../../../src/domain/deadlines/timeBar.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { isTold } from "../../../src/domain/timeline/partyLines.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { respondent } from "../../fakes/caseFile.ts";
import { kth, rulebookOf } from "../../fakes/kth.ts";
import { actBy, complaintOf, london, union, unionText } from "../../fakes/union.ts";

const answered = (day: string) => ({ incident_date: day });

describe("how old a matter may be", () => {
  test.each([
    ["2026-10-15", "2027-01-15T23:59", undefined],
    ["2026-10-15", "2027-01-16T00:00", "2027-01-15"],
    ["2026-11-30", "2027-02-28T12:00", undefined],
    ["2026-11-30", "2027-03-01T09:00", "2027-02-28"],
    ["2027-01-01", "2026-12-31T12:00", undefined],
  ])("[F137] what happened on %s and is reported at %s: the last day was %s", (happened, at, lastDay) => {
    expect(latenessOf(union, answered(happened), london(at))?.lastDay).toBe(lastDay);
  });

  test("[F138] whoever receives such reports decides whether a late one is taken, and that is final", () => {
    const late = latenessOf(union, answered("2026-10-15"), london("2027-01-16T09:00"))?.late;
    expect(late).toMatchObject({ to: { kind: "body", id: "chief_executive_or_nominee" }, final: true, clause: "9.1" });
  });

  test("[K35] the chapter takes a report of any age, and without a day", () => {
    const now = london("2026-11-22T09:00");
    expect(kth.intake.report.limitation).toBe("none");
    for (const day of ["2019-05-01", ""]) expect(latenessOf(kth, answered(day), now)).toBeUndefined();
  });

  test("[K35] of what happened before the document was first adopted that is known, where a day is asked for", () => {
    const [field] = union.intake.report.fields.filter(({ type }) => type === "date");
    if (field === undefined) throw new Error("The union asks for no day.");
    const { report } = kth.intake;
    const asking: Rulebook = { ...kth, intake: { report: { ...report, fields: [...report.fields, field] } } };
    expect(isBeforeDocument(asking, answered("2023-12-04"))).toBe(true);
    expect(isBeforeDocument(asking, answered("2023-12-05"))).toBe(false);
    expect(isBeforeDocument(kth, answered("2019-05-01"))).toBe(false);
  });
});

const judge = (outcome: string, reasons: string | undefined = "why"): Act => ({
  kind: "conclude",
  outcome,
  rules: [],
  reasons,
});
const kinds = (entries: readonly Entry[] | Refusal) =>
  isRefusal(entries) ? [entries.refused] : entries.map((entry) => entry.kind);

describe("a complaint that came too late", () => {
  const late = complaintOf("2027-01-16T10:00", { isLate: true });
  test("[F138] taken, it goes on where it is; the complainant is told why, and nobody else", () => {
    const { entries, current } = actBy(late, "ce", judge("taken_late"), "2027-01-18T10:00");
    expect(kinds(entries)).toEqual(["lateness-judged", "notice-sent"]);
    expect(current.stage.stage).toBe("assess");
    expect(isTold(current, respondent)).toBe(false);
    const { entries: next } = actBy(current, "ce", judge("allocated"), "2027-01-18T11:00");
    expect(isRefusal(next)).toBe(false);
  });

  test("[F138] refused, it is closed, and nobody it is about ever learns of it", () => {
    const { entries, current } = actBy(late, "n1", judge("too_late"), "2027-01-18T10:00");
    expect(kinds(entries)).toEqual(["lateness-judged", "stage-concluded", "notice-sent"]);
    expect(isClosed(union, current)).toBe(true);
    expect(isTold(current, respondent)).toBe(false);
  });

  const before: readonly (readonly [string, Act, string])[] = [
    ["no other outcome is possible", judge("allocated"), "late-first"],
    ["no task is done", { kind: "do-task", task: "inform_respondent", statement: "s" }, "late-first"],
    ["a reason is given", { ...judge("too_late"), reasons: undefined } as Act, "no-reasons"],
  ];
  test.each(before)("[F138] before that %s", (_, act, refused) => {
    expect(actBy(late, "ce", act, "2027-01-18T10:00").entries).toMatchObject({ refused });
  });

  test("[F138] a complaint in time is decided upon in no such way", () => {
    expect(actBy(complaintOf("2027-01-10T10:00"), "ce", judge("too_late"), "2027-01-18T10:00").entries).toMatchObject({
      refused: "not-at-this-stage",
    });
  });

  test("[F138] about the Chief Executive, those who received it decide; a trustee beside a nominee does not", () => {
    const passedBy = complaintOf("2027-01-16T10:00", {
      isLate: true,
      handlers: ["chair"],
      keptOut: ["ce", "n1", "n2"],
    });
    expect(isRefusal(actBy(passedBy, "chair", judge("taken_late"), "2027-01-18T10:00").entries)).toBe(false);
    const beside = complaintOf("2027-01-16T10:00", { isLate: true, handlers: ["chair", "n1"], keptOut: ["ce"] });
    expect(actBy(beside, "chair", judge("taken_late"), "2027-01-18T10:00").entries).toMatchObject({
      refused: "not-your-task",
    });
  });
});

describe("what has to come before an event of a programme", () => {
  const EVENT = "programme:election.voting.closes";
  const phase = /^( +)voting:\n/m.exec(unionText.slice(unionText.indexOf("\nprogrammes:")));
  const dated = (dates: string) => {
    const at = unionText.indexOf("\nprogrammes:");
    const [line = "", indent = ""] = phase ?? [];
    const [head, tail] = [unionText.slice(0, at), unionText.slice(at)];
    return rulebookOf(head + tail.replace(line, `${line}${indent}  dates: ${dates}\n`));
  };
  const two = dated("[{ closes: 2026-02-13T12:00 }, { opens: 2027-02-08T09:00, closes: 2027-02-12T12:00 }]");

  test("[F118][F219] its moments stand in the rulebook, in its own time, and nothing in a case moves them", () => {
    expect(momentsOf(two, EVENT).map(String)).toEqual(["2026-02-13T12:00:00Z", "2027-02-12T12:00:00Z"]);
    expect(momentsOf(two, "programme:election.voting.opens").map(String)).toEqual(["2027-02-08T09:00:00Z"]);
    expect(momentsOf(union, EVENT)).toEqual([]);
  });

  test.each([
    ["between two elections the next one counts", "2026-11-01T10:00", undefined],
    ["at the last second before it is in time", "2027-02-12T11:59:59", undefined],
    ["at the moment itself it is over", "2027-02-12T12:00", "2027-02-12T12:00:00Z"],
  ] as const)("[F118] %s", (_, at, over) => {
    expect(passedFor(two, EVENT, london(at))?.toString()).toBe(over);
  });

  test("[F118] where the rulebook dates none, nothing is over", () => {
    expect(passedFor(union, EVENT, london("2030-01-01T00:00"))).toBeUndefined();
  });
});
