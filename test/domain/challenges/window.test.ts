import { describe, expect, test } from "vitest";

import { challengeWindow } from "../../../src/domain/challenges/window.ts";
import { at } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";

describe("until when a decision may be challenged", () => {
  test.each([
    ["[K57] the accused, told on 4 March, may appeal until 3 April", "appeal", "2026-03-04T10:00", "2026-04-03"],
    ["[K57] the complainant, told on 6 March, until 5 April", "appeal", "2026-03-06T10:00", "2026-04-05"],
    ["[K57] a Sunday is no reason for another day", "appeal", "2026-03-27T10:00", "2026-04-26"],
    ["[K58] asking who reported: 30 days as well", "identity_request", "2026-03-04T23:59", "2026-04-03"],
  ] as const)("%s", (_, challenge, notified, lastDay) => {
    expect(challengeWindow(kth, challenge, at(notified))?.lastDay.toString()).toBe(lastDay);
  });

  test("[K32] a review by the auditors has no limit", () => {
    expect(challengeWindow(kth, "auditor_review", at("2026-03-04T10:00"))).toBeUndefined();
  });

  test("a challenge the rulebook does not know has no window", () => {
    expect(challengeWindow(kth, "duel", at("2026-03-04T10:00"))).toBeUndefined();
  });
});
