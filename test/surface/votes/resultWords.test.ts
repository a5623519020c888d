import { describe, expect, test } from "vitest";

import { countVote } from "../../../src/domain/motions/countVote.ts";
import type { BodyRule } from "../../../src/domain/motions/rules.ts";
import type { Paper } from "../../../src/domain/voting/paper.ts";
import { RON } from "../../../src/domain/voting/ranked/ron.ts";
import { speechOf } from "../../../src/locale/speech.ts";
import type { MotionRule } from "../../../src/rulebook/rulebook.ts";
import { resultWords } from "../../../src/surface/votes/resultWords.ts";
import { openVote } from "../../domain/motions/openVote.ts";
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
  readonly isSecret?: boolean;
  readonly present?: number;
}

function told(
  rule: BodyRule,
  papers: readonly Paper[],
  { options = [], isSecret = false, present = 0 }: Told = {},
): string {
  const electors = electorsOf(papers.length, present);
  const vote = { ...openVote, isSecret, seats: electors.length };
  const result = countVote(rule, vote, options, electors, papers, { lot: options });
  const majorities = rule.method === "motion" ? [rule.majority, ...rule.and_also] : [];
  const measures = { majorities, mayVote: electors.length };
  return resultWords(measures, result, (option) => option.toUpperCase(), english).join(" ");
}

function voteOf(id: string): BodyRule {
  const rule = union.votes[id];
  if (rule === undefined || rule.method === "consensus") throw new Error(`There is no vote "${id}".`);
  return rule;
}

describe("a result explains itself in words", () => {
  test.each([
    [
      "[K21] two thirds of six is four",
      told(sanction, votes(4, 2, 1)),
      "Carried. 4 in favour, 2 against, 1 abstained. At least 2/3 of the votes cast: 4 of 6 were needed. Reached. 7 were present. 7 of 7 voted.",
    ],
    [
      "[K21] three of five is not enough",
      told(sanction, votes(3, 2)),
      "Lost. 3 in favour, 2 against, 0 abstained. At least 2/3 of the votes cast: 4 of 5 were needed. Not reached. 5 were present. 5 of 5 voted.",
    ],
    [
      "[E-27] each majority with its own base",
      told({ ...sanction, and_also: [{ ...half.majority, of: "present" }] }, votes(2, 1, 10)),
      "Lost. 2 in favour, 1 against, 10 abstained. At least 2/3 of the votes cast: 2 of 3 were needed. Reached. More than 1/2 of the members present: 7 of 13 were needed. Not reached. 13 were present. 13 of 13 voted.",
    ],
    [
      "a tie waits for the chair",
      told({ ...half, tie: "chair" }, votes(2, 2)),
      "Tied: the casting vote of the chair decides. 2 in favour, 2 against, 0 abstained. More than 1/2 of the votes cast: 3 of 4 were needed. Not reached. 4 were present. 4 of 4 voted.",
    ],
    [
      "[K22] without a quorum nothing is decided",
      told(motionRule(kth, "sanction"), votes(4, 0)),
      "No quorum: 5 needed, 4 present. Nothing is decided. Of the presidency 1 had to be there; 0 were. The vote can be opened anew.",
    ],
    [
      "[F128] 349 of 350 voted",
      told(voteOf("referendum"), votes(300, 49)),
      "Too few voted: 349 of the 350 needed. Nothing is decided. The vote can be opened anew.",
    ],
    [
      "[F068] 26 to 26 falls",
      told(half, votes(26, 26)),
      "Lost. 26 in favour, 26 against, 0 abstained. More than 1/2 of the votes cast: 27 of 52 were needed. Not reached. 52 were present. 52 of 52 voted.",
    ],
    [
      "[E-28] of a secret vote in which one is alone on a side only what came of it is told",
      told(half, votes(7, 1), { isSecret: true }),
      "Carried. The numbers are told to nobody, and nothing is left of them: with so few ballots, or so few on one side, they could show who voted how. 8 of 8 voted.",
    ],
    [
      "[F061] what was submitted earlier is taken of two chosen equally often",
      told(voteOf("topics"), [...times(4, "a"), ...times(3, "b"), ...times(2, "c"), ...times(2, "d")], {
        options: ["a", "b", "c", "d"],
      }),
      "Taken: A, B and C. C and D were chosen equally often, and not all could be taken: what was handed in first is taken, C. 11 valid ballots, 0 blank, 0 spoilt. 11 of 11 voted.",
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
      "Elected: B. 100 valid ballots, 0 blank, 0 spoilt. Counted under the ERS97 rules of the Electoral Reform Society. 100 of 100 voted.",
    ],
    [
      "[F093] a single candidate has 20, re-open nominations 31",
      told(voteOf("officer_election"), [...times(20, "x"), ...times(31, RON)], { options: ["x"] }),
      "Nobody is elected. 1 of 1 seat stays vacant: nominations are re-opened. 51 valid ballots, 0 blank, 0 spoilt. Counted under the ERS97 rules of the Electoral Reform Society. 51 of 51 voted.",
    ],
  ])("%s", (_, said, expected) => {
    expect(said).toBe(expected);
  });
});

test("[F085] of 100 ballots five run out, and the sheet of the second stage says so", () => {
  const rule = voteOf("officer_election");
  const papers = [...times(40, "a"), ...times(35, "b"), ...times(20, RON, "b"), ...times(5, RON)];
  expect(countVote(rule, openVote, ["a", "b"], electorsOf(100), papers)).toMatchObject({
    kind: "elected",
    elected: ["b"],
    vacant: 0,
    count: {
      stages: [
        { kind: "first", votes: { a: 4000, b: 3500, RON: 2500 } },
        { kind: "exclusion", of: [RON], votes: { a: 4000, b: 5500, RON: 0 }, nonTransferable: 500 },
      ],
    },
  });
});
