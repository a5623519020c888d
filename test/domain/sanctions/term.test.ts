import { describe, expect, test } from "vitest";

import { localDay } from "../../../src/domain/deadlines/calendar.ts";
import { termOf } from "../../../src/domain/sanctions/term.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { at } from "../../fakes/caseFile.ts";
import { kth, kthWith } from "../../fakes/kth.ts";

/** "2026-03-04 to 2026-06-02": in force on the first day, no longer on the second. */
function term(sanction: string, made: string, notified: string | undefined, rulebook: Rulebook = kth): string {
  const rule = rulebook.sanctions[sanction];
  if (rule === undefined) throw new Error(`There is no sanction ${sanction}.`);
  const found = termOf(rulebook, rule, { made: at(made), notified: notified === undefined ? undefined : at(notified) });
  if (found.kind !== "running") return found.kind;
  return `${localDay(kth, found.from).toString()} to ${localDay(kth, found.until).toString()}`;
}

describe("from when until when a sanction is in force", () => {
  test.each([
    ["[K61] an admonition has no length", "admonition", "2026-03-01T10:00", "2026-03-04T10:00", "instant"],
    [
      "[K63] a warning counts from its issue, whenever the person is told",
      "warning",
      "2026-01-10T10:00",
      "2026-02-01T10:00",
      "2026-01-10 to 2027-01-10",
    ],
    [
      "[K63] a warning runs even before the person has been told",
      "warning",
      "2027-03-01T10:00",
      undefined,
      "2027-03-01 to 2028-02-29",
    ],
    [
      "[K67] a suspension decided on 1 March and told on 4 March",
      "first_degree",
      "2026-03-01T10:00",
      "2026-03-04T10:00",
      "2026-03-04 to 2026-06-02",
    ],
    [
      "[K67] decided after the person had been told otherwise: the later of the two",
      "first_degree",
      "2026-03-04T10:00",
      "2026-03-01T10:00",
      "2026-03-04 to 2026-06-02",
    ],
    [
      "[K67] told and decided at the same moment",
      "first_degree",
      "2026-03-04T10:00",
      "2026-03-04T10:00",
      "2026-03-04 to 2026-06-02",
    ],
    [
      "[K67][K48] decided and not told: its clock has not started",
      "first_degree",
      "2026-03-01T10:00",
      undefined,
      "waiting",
    ],
    [
      "[K71] a second-degree suspension told on 10 May",
      "second_degree",
      "2026-05-08T10:00",
      "2026-05-10T10:00",
      "2026-05-10 to 2027-05-10",
    ],
    [
      "[K71] told a minute before midnight it counts from that day",
      "second_degree",
      "2026-05-08T10:00",
      "2026-05-10T23:59",
      "2026-05-10 to 2027-05-10",
    ],
  ] as const)("%s", (_, sanction, made, notified, expected) => {
    expect(term(sanction, made, notified)).toBe(expected);
  });

  test("[K67] where the rulebook counts from the notice alone, an earlier decision changes nothing", () => {
    const fromNotice = kthWith(
      "lasts: 90d\n    from: { latest_of: [decision.made, decision.notified] }",
      "lasts: 90d\n    from: decision.notified",
    );
    expect(term("first_degree", "2026-03-09T10:00", "2026-03-04T10:00", fromNotice)).toBe("2026-03-04 to 2026-06-02");
    expect(term("first_degree", "2026-03-09T10:00", undefined, fromNotice)).toBe("waiting");
  });
});
