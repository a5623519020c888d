import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import type { Gap } from "../../../src/domain/case/noticeSubject.ts";
import { gapEntries } from "../../../src/domain/deadlines/nightly.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { gapsOf } from "../../../src/domain/timeline/gaps.ts";
import {
  at,
  caseAt,
  caseOf,
  goOn,
  ids,
  received,
  summoned,
  toParty,
  noticeSent,
  respondent,
} from "../../fakes/caseFile.ts";
import type { Played, Point } from "../../fakes/caseFile.ts";
import { kth, kthWith, roster } from "../../fakes/kth.ts";

const noon = at("2026-03-02T12:00");

describe("[E-31] what an open case lacks", () => {
  test.each<[Point, readonly Gap[]]>([
    ["contact", []],
    ["assess", ["no-date"]],
    ["witnesses", ["no-date"]],
    ["hear_respondent", ["no-date"]],
    ["board_decision", []],
    ["briefed", []],
    ["voting", []],
    ["inform", []],
    ["refer_seo", ["no-date"]],
    ["closed", []],
  ])("at %s: %j", (point, gaps) => {
    expect(gapsOf(kth, roster, caseAt(point), noon)).toEqual(gaps);
  });

  test("[K43] while somebody is called to a meeting the case has a day; on the day after it has none", () => {
    const called = goOn(
      caseAt("hear_respondent"),
      summoned("2026-03-10"),
      noticeSent("n", toParty(respondent), { kind: "summons", attempt: 1, statement: "s", on: "2026-03-10" }),
    );
    expect(gapsOf(kth, roster, called, at("2026-03-10T23:00"))).toEqual([]);
    expect(gapsOf(kth, roster, called, at("2026-03-11T01:00"))).toEqual(["no-date"]);
  });

  test("a time for the whole case is a day", () => {
    const limited = kthWith(
      `    clause: "5.2"\n    starts: contact\n`,
      `    clause: "5.2"\n    starts: contact\n    limit: { clause: "5.2", within: 30d, from: report.received }\n`,
    );
    expect(gapsOf(limited, roster, caseAt("assess"), noon)).toEqual([]);
  });

  test("nobody who handles it is in office any more", () => {
    const elected: Roster = { ...roster, safety_officer: ["s7", "s8"] };
    expect(gapsOf(kth, elected, caseAt("contact"), noon)).toEqual(["no-owner"]);
    expect(gapsOf(kth, { ...roster, safety_officer: ["s3", "s8"] }, caseAt("contact"), noon)).toEqual([]);
  });
});

/** Whom the check of every morning tells: "03-02 s1 no-date". */
function mornings(start: Case, days: number, seated: Roster = roster, parties: readonly string[] = []) {
  let current = start;
  const newId = ids();
  const said: string[] = [];
  for (let i = 0; i < days; i += 1) {
    const day = Temporal.PlainDate.from("2026-03-02").add({ days: i }).toString();
    const now = at(`${day}T09:00`);
    const entries = gapEntries(kth, seated, current, gapsOf(kth, seated, current, now), parties, now, newId);
    current = goOn(current, ...entries.map((entry): Played => ({ at: now, entry })));
    for (const entry of entries)
      if (entry.kind === "notice-sent" && entry.to.kind === "person" && entry.subject.kind === "gaps")
        said.push(`${day.slice(5)} ${entry.to.person} ${entry.subject.gaps.join(" ")}`);
  }
  return said;
}

describe("[E-31] those who handle it are told", () => {
  test("once when it is found, and each week, eight times", () => {
    const said = mornings(caseOf(received({ handlers: ["s1"] })), 3);
    expect(said).toEqual([]);
    expect(mornings(caseAt("assess"), 2)).toEqual(["03-02 s1 no-date", "03-02 s2 no-date", "03-02 s3 no-date"]);
    const own = mornings(caseAt("assess"), 90).filter((line) => line.includes("s1"));
    expect(own).toHaveLength(8);
    expect(own.slice(0, 3)).toEqual(["03-02 s1 no-date", "03-09 s1 no-date", "03-16 s1 no-date"]);
  });

  test("[V-03] and where none of them is in office, the officers who are: no party, nobody who was passed by", () => {
    const elected: Roster = { ...roster, safety_officer: ["s3", "s7", "s8", "s9"] };
    const current = caseOf(received({ handlers: ["s1"], keptOut: ["s3"] }));
    expect(mornings(current, 1, elected, ["s8"]).toSorted()).toEqual(
      [
        "03-02 s1 no-owner",
        "03-02 s7 no-owner",
        "03-02 president no-owner",
        "03-02 vice no-owner",
        "03-02 s9 no-owner",
      ].toSorted(),
    );
  });
});
