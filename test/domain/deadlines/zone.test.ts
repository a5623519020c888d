import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { openZones } from "../../../src/domain/deadlines/zone.ts";

const instant = (text: string) => Temporal.Instant.from(text);
const local = (text: string) => Temporal.PlainDateTime.from(text);

/** A runtime of before 2026c: Edmonton still goes by the clocks of Denver, Vancouver by those of Los Angeles. */
const older: Readonly<Record<string, string>> = {
  "America/Edmonton": "America/Denver",
  "america/edmonton": "America/Denver",
  "Canada/Mountain": "America/Denver",
  "America/Yellowknife": "America/Denver",
  "America/Vancouver": "America/Los_Angeles",
};
/** One that has the change: Edmonton from then on as Regina, which never leaves UTC-06. */
const newer: Readonly<Record<string, string>> = {
  "America/Edmonton": "America/Regina",
  "America/Vancouver": "America/Phoenix",
};

const outdated = openZones((zone) => older[zone] ?? zone);
const current = openZones((zone) => newer[zone] ?? zone);

describe("time-zone data older than 2026c is corrected", () => {
  test("it is found out by asking the runtime, whatever it says of itself", () => {
    expect(outdated.corrected.map(({ names, release }) => `${names[0]} ${release}`)).toEqual([
      "America/Edmonton 2026c",
      "America/Vancouver 2026b",
    ]);
    expect(current.corrected).toEqual([]);
    expect(openZones((zone) => (zone === "America/Edmonton" ? "America/Winnipeg" : zone)).corrected).toEqual([]);
  });

  test.each([
    ["a day begins at 06:00Z, not 07:00Z", "America/Edmonton", "2026-12-02", "2026-12-02T06:00:00Z"],
    ["the last day before the clocks would have gone back", "America/Edmonton", "2026-11-01", "2026-11-01T06:00:00Z"],
    ["the first day after that night", "America/Edmonton", "2026-11-02", "2026-11-02T06:00:00Z"],
    ["a summer day, as before", "America/Edmonton", "2027-07-02", "2027-07-02T06:00:00Z"],
    ["the winter before, as it was", "America/Edmonton", "2026-01-02", "2026-01-02T07:00:00Z"],
    ["by another name of the zone", "Canada/Mountain", "2026-12-02", "2026-12-02T06:00:00Z"],
    ["in other letters", "america/edmonton", "2026-12-02", "2026-12-02T06:00:00Z"],
    ["Vancouver", "America/Vancouver", "2026-12-02", "2026-12-02T07:00:00Z"],
    ["Denver, which goes on as it did", "America/Denver", "2026-12-02", "2026-12-02T07:00:00Z"],
    ["Regina, which always did so", "America/Regina", "2026-12-02", "2026-12-02T06:00:00Z"],
  ] as const)("%s: %s %s", (_, zone, day, begins) => {
    const moment = outdated.startOfDay(zone, Temporal.PlainDate.from(day));
    expect(moment.toString()).toBe(begins);
    expect(outdated.localTime(zone, moment).toString()).toBe(`${day}T00:00:00`);
  });

  test.each([
    ["2026-11-01T01:30", "2026-11-01T07:30:00Z"],
    ["2026-11-01T02:00", "2026-11-01T08:00:00Z"],
    ["2026-11-01T02:30", "2026-11-01T08:30:00Z"],
    // The clocks would skip this hour if they still went forward in spring.
    ["2027-03-14T02:30", "2027-03-14T08:30:00Z"],
  ] as const)("%s in Alberta is %s, once and without a gap", (time, moment) => {
    expect(outdated.momentOf("America/Edmonton", local(time)).toString()).toBe(moment);
    expect(outdated.localTime("America/Edmonton", instant(moment)).toString()).toBe(`${time}:00`);
  });

  test("from the change on every moment has one local time, and comes back from it", () => {
    const seconds = fc.integer({ min: 0, max: 15 * 366 * 86_400 });
    fc.assert(
      fc.property(seconds, (second) => {
        const at = instant("2026-11-01T07:00:00Z").add({ seconds: second });
        const shown = outdated.localTime("America/Edmonton", at);
        expect(shown.toString()).toBe(at.toZonedDateTimeISO("-06:00").toPlainDateTime().toString());
        expect(outdated.momentOf("America/Edmonton", shown).equals(at)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test("[E-21] the day of a moment is that of the clocks, also where they skip midnight, show it twice, or skip a day", () => {
  const zones = openZones();
  const places = fc.constantFrom(
    "Europe/London",
    "Europe/Stockholm",
    "America/Edmonton",
    "America/Havana",
    "Africa/Cairo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
  );
  const moments = fc.oneof(
    fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2040, 11, 31) }),
    // Apia had no 30 December 2011.
    fc.integer({ min: Date.UTC(2011, 11, 28), max: Date.UTC(2012, 0, 2) }),
    // The nights in which Havana and Cairo change their clocks.
    fc.integer({ min: Date.UTC(2026, 2, 8), max: Date.UTC(2026, 2, 9) }),
    fc.integer({ min: Date.UTC(2026, 3, 23), max: Date.UTC(2026, 3, 24) }),
    fc.integer({ min: Date.UTC(2026, 9, 31), max: Date.UTC(2026, 10, 2) }),
  );
  fc.assert(
    fc.property(places, moments, (zone, ms) => {
      const at = Temporal.Instant.fromEpochMilliseconds(ms);
      const day = zones.localDay(zone, at);
      expect(day.toString()).toBe(at.toZonedDateTimeISO(zone).toPlainDate().toString());
      expect(Temporal.Instant.compare(zones.startOfDay(zone, day), at)).toBeLessThanOrEqual(0);
      expect(Temporal.Instant.compare(at, zones.endOfDay(zone, day))).toBe(-1);
    }),
    { numRuns: 2000 },
  );
});
