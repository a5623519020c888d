import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { challengeWindow } from "../../../src/domain/challenges/window.ts";
import {
  addSpan,
  endOfTerm,
  localDay,
  startOfDay,
  subtractSpan,
  timeOnDay,
} from "../../../src/domain/deadlines/calendar.ts";
import { windowAfter } from "../../../src/domain/deadlines/window.ts";
import { isWorkingDay } from "../../../src/domain/deadlines/workingDays.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { span } from "../../../src/rulebook/schema/vocabulary.ts";
import { at } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";

const long = (text: string) => span.parse(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const inZone = (timezone: string): Rulebook => ({ ...kth, organisation: { ...kth.organisation, timezone } });
const countingFirst = (rulebook: Rulebook): Rulebook => ({
  ...rulebook,
  calendar: { ...rulebook.calendar, counting: { ...rulebook.calendar.counting, window: "include_first_day" } },
});
const stockholm = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO("Europe/Stockholm").toPlainDateTime().toString();

describe("a term is in force on its first day and lapses at 00:00 after its last", () => {
  test.each([
    ["[K63] a warning of 10 January 2026", "2026-01-10T15:30", "365d", "2027-01-10T00:00:00"],
    [
      "[K63] a warning of 1 March 2027: 365 days, not a year, end on the leap day",
      "2027-03-01T09:00",
      "365d",
      "2028-02-29T00:00:00",
    ],
    [
      "[K67] a suspension from 4 March 2026 over the change to summer time",
      "2026-03-04T23:59:59",
      "90d",
      "2026-06-02T00:00:00",
    ],
    [
      "[K67] from the first moment of the same day it ends at the same moment",
      "2026-03-04T00:00",
      "90d",
      "2026-06-02T00:00:00",
    ],
    ["[K71] a suspension from 10 May 2026", "2026-05-10T12:00", "365d", "2027-05-10T00:00:00"],
    ["[K67] over the change to winter time", "2026-10-01T12:00", "90d", "2026-12-30T00:00:00"],
    ["a year from the leap day", "2028-02-29T12:00", "1y", "2029-02-28T00:00:00"],
    ["three months from the end of November", "2026-11-30T12:00", "3mo", "2027-02-28T00:00:00"],
    ["two weeks", "2026-03-04T12:00", "2w", "2026-03-18T00:00:00"],
  ] as const)("%s: %s + %s", (_, from, lasts, until) => {
    expect(stockholm(endOfTerm(kth, at(from), long(lasts)))).toBe(until);
  });

  test.each([
    ["in spring one hour is missing", "2026-03-28T12:00", "2026-03-30T13:00:00"],
    ["in autumn one hour is double", "2026-10-24T12:00", "2026-10-26T11:00:00"],
  ] as const)("hours are elapsed time: 48 of them, %s", (_, from, until) => {
    expect(stockholm(endOfTerm(kth, at(from), long("48h")))).toBe(until);
  });
});

describe("a window does not count the day of the event and includes its last day to the end", () => {
  test.each([
    ["[K57] notified on 4 March 2026", "2026-03-04T10:00", "30d", "2026-04-03"],
    ["[K57] notified a minute before midnight", "2026-03-04T23:59", "30d", "2026-04-03"],
    ["[K57] notified on 6 March 2026", "2026-03-06T08:00", "30d", "2026-04-05"],
    ["[K50] decided on 1 March 2026", "2026-03-01T10:00", "3d", "2026-03-04"],
    ["[K13] opened on 1 March 2026", "2026-03-01T10:00", "14d", "2026-03-15"],
    ["three months after the end of November", "2026-11-30T10:00", "3mo", "2027-02-28"],
    ["ten working days over the chapter's holidays", "2026-12-21T10:00", "10wd", "2027-01-11"],
  ] as const)("%s: %s + %s", (_, event, within, lastDay) => {
    const window = windowAfter(kth, at(event), long(within));
    expect(window.lastDay.toString()).toBe(lastDay);
    expect(stockholm(window.closes.subtract({ milliseconds: 1 }))).toBe(`${lastDay}T23:59:59.999`);
  });

  test("[K57] at 23:50 of the last day it is open, at 00:05 of the next it is not", () => {
    const { closes } = windowAfter(kth, at("2026-03-04T10:00"), long("30d"));
    expect(Temporal.Instant.compare(at("2026-04-03T23:50"), closes)).toBe(-1);
    expect(Temporal.Instant.compare(at("2026-04-03T23:59:59"), closes)).toBe(-1);
    expect(Temporal.Instant.compare(at("2026-04-04T00:05"), closes)).toBe(1);
  });

  test("[K57][K58] each party has a window from the own notice, to challenge and to ask who reported", () => {
    for (const challenge of ["appeal", "identity_request"]) {
      expect(challengeWindow(kth, challenge, at("2026-03-04T10:00"))?.lastDay.toString()).toBe("2026-04-03");
      expect(challengeWindow(kth, challenge, at("2026-03-06T10:00"))?.lastDay.toString()).toBe("2026-04-05");
    }
  });

  test.each([
    ["a window of days is one day shorter", "2026-03-04T10:00", "30d", "2026-04-02"],
    ["five working days from a Monday end on its Friday", "2026-11-23T10:00", "5wd", "2026-11-27"],
    ["working days from a Saturday begin on the Monday", "2026-11-21T10:00", "5wd", "2026-11-27"],
    ["a month from the first of March ends with March", "2026-03-01T10:00", "1mo", "2026-03-31"],
  ] as const)("where the rulebook counts the first day, %s", (_, event, within, lastDay) => {
    expect(windowAfter(countingFirst(kth), at(event), long(within)).lastDay.toString()).toBe(lastDay);
  });

  test("a window of hours closes to the minute", () => {
    const { closes, lastDay } = windowAfter(kth, at("2026-10-24T12:00"), long("48h"));
    expect(stockholm(closes)).toBe("2026-10-26T11:00:00");
    expect(lastDay.toString()).toBe("2026-10-26");
  });
});

describe("days begin where the organisation is", () => {
  test.each([
    ["Europe/Stockholm", "2026-03-29", "2026-03-28T23:00:00Z"],
    ["Europe/London", "2026-10-25", "2026-10-24T23:00:00Z"],
    ["America/Edmonton", "2026-03-08", "2026-03-08T07:00:00Z"],
    ["America/Winnipeg", "2026-11-01", "2026-11-01T05:00:00Z"],
    ["Europe/Copenhagen", "2026-10-26", "2026-10-25T23:00:00Z"],
    ["America/Regina", "2027-07-02", "2027-07-02T06:00:00Z"],
    // The clocks of Havana and Asuncion skip midnight itself: the day begins at 01:00.
    ["America/Havana", "2026-03-08", "2026-03-08T05:00:00Z"],
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"],
  ] as const)("[E-21] in %s %s begins at %s", (zone, date, begins) => {
    expect(startOfDay(inZone(zone), day(date)).toString()).toBe(begins);
    expect(localDay(inZone(zone), Temporal.Instant.from(begins)).toString()).toBe(date);
    const before = Temporal.Instant.from(begins).subtract({ milliseconds: 1 });
    expect(localDay(inZone(zone), before).toString()).toBe(day(date).subtract({ days: 1 }).toString());
  });

  test.each([
    ["Europe/London", "2026-03-28", "2026-03-28T09:00:00Z", "2026-03-29T08:00:00Z"],
    ["Europe/London", "2026-10-24", "2026-10-24T08:00:00Z", "2026-10-25T09:00:00Z"],
    ["Europe/Stockholm", "2026-03-28", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z"],
    ["Europe/Stockholm", "2026-10-24", "2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z"],
    ["Europe/Copenhagen", "2026-03-28", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z"],
    ["Europe/Copenhagen", "2026-10-24", "2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z"],
    ["America/Edmonton", "2026-03-07", "2026-03-07T16:00:00Z", "2026-03-08T15:00:00Z"],
    // Alberta stays on its summer time: there is no hour to give back.
    ["America/Edmonton", "2026-10-31", "2026-10-31T15:00:00Z", "2026-11-01T15:00:00Z"],
    ["America/Winnipeg", "2026-03-07", "2026-03-07T15:00:00Z", "2026-03-08T14:00:00Z"],
    ["America/Winnipeg", "2026-10-31", "2026-10-31T14:00:00Z", "2026-11-01T15:00:00Z"],
  ] as const)("[E-21] in %s nine in the morning of %s is %s, and of the day after %s", (zone, date, one, next) => {
    expect(timeOnDay(inZone(zone), day(date), "09:00").toString()).toBe(one);
    expect(timeOnDay(inZone(zone), day(date).add({ days: 1 }), "09:00").toString()).toBe(next);
  });

  test.each([
    ["a time that the clocks skip is the moment after the gap", "2026-03-29", "02:30", "2026-03-29T01:30:00Z"],
    ["a time that comes twice is the first of the two", "2026-10-25", "02:30", "2026-10-25T00:30:00Z"],
    ["nine in the morning in winter", "2026-03-15", "09:00", "2026-03-15T08:00:00Z"],
    ["nine in the morning in summer", "2026-06-15", "09:00", "2026-06-15T07:00:00Z"],
  ] as const)("[E-21] %s", (_, date, time, moment) => {
    expect(timeOnDay(kth, day(date), time).toString()).toBe(moment);
  });
});

test.each([
  ["2026-11-30", "1mo", "2026-12-30"],
  ["2027-01-31", "1mo", "2027-02-28"],
  ["2028-01-31", "1mo", "2028-02-29"],
  ["2026-03-04", "25h", "2026-03-06"],
  ["2026-03-04", "24h", "2026-03-05"],
  ["2027-02-01", "14cd", "2027-02-16"],
  ["2026-03-04", "0d", "2026-03-04"],
] as const)("%s and %s later is %s", (from, length, later) => {
  expect(addSpan(kth, day(from), long(length)).toString()).toBe(later);
});

test.each([
  ["2026-03-31", "1mo", "2026-02-28"],
  ["2026-11-30", "1wd", "2026-11-27"],
  ["2027-01-07", "3wd", "2026-12-30"],
  ["2026-03-15", "14d", "2026-03-01"],
  ["2026-03-15", "2w", "2026-03-01"],
  ["2028-02-29", "1y", "2027-02-28"],
  ["2026-03-04", "25h", "2026-03-02"],
] as const)("%s and %s earlier is %s", (from, length, earlier) => {
  expect(subtractSpan(kth, day(from), long(length)).toString()).toBe(earlier);
});

test.each([
  ["2026-12-23", true],
  ["2026-12-24", false],
  ["2026-12-26", false],
  ["2026-12-28", true],
  ["2027-01-06", false],
] as const)("%s: a working day of the chapter? %s", (date, expected) => {
  expect(isWorkingDay(kth, day(date))).toBe(expected);
});

const days = fc
  .date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2040-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const zones = fc.constantFrom(
  "Europe/Stockholm",
  "Europe/London",
  "America/Edmonton",
  "America/Regina",
  "America/Havana",
);

describe("laws of the calendar", () => {
  test("[K57][K67] a term of N days covers N local days, a window of N days ends on day N, in every zone over every change", () => {
    fc.assert(
      fc.property(
        days,
        zones,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 86_399 }),
        (from, zone, n, second) => {
          const rulebook = inZone(zone);
          const moment = startOfDay(rulebook, from).add({ seconds: Math.min(second, 82_000) });
          const length = { amount: n, unit: "days" } as const;
          expect(localDay(rulebook, endOfTerm(rulebook, moment, length)).toString()).toBe(
            from.add({ days: n }).toString(),
          );
          const window = windowAfter(rulebook, moment, length);
          expect(window.lastDay.toString()).toBe(from.add({ days: n }).toString());
          expect(localDay(rulebook, window.closes.subtract({ nanoseconds: 1 })).toString()).toBe(
            window.lastDay.toString(),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test("so many working days later is a working day, with exactly that many after the first day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const later = addSpan(kth, from, { amount: n, unit: "working-days" });
        expect(isWorkingDay(kth, later)).toBe(true);
        const passed = Array.from({ length: from.until(later).days }, (_, i) => from.add({ days: i + 1 }));
        expect(passed.filter((each) => isWorkingDay(kth, each))).toHaveLength(n);
      }),
      { numRuns: 100 },
    );
  });
});
