import { readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import type { Term } from "../../../src/domain/people/appointment.ts";
import { heldOn, suggestedByTerms } from "../../../src/domain/people/heldOn.ts";
import { caseOf, received } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const caucus = rulebookOf(readFileSync("src/rulebooks/cope397.yaml", "utf8"));
const local = (moment: string) =>
  Temporal.PlainDateTime.from(moment).toZonedDateTime(caucus.organisation.timezone).toInstant();

/** Nils sat on the council until the evening of 4 March 2027, Mona sits on it. */
const terms: readonly Term[] = [
  { person: "nils", key: "council_member", from: local("2025-06-01T00:00"), until: local("2027-03-04T18:00") },
  { person: "nils", key: "class:member", from: local("2020-01-01T00:00"), until: undefined },
  { person: "mona", key: "council_member", from: local("2025-06-01T00:00"), until: undefined },
];
const current = caseOf(received({ procedure: "conduct", startsAt: "scope" }));

test.each([
  ["2025-05-31", ["class:member"]],
  ["2025-06-01", ["council_member", "class:member"]],
  ["2027-03-04", ["council_member", "class:member"]],
  ["2027-03-05", ["class:member"]],
])("[P20] what somebody held on %s is known, the day of its end included", (day, held) => {
  expect(heldOn(caucus, terms, "nils", day)).toEqual(held);
});

test.each([
  ["a statement of the day after the end points to no breach", ["nils"], "2027-03-05", ["had_left"]],
  ["one of its last day does not", ["nils"], "2027-03-04", []],
  ["nor one of somebody who still sits", ["mona"], "2027-03-05", []],
  ["nor one of two of whom one still sits", ["nils", "mona"], "2027-03-05", []],
  ["nor one of somebody whom nobody knows by an account", ["nils", undefined], "2027-03-05", []],
  ["nor a report without that day", ["nils"], "", []],
])("[P20] %s", (_what, respondents, day, outcomes) => {
  expect(suggestedByTerms(caucus, terms, current, respondents, { statement_date: day })).toEqual(outcomes);
});
