import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Place } from "../../src/application/acts/rulebooks.ts";
import { ofCase } from "../../src/surface/desk/ofCase.ts";
import type { Visit } from "../../src/surface/desk/visit.ts";
import { kth, kthWith } from "../fakes/kth.ts";

const earlier = kthWith("  in_force: 2023-12-05", "  in_force: 2022-01-01");
const place: Place = {
  rulebook: earlier,
  procedure: "conduct",
  stage: "board_decision",
  vote: undefined,
  days: undefined,
  challenges: [],
  interim: [],
  conditions: [],
  breakable: [],
  respondents: [],
};

const later = <T>(found: T) => new Promise<T>((resolve) => setTimeout(resolve, 10_000, found));

/** A visit at a case whose rulebook is found after ten seconds. */
function slowVisit(kind: "press" | "submit"): Visit {
  const acts = { placeFor: () => later(place), rulebookFor: () => later(earlier) };
  return { delivery: { kind, caller: {} }, acts, rulebook: kth } as unknown as Visit;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(["motion", "note"])(
  "the form %s that was sent is read by the rulebook of its case, however long that takes to find",
  async (form) => {
    const visit = ofCase(slowVisit("submit"), { id: "case-1" }, form);
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await visit).rulebook).toBe(earlier);
  },
);

test.each(["vote.put", "case.note"])(
  "what %s opens waits a second and no longer: the platform would give up",
  async (act) => {
    const visit = ofCase(slowVisit("press"), { id: "case-1" }, act);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await visit).rulebook).toBe(kth);
  },
);
