import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { resultOf } from "../../../src/domain/voting/result.ts";
import type { Voter } from "../../../src/domain/voting/result.ts";
import type { MotionRule } from "../../../src/rulebook/rulebook.ts";
import { kth, motionRule } from "../../fakes/kth.ts";
import { voter } from "./voters.ts";
import type { Conduct } from "./voters.ts";

const sanction = motionRule(kth, "sanction");
const conducts: readonly Conduct[] = [
  "absent",
  "present",
  "in-favour",
  "against",
  "abstain",
  "recused",
  "recused-after-in-favour",
  "recused-after-against",
];

/** Any rule a rulebook can hold. */
const rules: fc.Arbitrary<MotionRule> = fc
  .record({
    denominator: fc.integer({ min: 1, max: 9 }),
    share: fc.integer({ min: 1, max: 9 }),
    of: fc.constantFrom("votes_cast", "present", "all_members"),
    strict: fc.boolean(),
    needed: fc.integer({ min: 1, max: 8 }),
    presidency: fc.integer({ min: 0, max: 2 }),
    recused_count: fc.boolean(),
    tie: fc.constantFrom("fails", "chair"),
  })
  .map(({ denominator, share, of, strict, needed, presidency, recused_count, tie }) => ({
    ...sanction,
    majority: { fraction: { numerator: Math.min(share, denominator), denominator }, of, strict },
    quorum: {
      present: needed,
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
const presidency = () => ["m0", "m1"];
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
        const { numerator, denominator } = rule.majority.fraction;
        expect(counted.length).toBeGreaterThanOrEqual(rule.quorum?.present ?? 0);
        expect(inFavour).toBeGreaterThan(0);
        expect(inFavour / bases[rule.majority.of]).toBeGreaterThanOrEqual(numerator / denominator);
      }),
      RUNS,
    );
  });

  test("[K16][K22] whatever a member did before stepping aside, the result is the same, and the same as without that member", () => {
    const rulesWithout = rules.map((rule) => ({
      ...rule,
      quorum: rule.quorum && { ...rule.quorum, recused_count: false },
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

const sits = (conduct: Conduct) => ["present", "in-favour", "against", "abstain"].includes(conduct);

/** The rule in words, counted by hand; fractions as quotients, unlike the program. */
function oracle(rule: MotionRule, board: readonly Conduct[]): string {
  const among = (...wanted: readonly Conduct[]) => board.filter((conduct) => wanted.includes(conduct)).length;
  const stayed = rule.quorum?.recused_count === true ? among("recused-after-in-favour", "recused-after-against") : 0;
  const present = board.filter(sits).length;
  const presidents = board.slice(0, 2).filter((conduct) => {
    const stays = conduct.startsWith("recused-after") && rule.quorum?.recused_count === true;
    return sits(conduct) || stays;
  }).length;
  const wanted = rule.quorum?.including[0]?.at_least ?? 0;
  if (present + stayed < (rule.quorum?.present ?? 0) || presidents < wanted) return "inquorate";

  const yes = among("in-favour");
  const no = among("against");
  const entitled = board.length - among("recused", "recused-after-in-favour", "recused-after-against");
  const base = { votes_cast: yes + no, present, all_members: entitled }[rule.majority.of];
  const asked = rule.majority.fraction.numerator / rule.majority.fraction.denominator;
  const reached = base === 0 ? 0 : yes / base;
  if (yes > 0 && (rule.majority.strict ? reached > asked : reached >= asked)) return "carried";
  // One more in favour, that of the chair: a tie that it cannot carry is no tie.
  const withChair = (yes + 1) / (rule.majority.of === "votes_cast" ? base + 1 : base);
  const wouldCarry = rule.majority.strict ? withChair > asked : withChair >= asked;
  return yes === no && yes > 0 && rule.tie === "chair" && wouldCarry ? "tied" : "lost";
}

function* everyBoard(size: number, possible: readonly Conduct[]): Generator<readonly Conduct[]> {
  const total = possible.length ** size;
  for (let number = 0; number < total; number += 1) {
    const board: Conduct[] = [];
    let rest = number;
    for (let seat = 0; seat < size; seat += 1) {
      board.push(possible[rest % possible.length] ?? "absent");
      rest = Math.floor(rest / possible.length);
    }
    yield board;
  }
}

function disagreements(rule: MotionRule, size: number, possible: readonly Conduct[]): readonly string[] {
  const found: string[] = [];
  for (const board of everyBoard(size, possible)) {
    const counted = result(
      rule,
      board.map((conduct, i) => voter(`m${i}`, conduct)),
    ).kind;
    if (counted !== oracle(rule, board)) found.push(`${board.join()}: ${counted}, but ${oracle(rule, board)}`);
  }
  return found.slice(0, 3);
}

const small: MotionRule = { ...sanction, quorum: sanction.quorum && { ...sanction.quorum, present: 3 } };
const half: MotionRule = { ...small, majority: { ...motionRule(kth, "dismissal").majority } };

describe("[E-27][K21][K22][K23] every way in which a board can vote gives what counting by hand gives", () => {
  const choices: readonly Conduct[] = ["absent", "in-favour", "against", "abstain", "recused"];
  test.each([6, 7])("a board of %i under the rule of sanctions: all choices and recusals", (size) => {
    expect(disagreements(sanction, size, choices)).toEqual([]);
  });

  test.each([
    ["two thirds of the votes cast", small],
    ["two thirds of those present", { ...small, majority: { ...small.majority, of: "present" } }],
    ["two thirds of all members", { ...small, majority: { ...small.majority, of: "all_members" } }],
    ["more than two thirds", { ...small, majority: { ...small.majority, strict: true } }],
    ["more than half, the chair breaks ties", { ...half, tie: "chair" }],
    [
      "more than half, who stepped aside counts as present",
      {
        ...half,
        quorum: small.quorum && { ...small.quorum, recused_count: true },
      },
    ],
    ["no quorum at all", { ...half, quorum: undefined }],
  ] as const satisfies readonly (readonly [string, MotionRule])[])(
    "%s: boards of up to four, everything a member can do",
    (_, rule) => {
      for (const size of [1, 2, 3, 4]) expect(disagreements(rule, size, conducts)).toEqual([]);
    },
  );
});
