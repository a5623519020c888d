import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { changesOfFile, nextChange, rosterAt, termsOf } from "../../../src/domain/people/appointment.ts";
import type { Appointment } from "../../../src/domain/people/appointment.ts";

const at = (day: string) => Temporal.Instant.from(`${day}T00:00:00Z`);
const by = { kind: "person", person: "admin" } as const;
const begins = (person: string, key: string, from: string, until?: string): Appointment => ({
  id: "",
  kind: "begins",
  person,
  key,
  from: at(from),
  until: until === undefined ? undefined : at(until),
  by,
  at: at("2026-01-01"),
});
const ends = (person: string, key: string, until: string): Appointment => ({
  id: "",
  kind: "ends",
  person,
  key,
  until: at(until),
  by,
  at: at("2026-01-01"),
});
const id = () => "";
const on = (entered: readonly Appointment[], day: string) => rosterAt(termsOf(entered), at(day));

describe("who holds an office when", () => {
  const term = [begins("ada", "president", "2026-07-01", "2027-07-01")];

  test("nobody does before the first day, and nobody does on the day after the last one", () => {
    expect(on(term, "2026-06-30")).toEqual({});
    expect(on(term, "2026-07-01")).toEqual({ president: ["ada"] });
    expect(on(term, "2027-06-30")).toEqual({ president: ["ada"] });
    expect(on(term, "2027-07-01")).toEqual({});
  });

  test("somebody who steps down earlier holds it until then", () => {
    expect(on([...term, ends("ada", "president", "2026-10-05")], "2026-10-04")).toEqual({ president: ["ada"] });
    expect(on([...term, ends("ada", "president", "2026-10-05")], "2026-10-05")).toEqual({});
  });

  test("an end that comes later than the last day changes nothing", () => {
    expect(on([...term, ends("ada", "president", "2028-01-01")], "2027-07-01")).toEqual({});
  });

  test("somebody who declines before the first day never holds it", () => {
    const declined = [...term, ends("ada", "president", "2026-06-01")];
    expect(on(declined, "2026-08-01")).toEqual({});
    expect(nextChange(termsOf(declined), at("2026-01-01"))).toBeUndefined();
  });

  test("somebody elected anew goes on without a gap, and is named once", () => {
    const again = [...term, begins("ada", "president", "2027-07-01", "2028-07-01")];
    expect(termsOf(again)).toHaveLength(1);
    expect(on(again, "2027-07-01")).toEqual({ president: ["ada"] });
    expect(on(again, "2028-07-01")).toEqual({});
  });

  test("what is entered last is the last day, be it earlier or later", () => {
    const shorter = [...term, begins("ada", "president", "2026-07-01", "2026-12-01")];
    expect(on(shorter, "2026-12-01")).toEqual({});
    const open = [...term, begins("ada", "president", "2026-07-01")];
    expect(on(open, "2030-01-01")).toEqual({ president: ["ada"] });
  });

  test("somebody who comes back after a while has two terms", () => {
    const twice = [...term, begins("ada", "president", "2029-07-01", "2030-07-01")];
    expect(termsOf(twice)).toHaveLength(2);
    expect(on(twice, "2028-01-01")).toEqual({});
    expect(on(twice, "2029-07-01")).toEqual({ president: ["ada"] });
  });

  test("holders stand in the order in which they were entered, whatever office each has besides", () => {
    const three = [
      begins("cleo", "officer", "2026-01-01"),
      begins("ada", "officer", "2026-01-01"),
      begins("ada", "president", "2026-01-01"),
    ];
    expect(on(three, "2026-02-01")).toEqual({ officer: ["cleo", "ada"], president: ["ada"] });
  });

  test("the next change is the next first or last day", () => {
    const terms = termsOf([...term, begins("bo", "president", "2027-08-01")]);
    expect(nextChange(terms, at("2026-01-01"))?.toString()).toBe("2026-07-01T00:00:00Z");
    expect(nextChange(terms, at("2026-07-01"))?.toString()).toBe("2027-07-01T00:00:00Z");
    expect(nextChange(terms, at("2027-07-01"))?.toString()).toBe("2027-08-01T00:00:00Z");
    expect(nextChange(terms, at("2027-08-01"))).toBeUndefined();
  });
});

describe("a roster file that is read again", () => {
  const now = at("2026-03-01");
  const first = changesOfFile([], [{ person: "ada", key: "officer" }], at("2026-01-01"), id);

  test("changes nothing where it says the same", () => {
    expect(changesOfFile(first, [{ person: "ada", key: "officer" }], now, id)).toEqual([]);
  });

  test("begins what is new in it and ends what has gone from it", () => {
    const changed = changesOfFile(first, [{ person: "bo", key: "officer" }], now, id);
    expect(rosterAt(termsOf([...first, ...changed]), now)).toEqual({ officer: ["bo"] });
    expect(changesOfFile([...first, ...changed], [{ person: "bo", key: "officer" }], now, id)).toEqual([]);
  });

  test("leaves alone what was entered by somebody", () => {
    const entered = [...first, ends("ada", "officer", "2026-02-01"), begins("cleo", "officer", "2026-02-01")];
    expect(changesOfFile(entered, [{ person: "ada", key: "officer" }], now, id)).toEqual([]);
    expect(rosterAt(termsOf(entered), now)).toEqual({ officer: ["cleo"] });
  });

  test("lists somebody anew who had gone from it", () => {
    const gone = [...first, ...changesOfFile(first, [], now, id)];
    const back = changesOfFile(gone, [{ person: "ada", key: "officer" }], at("2026-04-01"), id);
    expect(rosterAt(termsOf([...gone, ...back]), at("2026-04-01"))).toEqual({ officer: ["ada"] });
    expect(rosterAt(termsOf([...gone, ...back]), at("2026-03-15"))).toEqual({});
  });
});
