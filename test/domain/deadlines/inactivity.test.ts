import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { after } from "../../../src/domain/case/after.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { Actor } from "../../../src/domain/case/party.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import { escalationsDue } from "../../../src/domain/deadlines/ladder.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { at, caseAt, goOn, ids } from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { kthWith, roster } from "../../fakes/kth.ts";

const withTimes = (times: string) =>
  kthWith(`    clause: "5.2"\n    starts: contact\n`, `    clause: "5.2"\n    starts: contact\n    ${times}\n`);

/** What is said every morning at nine, and the case after it. */
function mornings(rulebook: Rulebook, start: Case, from: string, days: number) {
  let current = start;
  const said: string[] = [];
  const newId = ids();
  for (let i = 0; i < days; i += 1) {
    const day = Temporal.PlainDate.from(from).add({ days: i }).toString();
    const now = at(`${day}T09:00`);
    const entries = [
      ...dueEntries(rulebook, roster, current, now, newId),
      ...escalationsDue(rulebook, roster, current, [], now, newId),
    ];
    current = goOn(current, ...entries.map((entry): Played => ({ at: now, entry })));
    for (const entry of entries) {
      if (entry.kind !== "notice-sent" || entry.to.kind === "party") continue;
      const whom = entry.to.kind === "room" ? entry.to.purpose : entry.to.person;
      if (entry.subject.kind === "reminder") said.push(`${day.slice(5)} ${entry.subject.occasion} to ${whom}`);
      if (entry.subject.kind === "escalation") said.push(`${day.slice(5)} rung ${entry.subject.rung} to ${whom}`);
    }
  }
  return { current, said };
}

/** The case after somebody did something at a moment. */
function acted(current: Case, when: string, by: Actor, entry: Entry = { kind: "noted", statement: "note" }): Case {
  return after(current, { version: current.version + 1, at: at(when), by, entry });
}

const officer = { kind: "person", person: "s1" } as const;

describe("[E-31] a case in which nobody does anything", () => {
  const rulebook = withTimes("inactivity: { after: 7d }");

  test("is told to the officers after a week, and each week, eight times", () => {
    const { current, said } = mornings(rulebook, caseAt("assess"), "2026-03-02", 80);
    expect(said).toEqual([
      "03-08 idle-1 to officers",
      "03-15 idle-2 to officers",
      "03-22 idle-3 to officers",
      "03-29 idle-4 to officers",
      "04-05 idle-5 to officers",
      "04-12 idle-6 to officers",
      "04-19 idle-7 to officers",
      "04-26 idle-8 to officers",
    ]);
    expect(wakesOf(rulebook, current)).toEqual([]);
  });

  test("counts from what somebody did last; what the program does is nothing that somebody did", () => {
    const noted = acted(caseAt("assess"), "2026-03-05T16:00", officer);
    expect(mornings(rulebook, noted, "2026-03-06", 10).said).toEqual(["03-12 idle-1 to officers"]);
    const wrote = acted(noted, "2026-03-09T16:00", { kind: "party", party: "party-a" });
    expect(mornings(rulebook, wrote, "2026-03-10", 8).said).toEqual(["03-16 idle-1 to officers"]);
    const reminded = acted(noted, "2026-03-09T16:00", { kind: "clock" });
    expect(mornings(rulebook, reminded, "2026-03-10", 8).said).toEqual(["03-12 idle-1 to officers"]);
  });

  test("[E-23] is not told beside what is late: the officers are reminded of that", () => {
    const { said } = mornings(rulebook, caseAt("contact"), "2026-03-02", 20);
    expect(said.filter((line) => line.includes("idle"))).toEqual([]);
    expect(said).toContain("03-04 overdue-1 to officers");
  });

  test("after an outage is told once", () => {
    const { said } = mornings(rulebook, caseAt("assess"), "2026-04-13", 3);
    expect(said).toEqual(["04-13 idle-6 to officers"]);
  });

  test("is nothing once the case is closed", () => {
    expect(mornings(rulebook, caseAt("closed"), "2026-03-02", 40).said).toEqual([]);
  });
});

describe("the time for a whole case", () => {
  test("the officers are reminded so long before its end as the rulebook says, on the day, and when it is over; of an aim nobody else", () => {
    const rulebook = withTimes(
      `limit: { clause: "5.2", within: 30d, from: report.received, soft: true, remind: [7d, 2d] }`,
    );
    expect(deadlinesOf(rulebook, caseAt("assess")).map(({ key, day }) => `${key} ${day.toString()}`)).toEqual([
      "limit 2026-03-31",
    ]);
    expect(mornings(rulebook, caseAt("assess"), "2026-03-02", 50).said).toEqual([
      "03-24 before-7-days to officers",
      "03-29 before-2-days to officers",
      "03-31 on-the-day to officers",
      "04-01 overdue-1 to officers",
      "04-08 overdue-2 to officers",
      "04-15 overdue-3 to officers",
    ]);
  });

  test("one that binds climbs the ladder, and at the board it is the officers' still", () => {
    const rulebook = withTimes(`limit: { clause: "5.2", within: 10d, from: report.received }`);
    const led = acted(caseAt("briefed"), "2026-03-01T11:00", officer, { kind: "taken", officer: "s1" });
    expect(mornings(rulebook, led, "2026-03-11", 5).said).toEqual([
      "03-11 on-the-day to officers",
      "03-12 overdue-1 to officers",
      "03-14 before-1-days to board",
      "03-14 rung 0 to s2",
      "03-14 rung 0 to s3",
      "03-15 on-the-day to board",
    ]);
  });

  test("a closed case has none", () => {
    const rulebook = withTimes(`limit: { clause: "5.2", within: 10d, from: report.received }`);
    expect(deadlinesOf(rulebook, caseAt("closed"))).toEqual([]);
  });
});
