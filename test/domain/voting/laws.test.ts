import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { MembersOf } from "../../../src/domain/voting/quorum.ts";
import { ballotsOf, countMotion, resultOf } from "../../../src/domain/voting/result.ts";
import type { Voter } from "../../../src/domain/voting/result.ts";
import type { MotionRule } from "../../../src/rulebook/rulebook.ts";
import { kth, motionRule } from "../../fakes/kth.ts";
import { conducts } from "./oracle.ts";
import { voter } from "./voters.ts";

const sanction = motionRule(kth, "sanction");

const majorities: fc.Arbitrary<MotionRule["majority"]> = fc
  .record({
    denominator: fc.integer({ min: 1, max: 9 }),
    share: fc.integer({ min: 1, max: 9 }),
    of: fc.constantFrom("votes_cast", "present", "all_members"),
    strict: fc.boolean(),
  })
  .map(({ denominator, share, of, strict }) => ({
    fraction: { numerator: Math.min(share, denominator), denominator },
    of,
    strict,
  }));

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Any rule a rulebook can hold. */
const rules: fc.Arbitrary<MotionRule> = fc
  .record({
    majority: majorities,
    and_also: fc.array(majorities, { maxLength: 2 }),
    share: optional(majorities),
    when_conflicted: optional(fc.integer({ min: 1, max: 4 })),
    at_least: optional(fc.integer({ min: 1, max: 6 })),
    needed: fc.integer({ min: 1, max: 8 }),
    presidency: fc.integer({ min: 0, max: 2 }),
    recused_count: fc.boolean(),
    tie: fc.constantFrom("fails", "chair"),
  })
  .map(({ majority, and_also, share, when_conflicted, at_least, needed, presidency, recused_count, tie }) => ({
    ...sanction,
    majority,
    and_also,
    ...(at_least !== undefined && { turnout: { clause: "7.4", at_least } }),
    quorum: {
      present: needed,
      ...(share !== undefined && { share: { fraction: share.fraction, strict: share.strict } }),
      ...(when_conflicted !== undefined && { when_conflicted }),
      including: presidency === 0 ? [] : [{ from: { kind: "body", id: "presidency" }, at_least: presidency }],
      recused_count,
      check: ["open", "close"],
    },
    tie,
  }));

const electorates = fc
  .array(fc.constantFrom(...conducts), { minLength: 1, maxLength: 12 })
  .map((each) => each.map((conduct, i) => voter(`m${i}`, conduct)));

/** The first two members are the presidency. */
const presidency: MembersOf = (selector) => ("id" in selector && selector.id === "presidency" ? ["m0", "m1"] : []);
/** How many must be present, in quotients, unlike the program. */
function asked({ quorum }: MotionRule, seats: number, entitled: number): number {
  if (quorum === undefined) return 0;
  if (quorum.when_conflicted !== undefined && entitled < seats) return quorum.when_conflicted;
  const share =
    quorum.share === undefined ? 0 : (seats * quorum.share.fraction.numerator) / quorum.share.fraction.denominator;
  const atLeast = quorum.share?.strict === true ? Math.floor(share + 1) : Math.ceil(share);
  return Math.max(quorum.present, atLeast);
}

const result = (rule: MotionRule, voters: readonly Voter[]) => resultOf(rule, voters, presidency);
const isThere = (each: Voter) => each.isPresent || each.choice !== undefined;
const RUNS = { numRuns: 500 };

