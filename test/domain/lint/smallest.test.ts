import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { lintLimits } from "../../../src/domain/lint/limits.ts";
import { smallestRecusal } from "../../../src/domain/lint/quorums.ts";
import { smallestImplicated } from "../../../src/domain/lint/receiving.ts";
import { seatsOf } from "../../../src/domain/lint/seats.ts";
import { routeReport } from "../../../src/domain/parties/receivers.ts";
import { holdersOf } from "../../../src/domain/roster.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { findUnreachableQuorum } from "../../../src/domain/voting/motion.ts";
import type { Recipients, Rulebook, Stage } from "../../../src/rulebook/rulebook.ts";
import { kth, motionRule } from "../../fakes/kth.ts";

const offices = ["president", "vice_president", "board_member", "safety_officer"] as const;
const everybody = ["a", "b", "c", "d", "e", "f", "g"];

/** Any roster of these people: offices may be empty, and one person may hold several. */
const rosters: fc.Arbitrary<Roster> = fc
  .tuple(...offices.map(() => fc.subarray(everybody)))
  .map((holders) => Object.fromEntries(offices.map((office, i) => [office, holders[i] ?? []])));

/** Every subset, the smallest first. */
function subsetsOf(people: readonly string[]): readonly (readonly string[])[] {
  const all = people.reduce<readonly (readonly string[])[]>(
    (sets, person) => [...sets, ...sets.map((set) => [...set, person])],
    [[]],
  );
  return all.toSorted((a, b) => a.length - b.length);
}

describe("the examples are the smallest there are", () => {
  const parts = fc.array(
    fc.record({
      from: fc.constantFrom(
        { kind: "body", id: "presidency" } as const,
        { kind: "office", id: "board_member" } as const,
        { kind: "body", id: "council" } as const,
      ),
      at_least: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  );

  test("no smaller set of recusals leaves a vote that cannot be quorate", () => {
    fc.assert(
      fc.property(rosters, fc.integer({ min: 1, max: 6 }), parts, (roster, present, including) => {
        const rule = { ...motionRule(kth, "sanction") };
        rule.quorum = { present, including, recused_count: false, check: ["open", "close"] };
        const board = holdersOf(kth, roster, { kind: "body", id: "board" });
        const membersOf = (selector: Parameters<typeof holdersOf>[2]) => holdersOf(kth, roster, selector);
        const smallest = subsetsOf(board).find(
          (recused) =>
            findUnreachableQuorum(
              rule,
              board.filter((person) => !recused.includes(person)),
              membersOf,
            ) !== undefined,
        );
        const found = smallestRecusal(seatsOf(kth, roster), rule, board);
        expect(found?.recused.length).toBe(smallest?.length);
        const left = board.filter((person) => found?.recused.includes(person) !== true);
        expect(findUnreachableQuorum(rule, left, membersOf)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  const named = offices.map((id) => ({ kind: "office", id }) as const);
  const chooses: fc.Arbitrary<readonly Recipients[]> = fc.array(
    fc.oneof(
      fc.constantFrom(...named),
      fc.subarray([...named], { minLength: 2 }).map((together) => ({ all_of: together })),
    ),
    { minLength: 1, maxLength: 4 },
  );

  test("[K38] no smaller group of respondents leaves nobody to receive a report", () => {
    fc.assert(
      fc.property(rosters, chooses, (roster, choose) => {
        const { report } = kth.intake;
        const about = { ...report.about_a_receiver, choose: [...choose] };
        const rulebook: Rulebook = { ...kth, intake: { report: { ...report, about_a_receiver: about } } };
        fc.pre((roster["safety_officer"] ?? []).length > 0);
        const smallest = subsetsOf(everybody).find(
          (people) => "refused" in routeReport(rulebook, roster, ["somebody else"], people, undefined),
        );
        expect(smallestImplicated(seatsOf(rulebook, roster))?.length).toBe(smallest?.length);
      }),
      { numRuns: 500 },
    );
  });
});

/** The days of the way that takes longest. */
function longest(
  stages: readonly { readonly within: number | undefined; readonly next: readonly number[] }[],
  i = 0,
): number {
  const stage = stages[i];
  if (stage === undefined) return 0;
  return (stage.within ?? 0) + Math.max(0, ...stage.next.map((next) => longest(stages, next)));
}

describe("[F142] a limit is held against the way that takes longest", () => {
  const days = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });
  /** Stages that lead only to later ones, each with a number of days or none. */
  const ways = fc
    .array(fc.record({ days, next: fc.subarray([1, 2, 3, 4]) }), { minLength: 1, maxLength: 7 })
    .map((stages) => stages.map(({ days: within, next }, i) => ({ within, next: next.map((step) => i + step) })));

  test("it is told exactly when that way takes longer", () => {
    fc.assert(
      fc.property(ways, fc.integer({ min: 1, max: 40 }), (stages, limit) => {
        const nameOf = (i: number) => (i < stages.length ? `stage_${i}` : "closed");
        const procedure = kth.procedures["conduct"];
        if (procedure === undefined) throw new Error("The chapter has a procedure.");
        const drawn = stages.map(({ within, next }, i): readonly [string, Stage] => [
          nameOf(i),
          {
            kind: "assess",
            owner: { kind: "body", id: "council" },
            clause: "5.2",
            with: [],
            tasks: [],
            // oxlint-disable-next-line unicorn/no-thenable -- a key of the rulebook
            outcomes: Object.fromEntries(next.map((to) => [`to_${to}`, { then: nameOf(to), needs: [], notify: [] }])),
            ...(within === undefined
              ? {}
              : { target: { within: { amount: within, unit: "days" }, from: "stage.opened" } }),
          },
        ]);
        const rulebook: Rulebook = {
          ...kth,
          procedures: {
            conduct: {
              ...procedure,
              starts: "stage_0",
              stages: { ...Object.fromEntries(drawn), closed: { kind: "closed", clause: "5.2" } },
              limit: {
                within: { amount: limit, unit: "days" },
                from: "report.received",
                clause: "9.1",
                soft: false,
                remind: [],
              },
            },
          },
        };
        expect(lintLimits(rulebook).map(({ kind, level }) => `${level} ${kind}`)).toEqual(
          longest(stages) > limit ? ["cannot-work over-the-limit"] : [],
        );
      }),
      { numRuns: 300 },
    );
  });
});
