import type { MotionRule } from "../../rulebook/rulebook.ts";
import { namedChairs } from "../motions/chairs.ts";
import { hasMajority } from "../voting/majority.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, peopleMeant } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { wordsOf } from "./words.ts";

/** Majorities that nobody reaches, or that one vote reaches; ties that nobody breaks or that never come. */
export function lintMajorities(seats: Seats): readonly Finding[] {
  return Object.entries(seats.rulebook.votes).flatMap(([vote, rule]) =>
    rule.method === "motion"
      ? [...unreached(seats, vote, rule), ...carriedByFew(seats, vote, rule), ...tieWithoutChair(seats, vote, rule)]
      : [],
  );
}

/** The electorate where the rulebook says how many there are. */
function sizeOf(seats: Seats, rule: MotionRule): number | undefined {
  const people = peopleMeant(seats, rule.electorate);
  return people === undefined || people.length === 0 || isUnnumbered(seats, people) ? undefined : people.length;
}

const all = (count: number) => ({ present: count, members: count });
const inFavourOf = (inFavour: number, against = 0) => ({ inFavour, against, abstaining: 0 });

function unreached(seats: Seats, vote: string, rule: MotionRule): readonly Finding[] {
  const { numerator, denominator } = rule.majority.fraction;
  const common = { kind: "majority-never-reached", path: ["votes", vote, "majority"], clause: rule.clause } as const;
  if (rule.majority.strict && numerator === denominator)
    return [
      {
        ...common,
        level: "cannot-work",
        message: `no motion is ever carried in the vote "${vote}": more than all would have to be in favour (strict)`,
        example: "All in favour are exactly the whole, not more than it.",
      },
    ];
  const members = sizeOf(seats, rule);
  const { quorum } = rule;
  if (members === undefined || quorum === undefined || quorum.present >= members) return [];
  const turnout = { present: quorum.present, members };
  if (hasMajority(rule.majority, inFavourOf(quorum.present), turnout)) return [];
  return [
    {
      ...common,
      level: "look-again",
      message: `in the vote "${vote}" those who make the quorum cannot carry a motion, even if all are in favour`,
      example: `With ${quorum.present} of ${members} present and all ${quorum.present} in favour, the motion is lost: the majority is taken of all members.`,
    },
  ];
}

function carriedByFew(seats: Seats, vote: string, rule: MotionRule): readonly Finding[] {
  const common = {
    level: "look-again",
    kind: "majority-of-few",
    path: ["votes", vote, "majority"],
    clause: rule.clause,
  } as const;
  const members = sizeOf(seats, rule);
  if (members !== undefined && members > 2 && hasMajority(rule.majority, inFavourOf(1, members - 1), all(members)))
    return [
      {
        ...common,
        message: `in the vote "${vote}" a single member in favour carries any motion`,
        example: `With 1 in favour and ${members - 1} against it is carried.`,
      },
    ];
  if (hasMajority(rule.majority, inFavourOf(2, 3), all(5)))
    return [
      {
        ...common,
        message: `in the vote "${vote}" fewer than half carry a motion`,
        example: "With 2 in favour and 3 against it is carried.",
      },
    ];
  if (rule.majority.of !== "votes_cast" || !hasMajority(rule.majority, inFavourOf(2, 2), all(4))) return [];
  return [
    {
      ...common,
      message: `in the vote "${vote}" exactly half carry a motion: its rule for ties is never used (strict, tie)`,
      example: "With 2 in favour and 2 against it is carried.",
    },
  ];
}

function tieWithoutChair({ rulebook }: Seats, vote: string, rule: MotionRule): readonly Finding[] {
  if (rule.tie !== "chair") return [];
  if (namedChairs(rulebook, [vote], rule.electorate).length > 0) return [];
  const who = rule.electorate.kind === "anyone" ? "electorate" : wordsOf(rule.electorate.id);
  return [
    {
      level: "cannot-work",
      kind: "tie-without-chair",
      path: ["votes", vote, "tie"],
      clause: rule.clause,
      message: `a tie in the vote "${vote}" is for the chair, but the ${who} has none`,
      example: "With 2 in favour and 2 against nobody may decide.",
    },
  ];
}