describe("laws of every vote", () => {
  test("[K21][E-24] one more vote in favour never loses a carried motion", () => {
    fc.assert(
      fc.property(rules, electorates, fc.nat(), (rule, voters, who) => {
        const changed = voters.map((each, i) =>
          i === who % voters.length && !each.isRecused ? { ...each, choice: "in-favour" as const } : each,
        );
        fc.pre(result(rule, voters).kind === "carried");
        expect(result(rule, changed).kind).toBe("carried");
      }),
      RUNS,
    );
  });

  test("[K21] one more vote against never carries a lost motion once there is a quorum", () => {
    fc.assert(
      fc.property(rules, electorates, fc.nat(), (rule, voters, who) => {
        const changed = voters.map((each, i) =>
          i === who % voters.length && !each.isRecused ? { ...each, choice: "against" as const } : each,
        );
        fc.pre(["lost", "tied"].includes(result(rule, voters).kind));
        expect(result(rule, changed).kind).not.toBe("carried");
      }),
      RUNS,
    );
  });

  test("[K24] the order in which members are read, and so of their ballots, changes nothing", () => {
    fc.assert(
      fc.property(
        rules,
        electorates.chain((voters) =>
          fc.tuple(fc.constant(voters), fc.shuffledSubarray([...voters], { minLength: voters.length })),
        ),
        (rule, [voters, shuffled]) => {
          expect(result(rule, shuffled)).toEqual(result(rule, voters));
        },
      ),
      RUNS,
    );
  });

  test("[K21][K22][K23][E-24] nothing is carried without the quorum and the majority", () => {
    fc.assert(
      fc.property(rules, electorates, (rule, voters) => {
        fc.pre(result(rule, voters).kind === "carried");
        const entitled = voters.filter((each) => !each.isRecused);
        const inFavour = entitled.filter((each) => each.choice === "in-favour").length;
        const against = entitled.filter((each) => each.choice === "against").length;
        const counted = (rule.quorum?.recused_count === true ? voters : entitled).filter(isThere);
        const bases = {
          votes_cast: inFavour + against,
          present: entitled.filter(isThere).length,
          all_members: entitled.length,
        };
        expect(counted.length).toBeGreaterThanOrEqual(asked(rule, voters.length, entitled.length));
        expect(voters.filter((each) => !each.isRecused && each.choice !== undefined).length).toBeGreaterThanOrEqual(
          rule.turnout?.at_least ?? 0,
        );
        expect(inFavour).toBeGreaterThan(0);
        for (const { fraction, of } of [rule.majority, ...rule.and_also])
          expect(inFavour / bases[of]).toBeGreaterThanOrEqual(fraction.numerator / fraction.denominator);
      }),
      RUNS,
    );
  });

  test("[K16][K22] whatever a member did before stepping aside, the result is the same, and the same as without that member", () => {
    // With one member fewer a share would be taken of fewer; and a conflict can make the quorum smaller.
    const rulesWithout = rules.map((rule) => ({
      ...rule,
      quorum: rule.quorum && { ...rule.quorum, recused_count: false, share: undefined, when_conflicted: undefined },
    }));
    fc.assert(
      fc.property(rulesWithout, electorates, fc.constantFrom(...conducts), (rule, voters, otherwise) => {
        const changed = voters.map((each) =>
          each.isRecused ? { ...voter(each.person, otherwise), isRecused: true } : each,
        );
        const without = result(
          rule,
          voters.filter((each) => !each.isRecused),
        );
        expect(result(rule, changed)).toEqual(result(rule, voters));
        expect({ ...result(rule, voters), recused: 0 }).toEqual({ ...without, recused: 0 });
      }),
      RUNS,
    );
  });
});

const cast = (rule: MotionRule, voters: readonly Voter[], casting?: "in-favour" | "against") => {
  const { electorate, papers } = ballotsOf(voters);
  return countMotion({ rule, options: [], membersOf: presidency, lot: [], casting }, electorate, { papers });
};

describe("laws of the casting vote", () => {
  test("it decides what is tied, and turns nothing else", () => {
    fc.assert(
      fc.property(rules, electorates, (rule, voters) => {
        const without = cast(rule, voters);
        const isTied = without.kind === "tied";
        expect(cast(rule, voters, "in-favour").kind).toBe(isTied ? "carried" : without.kind);
        expect(cast(rule, voters, "against").kind).toBe(isTied ? "lost" : without.kind);
      }),
      RUNS,
    );
  });

  test("[K21] one of those present in favour in place of abstaining never loses what the chair carried, nor one against what the chair lost", () => {
    const boards = fc.record({ pairs: fc.nat(4), abstaining: fc.integer({ min: 1, max: 3 }), absent: fc.nat(3) });
    fc.assert(
      fc.property(rules, boards, (rule, { pairs, abstaining, absent }) => {
        const own: MotionRule = { ...rule, tie: "chair", quorum: undefined, turnout: undefined };
        const all = [
          ...Array.from({ length: pairs }, () => ["in-favour", "against"] as const).flat(),
          ...Array.from({ length: abstaining }, () => "abstain" as const),
        ];
        const without = Array.from({ length: absent }, (_, i) => voter(`z${i}`, "absent"));
        const board = (choices: readonly (typeof all)[number][]) => [
          ...choices.map((choice, i) => voter(`m${i}`, choice)),
          ...without,
        ];
        const isTied = cast(own, board(all)).kind === "tied";
        const inFavour = cast(own, board([...all.slice(0, -1), "in-favour"]), "in-favour").kind;
        const against = cast(own, board([...all.slice(0, -1), "against"]), "against").kind;
        expect([inFavour, against]).toEqual(isTied ? ["carried", "lost"] : [inFavour, against]);
      }),
      RUNS,
    );
  });

  test("[K24] the order in which members are read changes nothing of it", () => {
    fc.assert(
      fc.property(rules, electorates, fc.constantFrom("in-favour", "against"), (rule, voters, casting) => {
        expect(cast(rule, voters.toReversed(), casting)).toEqual(cast(rule, voters, casting));
      }),
      RUNS,
    );
  });
});
