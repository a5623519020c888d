import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import { urgentNotices } from "../../../src/domain/deadlines/urgent.ts";
import { at, caseOf, filed, goOn, ids, received } from "../../fakes/caseFile.ts";
import { kth, officers, roster } from "../../fakes/kth.ts";

const urgent = caseOf(received({ flags: ["urgent"] }), ...urgentNotices(officers, false, ids()));

/** Who is told at a moment that it is urgent, and that nobody has taken it. */
const told = (current: Case, moment: string) =>
  dueEntries(kth, roster, current, at(moment), ids()).flatMap((entry) =>
    entry.kind === "notice-sent" && entry.subject.kind === "urgent" && entry.to.kind === "person"
      ? [entry.to.person]
      : [],
  );
const wakes = (current: Case) => wakesOf(kth, current).flatMap(({ key, at: when }) => (key === "urgent" ? [when] : []));

describe("[A26] of an urgent report whoever receives it is told again every four hours until somebody has taken it", () => {
  test("each of them, in person, and not before", () => {
    expect(wakes(urgent)).toEqual([filed.add({ hours: 4 })]);
    expect(told(urgent, "2026-03-01T13:59")).toEqual([]);
    expect(told(urgent, "2026-03-01T14:00")).toEqual(officers);
  });

  test("of what was missed while nothing ran, once; and then four hours after that", () => {
    const late = at("2026-03-02T09:00");
    expect(told(urgent, "2026-03-02T09:00")).toEqual(officers);
    const again = goOn(urgent, ...urgentNotices(officers, true, ids()).map((entry) => ({ at: late, entry })));
    expect(told(again, "2026-03-02T09:00")).toEqual([]);
    expect(wakes(again)).toEqual([late.add({ hours: 4 })]);
  });

  test("nobody once it has been taken; everybody who is left again once whoever took it stepped aside", () => {
    const taken = goOn(urgent, { kind: "taken", officer: "s1" });
    expect(wakes(taken)).toEqual([]);
    expect(told(taken, "2026-03-01T14:00")).toEqual([]);
    const left = goOn(taken, { kind: "recused", person: "s1" });
    expect(told(left, "2026-03-01T14:00")).toEqual(["s2", "s3"]);
  });

  test("nobody of a report that is not", () => {
    expect(wakes(caseOf(received()))).toEqual([]);
  });
});
