import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Recorded } from "../../../src/domain/case/entry.ts";
import { foldCase } from "../../../src/domain/case/foldCase.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { goOn, ids } from "../../fakes/caseFile.ts";
import { actBy, complaintOf, london, union, unionRoster } from "../../fakes/union.ts";

const KEY = "target:assess";
const FILED = Temporal.PlainDate.from("2026-10-15");

/** What somebody does on a day: so many days after the one before. */
type Doing = { readonly days: number } & (
  | { readonly what: "extend"; readonly by: number }
  | { readonly what: "ask" | "answer" | "note" | "tick" }
);

const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({ days: fc.nat(12), what: fc.constant("extend" as const), by: fc.integer({ min: -3, max: 20 }) }),
  fc.record({ days: fc.nat(12), what: fc.constantFrom("ask" as const, "answer", "note", "tick") }),
);

const lastDay = (current: Case) => deadlinesOf(union, current).find(({ key }) => key === KEY)?.day;

function actOf(current: Case, each: Doing): { readonly person: string; readonly act: Act } | undefined {
  switch (each.what) {
    case "extend": {
      const until = lastDay(current)?.add({ days: each.by }).toString() ?? "";
      return { person: "n1", act: { kind: "extend", deadline: KEY, until, reasons: "why" } };
    }
    case "ask":
      return { person: "ce", act: { kind: "conclude", outcome: "more_information", rules: [], reasons: "what" } };
    case "answer":
      return { person: "mona", act: { kind: "answer", statement: "answer" } };
    case "note":
      return { person: "n2", act: { kind: "note-answer", statement: "answer" } };
    case "tick":
      return undefined;
  }
}

/** A complaint in which all of that is done, one after the other; every day at nine what is due is done first. */
function play(doings: readonly Doing[]) {
  let current = complaintOf("2026-10-15T08:00");
  let day = FILED;
  const told: string[] = [];
  const tooEarly: string[] = [];
  const tick = (on: Temporal.PlainDate) => {
    const now = london(`${on.toString()}T09:00`);
    const wakes = wakesOf(union, current).filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
    const entries = dueEntries(union, unionRoster, current, now, ids());
    if (entries.length > 0 && wakes.length === 0) tooEarly.push(on.toString());
    for (const entry of entries)
      if (entry.kind === "notice-sent" && entry.subject.kind === "reminder") {
        const { deadline, occasion, day: of } = entry.subject;
        told.push(`${deadline} ${occasion} ${of}`);
      }
    current = goOn(current, ...entries.map((entry) => ({ at: now, entry })));
  };
  for (const each of doings) {
    for (let passed = 0; passed < each.days; passed += 1) tick((day = day.add({ days: 1 })));
    const wanted = actOf(current, each);
    if (wanted === undefined) continue;
    const before = lastDay(current);
    const done = actBy(current, wanted.person, wanted.act, `${day.toString()}T10:00`);
    if (!isRefusal(done.entries) && each.what === "extend" && before !== undefined) {
      const after = lastDay(done.current);
      if (after === undefined || Temporal.PlainDate.compare(after, before) <= 0) tooEarly.push("not later");
    }
    current = done.current;
  }
  return { current, told, tooEarly };
}

/** The last day, found day by day: fourteen days that did not rest, but not before a day that was given. */
function countedByHand(doings: readonly Doing[]): string {
  const { current } = play(doings);
  const { rests, extended } = current.times;
  const rested = (day: Temporal.PlainDate) =>
    rests.some(({ asked, until, answered }) => {
      const from = asked.toZonedDateTimeISO("Europe/London").toPlainDate().toString();
      const came = answered?.toZonedDateTimeISO("Europe/London").toPlainDate().toString() ?? until;
      const to = came < until ? came : until;
      return from < day.toString() && day.toString() <= to;
    });
  let day = FILED;
  for (let left = 14; left > 0;) {
    day = day.add({ days: 1 });
    if (!rested(day)) left -= 1;
  }
  return [day.toString(), ...extended.map(({ until }) => until)].toSorted().at(-1) ?? "";
}

const doings = fc.array(doing, { maxLength: 8 });

describe("whatever is asked, answered and given more time for, in whatever order", () => {
  test("[F143][F168] the last day is the one that is counted day by day", () => {
    fc.assert(
      fc.property(doings, (all) => {
        expect(lastDay(play(all).current)?.toString()).toBe(countedByHand(all));
      }),
      { numRuns: 25 },
    );
  });

  test("nothing is reminded of twice for the same day, nothing before it was to be looked at, and more time is never less", () => {
    fc.assert(
      fc.property(doings, (all) => {
        const { told, tooEarly } = play(all);
        expect(told).toEqual([...new Set(told)]);
        expect(tooEarly).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("the days follow from the file alone, wherever it is cut", () => {
    fc.assert(
      fc.property(doings, (all) => {
        const entries: Recorded[] = [];
        let current = complaintOf("2026-10-15T08:00");
        let day = FILED;
        for (const each of all) {
          day = day.add({ days: each.days });
          const wanted = actOf(current, each);
          if (wanted === undefined) continue;
          const now = london(`${day.toString()}T10:00`);
          const done = actBy(current, wanted.person, wanted.act, `${day.toString()}T10:00`);
          if (isRefusal(done.entries)) continue;
          for (const entry of done.entries)
            entries.push({ version: entries.length + 2, at: now, by: { kind: "clock" }, entry });
          current = done.current;
        }
        const [first] = complaintEntries();
        const folded = foldCase({ id: "case-1", codeName: "quiet-harbour-41", entries: [first, ...entries] });
        expect(deadlinesOf(union, folded).map(({ key, day: last }) => `${key} ${last.toString()}`)).toEqual(
          deadlinesOf(union, current).map(({ key, day: last }) => `${key} ${last.toString()}`),
        );
      }),
      { numRuns: 15 },
    );
  });
});

function complaintEntries(): readonly [Recorded] {
  const received = {
    kind: "received",
    origin: "discord",
    procedure: "complaint",
    startsAt: "assess",
    relation: "affected",
    rules: ["boundaries"],
    statement: "statement-report",
    parties: [
      { party: "party-a", role: "complainant", hasAccount: true },
      { party: "party-b", role: "respondent", hasAccount: true },
    ],
    handlers: ["ce", "n1", "n2"],
    keptOut: [],
    partyInBody: undefined,
  } as const;
  return [{ version: 1, at: london("2026-10-15T08:00"), by: { kind: "clock" }, entry: received }];
}
