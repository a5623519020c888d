import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import type { Term } from "../../../src/domain/people/appointment.ts";
import { fewAnnouncements, fewMembersOf } from "../../../src/domain/people/fewMembers.ts";
import { kthText, rulebookOf } from "../../fakes/kth.ts";

const rulebook = rulebookOf(
  kthText.replace("auditors: { offices: [auditor],", "auditors: { offices: [auditor], at_least: 4,"),
);
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Stockholm").toInstant();
const term = (person: string, until: string | undefined, from = "2026-01-01T00:00"): Term => ({
  person,
  key: "auditor",
  from: at(from),
  until: until === undefined ? undefined : at(until),
});
/** Four trustees, of whom one has the office until 30 June 2027. */
const four = [term("a", undefined), term("b", undefined), term("c", undefined), term("d", "2027-07-01T00:00")];
const told = (terms: readonly Term[], now: string) =>
  fewAnnouncements(rulebook, terms, "auditors", at(now)).map(({ kind, on, dueBy, done }) => [
    kind,
    on.toString(),
    dueBy.toString(),
    done,
  ]);

test.each<readonly [string, readonly Term[], string, readonly (readonly unknown[])[]]>([
  ["nothing long before", four, "2027-05-30T09:00", []],
  ["thirty days before the last day", four, "2027-05-31T09:00", [["few-ahead", "2027-05-31", "2027-06-30", 3]]],
  ["the same until the last day", four, "2027-06-29T09:00", [["few-ahead", "2027-05-31", "2027-06-30", 3]]],
  ["on the last day", four, "2027-06-30T09:00", [["few-ahead", "2027-06-30", "2027-06-30", 3]]],
  ["on the day on which there are three of four", four, "2027-07-01T09:00", [["few", "2027-07-01", "2027-07-01", 3]]],
  ["the same long after", four, "2028-01-01T09:00", [["few", "2027-07-01", "2027-07-01", 3]]],
  ["nothing where somebody follows", [...four, term("e", undefined, "2027-07-01T00:00")], "2027-06-30T09:00", []],
  ["nothing where a fifth stays", [...four, term("e", undefined)], "2027-06-30T09:00", []],
  [
    "at once where there were too few from the beginning",
    four.slice(0, 2),
    "2026-03-01T09:00",
    [["few", "2026-03-01", "2026-03-01", 2]],
  ],
])("[F017] of a body with at least four members is told %s", (_when, terms, now, expected) => {
  expect(told(terms, now)).toEqual(expected);
});

test("[F017] a body has too few members only where the rulebook says how many it must have", () => {
  expect(fewMembersOf(rulebook, { auditor: ["a", "b", "c"] }, "auditors")).toEqual({ members: 3, atLeast: 4 });
  expect(fewMembersOf(rulebook, { auditor: ["a", "b", "c", "d"] }, "auditors")).toBeUndefined();
  expect(fewMembersOf(rulebook, {}, "council")).toBeUndefined();
});
