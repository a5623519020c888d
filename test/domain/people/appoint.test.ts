import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { endOfDay, localDay, startOfDay } from "../../../src/domain/deadlines/calendar.ts";
import { appoint, lastDayOf } from "../../../src/domain/people/appoint.ts";
import type { Term } from "../../../src/domain/people/appointment.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth } from "../../fakes/kth.ts";
import { union } from "../../fakes/union.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const year = { amount: 1, unit: "years" } as const;
const rules: Rulebook = {
  ...kth,
  offices: {
    president: { seats: 1, term: { lasts: year, starts: "06-15", times: 2 }, clause: "3.1" },
    trustee: { term: { lasts: { amount: 2, unit: "years" } } },
    guest: {},
  },
  bodies: { board: { offices: ["president", "trustee"], at_most: 3, clause: "2" } },
};
const now = startOfDay(rules, day("2026-07-01"));
const term = (person: string, key: string, from: string, until?: string): Term => ({
  person,
  key,
  from: startOfDay(rules, day(from)),
  until: until === undefined ? undefined : endOfDay(rules, day(until)),
});
const askIn = (
  rulebook: Rulebook,
  person: string,
  office: string,
  from: string,
  until: string | undefined,
  terms: readonly Term[],
) => {
  const asked = { person, office, from: day(from), until: until === undefined ? undefined : day(until) };
  const given = appoint(rulebook, terms, asked, now);
  if ("fault" in given) return given.fault;
  const lastMoment = given.until?.subtract({ nanoseconds: 1 });
  const lastDay = lastMoment === undefined ? "open" : localDay(rulebook, lastMoment).toString();
  return `${localDay(rulebook, given.from).toString()} ${lastDay}`;
};
const ask = (person: string, office: string, from: string, until?: string, terms: readonly Term[] = []) =>
  askIn(rules, person, office, from, until, terms);

const last = (office: string, from: string) => lastDayOf(union, union.offices[office] ?? {}, day(from))?.toString();
const twiceBefore = (office: string, first: string, until: string, from: string) =>
  askIn(union, "ada", office, from, undefined, [term("ada", office, first, until)]);

describe("for how long an office is held", () => {
  test("[F019] a term of a year that begins on 15 June ends on 14 June, for somebody who comes later as well", () => {
    expect(lastDayOf(rules, rules.offices["president"] ?? {}, day("2026-06-15"))?.toString()).toBe("2027-06-14");
    expect(lastDayOf(rules, rules.offices["president"] ?? {}, day("2026-11-22"))?.toString()).toBe("2027-06-14");
    expect(lastDayOf(rules, rules.offices["president"] ?? {}, day("2027-06-14"))?.toString()).toBe("2027-06-14");
  });

  test("without a day on which it begins it runs from the first day", () => {
    expect(ask("ada", "trustee", "2026-07-01")).toBe("2026-07-01 2028-06-30");
  });

  test("[F020] a student trustee holds office for two years from July, and nobody is one for a third time", () => {
    expect(last("student_trustee", "2026-07-01")).toBe("2028-06-30");
    expect(twiceBefore("student_trustee", "2022-07-01", "2026-06-30", "2026-07-01")).toBe("too-often");
    expect(twiceBefore("student_trustee", "2024-07-01", "2026-06-30", "2026-07-01")).toBe("2026-07-01 2028-06-30");
  });

  test("[F021] a lay trustee who fills a vacancy holds office for three years from that day, three times at the most", () => {
    expect(last("lay_trustee", "2026-04-01")).toBe("2029-03-31");
    expect(last("lay_trustee", "2026-10-05")).toBe("2029-10-04");
    expect(twiceBefore("lay_trustee", "2017-04-01", "2026-03-31", "2026-10-05")).toBe("too-often");
    expect(twiceBefore("lay_trustee", "2020-04-01", "2026-03-31", "2026-10-05")).toBe("2026-10-05 2029-10-04");
  });

  test("where the rules do not say how long, it has no last day unless one is given", () => {
    expect(ask("ada", "guest", "2026-07-01")).toBe("2026-07-01 open");
    expect(ask("ada", "guest", "2026-07-01", "2026-12-31")).toBe("2026-07-01 2026-12-31");
  });

  test("a last day that lies before the first one, or is over, is refused", () => {
    expect(ask("ada", "guest", "2026-08-01", "2026-07-31")).toBe("before-from");
    expect(ask("ada", "guest", "2026-01-01", "2026-06-30")).toBe("over");
  });
});

describe("who can come to hold an office", () => {
  const held = [term("bo", "president", "2026-06-15", "2027-06-14")];

  test("nobody while its only seat is taken; whoever follows on the next day does", () => {
    expect(ask("ada", "president", "2026-07-01", undefined, held)).toBe("full");
    expect(ask("ada", "president", "2027-06-14", "2027-07-01", held)).toBe("full");
    expect(ask("ada", "president", "2027-06-15", undefined, held)).toBe("2027-06-15 2028-06-14");
  });

  test("nobody in whose time the seat will be taken", () => {
    expect(ask("ada", "president", "2026-07-01", "2027-06-15", [term("bo", "president", "2027-06-15")])).toBe("full");
    expect(ask("ada", "president", "2026-07-01", "2027-06-14", [term("bo", "president", "2027-06-15")])).toBe(
      "2026-07-01 2027-06-14",
    );
  });

  test("whoever holds it already can be given another last day", () => {
    expect(ask("bo", "president", "2026-06-15", "2026-12-31", held)).toBe("2026-06-15 2026-12-31");
  });

  test("nobody beyond the members that a body may have, whichever of its offices they hold", () => {
    const three = [...held, term("cleo", "trustee", "2026-01-01"), term("dag", "trustee", "2026-01-01")];
    expect(ask("ada", "trustee", "2026-07-01", undefined, three)).toBe("body-full");
    expect(ask("ada", "trustee", "2026-07-01", undefined, three.slice(1))).toBe("2026-07-01 2028-06-30");
    expect(ask("cleo", "trustee", "2026-07-01", undefined, three)).toBe("2026-07-01 2028-06-30");
  });

  test("[F019] nobody for a third term where two are the most, in a row or with years between", () => {
    const once = term("ada", "president", "2024-06-15", "2025-06-14");
    const twice = term("ada", "president", "2024-06-15", "2026-06-14");
    expect(ask("ada", "president", "2026-07-01", undefined, [once])).toBe("2026-07-01 2027-06-14");
    expect(ask("ada", "president", "2026-07-01", undefined, [twice])).toBe("too-often");
    expect(
      ask("ada", "president", "2026-07-01", undefined, [once, term("ada", "president", "2022-06-15", "2022-09-01")]),
    ).toBe("too-often");
    expect(ask("ada", "president", "2026-06-15", "2027-06-14", [term("ada", "president", "2026-06-15")])).toBe(
      "2026-06-15 2027-06-14",
    );
  });

  test("time before anything was entered is not counted", () => {
    const before: Term = {
      person: "ada",
      key: "president",
      from: Temporal.Instant.fromEpochMilliseconds(0),
      until: startOfDay(rules, day("2026-06-15")),
    };
    expect(ask("ada", "president", "2026-07-01", undefined, [before])).toBe("2026-07-01 2027-06-14");
  });
});
