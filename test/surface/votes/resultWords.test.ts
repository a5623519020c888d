import { describe, expect, test } from "vitest";

import { count } from "../../../src/domain/voting/count.ts";
import type { Result } from "../../../src/domain/voting/count.ts";
import type { Paper } from "../../../src/domain/voting/paper.ts";
import { RON } from "../../../src/domain/voting/ranked/ron.ts";
import { speechOf } from "../../../src/locale/speech.ts";
import type { MotionRule, VoteRule } from "../../../src/rulebook/rulebook.ts";
import { resultWords } from "../../../src/surface/votes/resultWords.ts";
import { electorsOf } from "../../domain/voting/electors.ts";
import { kth, motionRule } from "../../fakes/kth.ts";
import { union } from "../../fakes/union.ts";

const english = speechOf("en");
const sanction: MotionRule = { ...motionRule(kth, "sanction"), quorum: undefined };
const half: MotionRule = { ...sanction, majority: motionRule(kth, "dismissal").majority };
const times = (howMany: number, ...choices: Paper) => Array.from({ length: howMany }, () => choices);
const votes = (inFavour: number, against: number, abstaining = 0) => [
  ...times(inFavour, "in-favour"),
  ...times(against, "against"),
  ...times(abstaining, "abstain"),
];

interface Told {
  readonly options?: readonly string[];
  readonly casting?: "in-favour" | "against";
  readonly withNumbers?: boolean;
  readonly present?: number;
}

function told(
  rule: VoteRule,
  papers: readonly Paper[],
  { options = [], casting, withNumbers = true, present = 0 }: Told = {},
) {
  const question = { rule, options, membersOf: () => [], lot: options, casting };
  const result = count(question, electorsOf(papers.length, present), { papers });
  return resultWords(rule, result, (option) => option.toUpperCase(), withNumbers, english).join(" ");
}

function voteOf(id: string): VoteRule {
  const rule = union.votes[id];
  if (rule === undefined) throw new Error(`There is no vote "${id}".`);
  return rule;
}

describe("a result explains itself in words", () => {
  test.each([
    [
      "[K21] two thirds of six is four",
      told(sanction, votes(4, 2, 1)),
      "Carried. 4 in favour, 2 against, 1 abstained. At least 2/3 of the votes cast: 4 of 6 were needed. Reached. 7 were present.",
    ],
    [
      "[K21] three of five is not enough",
      told(sanction, votes(3, 2)),
      "Lost. 3 in favour, 2 against, 0 abstained. At least 2/3 of the votes cast: 4 of 5 were needed. Not reached. 5 were present.",
    ],
    [
      "[E-27] each majority with its own base",
      told({ ...sanction, and_also: [{ ...half.majority, of: "present" }] }, votes(2, 1, 10)),
      "Lost. 2 in favour, 1 against, 10 abstained. At least 2/3 of the votes cast: 2 of 3 were needed. Reached. More than 1/2 of the members present: 7 of 13 were needed. Not reached. 13 were present.",
    ],
    [
      "a tie waits for the chair",
      told({ ...half, tie: "chair" }, votes(2, 2)),
      "Tied: the chair's casting vote decides. 2 in favour, 2 against, 0 abstained. More than 1/2 of the votes cast: 3 of 4 were needed. Not reached. 4 were present.",
    ],
    [
      "the chair has decided",
      told({ ...half, tie: "chair" }, votes(2, 2), { casting: "in-favour" }),
      "Carried. 2 in favour, 2 against, 0 abstained. More than 1/2 of the votes cast: 3 of 4 were needed. Not reached. As many were in favour as against, and the chair decided with a casting vote in favour. 4 were present.",
    ],
    [
      "[K22] without a quorum nothing is decided",
      told(motionRule(kth, "sanction"), votes(4, 0)),
      "No quorum: 5 needed, 4 present. Nothing is decided. Of the presidency 1 had to be there; 0 were.",
    ],
    [
      "[F128] 349 of 350 voted",
      told(voteOf("referendum"), votes(300, 49)),
      "Too few voted: 349 of the 350 needed. Nothing is decided.",
    ],
    [
      "[F068] 26 to 26 falls",
      told(half, votes(26, 26)),
      "Lost. 26 in favour, 26 against, 0 abstained. More than 1/2 of the votes cast: 27 of 52 were needed. Not reached. 52 were present.",
    ],
    [
      "[P19] what is sealed is not told, only what came of it",
      told(half, votes(5, 3), { withNumbers: false }),
      "Carried.",
    ],
    [
      "[F061] what was submitted earlier is taken of two chosen equally often",
      told(voteOf("topics"), [...times(4, "a"), ...times(3, "b"), ...times(2, "c"), ...times(2, "d")], {
        options: ["a", "b", "c", "d"],
      }),
      "Chosen: A, B and C. How often each was chosen: A 4, B 3, C 2, D 2. C and D were chosen equally often, and not all could be taken: what was handed in first is taken, C. 11 valid ballots, 0 blank, 0 spoilt.",
    ],
    [
      "[F085] transfers decide",
      told(
        voteOf("officer_election"),
        [...times(40, "a"), ...times(35, "b"), ...times(20, RON, "b"), ...times(5, RON)],
        {
          options: ["a", "b"],
        },
      ),
      "Elected: B. 100 valid ballots, 0 blank, 0 spoilt. Counted under the ERS97 rules of the Electoral Reform Society.",
    ],
    [
      "[F093] a single candidate has 20, re-open nominations 31",
      told(voteOf("officer_election"), [...times(20, "x"), ...times(31, RON)], { options: ["x"] }),
      "Nobody is elected. 1 of 1 seat stays vacant: nominations are re-opened. 51 valid ballots, 0 blank, 0 spoilt. Counted under the ERS97 rules of the Electoral Reform Society.",
    ],
  ])("%s", (_, said, expected) => {
    expect(said).toBe(expected);
  });

  test("[P12] a consensus says how many objected, and sealed only what came of it", () => {
    const agreed: Result = {
      kind: "agreed",
      objections: 0,
      block: 1,
      standingAside: 2,
      silent: 6,
      present: 8,
      recused: 0,
    };
    const say = (withNumbers: boolean) =>
      resultWords(voteOf("two_agree"), agreed, String, withNumbers, english).join(" ");
    expect(say(true)).toBe("Agreed by consensus. Nobody objected; one objection prevents it. 2 stood aside.");
    expect(say(false)).toBe("Agreed by consensus.");
  });
});

test("[F085] of 100 ballots five run out, and the sheet of the second stage says so", () => {
  const rule = voteOf("officer_election");
  const papers = [...times(40, "a"), ...times(35, "b"), ...times(20, RON, "b"), ...times(5, RON)];
  const question = { rule, options: ["a", "b"], membersOf: () => [], lot: [] };
  const result = count(question, electorsOf(100), { papers });
  expect(result).toMatchObject({
    kind: "elected",
    elected: ["b"],
    vacant: 0,
    stages: [
      { kind: "first", votes: { a: 4000, b: 3500, RON: 2500 } },
      { kind: "exclusion", of: [RON], votes: { a: 4000, b: 5500, RON: 0 }, nonTransferable: 500 },
    ],
  });
});
