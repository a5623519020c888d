import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { lintBenches } from "../../../src/domain/lint/benches.ts";
import { goneOf } from "../../../src/domain/lint/deciders.ts";
import { seatsOf } from "../../../src/domain/lint/seats.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth } from "../../fakes/kth.ts";

const everybody = ["a", "b", "c", "d", "e"];
const offices = ["president", "vice_president", "board_member", "safety_officer"] as const;

/** Any roster of these people: offices may be empty, and one person may hold several. */
const rosters: fc.Arbitrary<Roster> = fc
  .tuple(...offices.map(() => fc.subarray(everybody)))
  .map((holders) => Object.fromEntries(offices.map((office, i) => [office, holders[i] ?? []])));

type Panel = Rulebook["panels"][string];

/** Panels of one to three kinds of seats, which keep nobody out. */
const panels: fc.Arbitrary<Panel> = fc
  .array(
    fc.record({
      from: fc.constantFrom(...offices).map((id) => ({ kind: "office", id }) as const),
      count: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((seats) => ({ clause: "1", seats, chair: { kind: "anyone" }, exclude: [], vote: "sanction" }));

/** Whether there are as many different people as places, by trying everybody on each. */
function isFilled(places: readonly (readonly string[])[], taken: readonly string[] = []): boolean {
  const [place, ...rest] = places;
  if (place === undefined) return true;
  return place.some((person) => !taken.includes(person) && isFilled(rest, [...taken, person]));
}

describe("a panel is told exactly when it cannot be filled", () => {
  test("[F221] whoever holds the offices, and whoever holds several", () => {
    fc.assert(
      fc.property(panels, rosters, (panel, roster) => {
        const rulebook = { ...kth, panels: { hearing: panel } };
        const places = panel.seats.flatMap(({ from, count }) =>
          Array.from({ length: count }, () => (from.kind === "office" ? (roster[from.id] ?? []) : [])),
        );
        const told = lintBenches(seatsOf(rulebook, roster)).some(({ kind }) => kind === "panel-too-small");
        expect(told).toBe(!isFilled(places));
      }),
    );
  });

  test("[F281] those who decided before are counted once, in the worst way there is", () => {
    const parts = fc.array(fc.record({ people: fc.subarray(everybody), most: fc.integer({ min: 0, max: 2 }) }), {
      maxLength: 2,
    });
    const decided = fc.array(
      fc.record({ at: fc.constant("stage"), ways: fc.array(parts, { minLength: 1, maxLength: 2 }) }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(decided, fc.subarray(everybody), (stages, people) => {
        const worst = everyWay(stages).map((way) => mostGone(way, people));
        expect(goneOf(stages, people)).toBe(Math.max(...worst));
      }),
    );
  });
});

type Stages = Parameters<typeof goneOf>[0];
type Way = Stages[number]["ways"][number];

function everyWay(stages: Stages): readonly Way[] {
  const [stage, ...rest] = stages;
  if (stage === undefined) return [[]];
  return stage.ways.flatMap((way) => everyWay(rest).map((others) => [...way, ...others]));
}

/** Tries each person in each part that has room, and in none. */
function mostGone(parts: Way, [person, ...rest]: readonly string[]): number {
  if (person === undefined) return 0;
  const placed = parts.flatMap((part, i) =>
    part.most > 0 && part.people.includes(person)
      ? [1 + mostGone(parts.with(i, { ...part, most: part.most - 1 }), rest)]
      : [],
  );
  return Math.max(mostGone(parts, rest), ...placed);
}
