import type { MembersOf } from "../../../src/domain/voting/quorum.ts";
import { resultOf } from "../../../src/domain/voting/result.ts";
import type { MotionRule } from "../../../src/rulebook/rulebook.ts";
import { voter } from "./voters.ts";
import type { Conduct } from "./voters.ts";

/** Everything that a member can do. */
export const conducts: readonly Conduct[] = [
  "absent",
  "present",
  "in-favour",
  "against",
  "abstain",
  "recused",
  "recused-after-in-favour",
  "recused-after-against",
];

/** The first two members are the presidency. */
const membersOf: MembersOf = (selector) => ("id" in selector && selector.id === "presidency" ? ["m0", "m1"] : []);

type Count = Readonly<Record<Conduct, number>>;

/** The rule in words, counted by hand from how many did what; fractions as quotients, unlike the program. */
function oracle(rule: MotionRule, all: Count, presidents: Count): string {
  const seats = conducts.reduce((sum, conduct) => sum + all[conduct], 0);
  const aside = all.recused + all["recused-after-in-favour"] + all["recused-after-against"];
  const here = (of: Count) => {
    const stayed =
      rule.quorum?.recused_count === true ? of["recused-after-in-favour"] + of["recused-after-against"] : 0;
    return of.present + of["in-favour"] + of.against + of.abstain + stayed;
  };
  if (here(all) < needed(rule, seats, aside > 0)) return "inquorate";
  if (here(presidents) < (rule.quorum?.including[0]?.at_least ?? 0)) return "inquorate";

  const yes = all["in-favour"];
  const no = all.against;
  if (yes + no + all.abstain < (rule.turnout?.at_least ?? 0)) return "turnout-not-met";
  const present = all.present + yes + no + all.abstain;
  const isReached = (inFavour: number) =>
    [rule.majority, ...rule.and_also].every(({ fraction, of, strict }) => {
      const base = { votes_cast: inFavour + no, present, all_members: seats - aside }[of];
      const reached = base === 0 ? 0 : inFavour / base;
      const asked = fraction.numerator / fraction.denominator;
      return inFavour > 0 && (strict ? reached > asked : reached >= asked);
    });
  if (isReached(yes)) return "carried";
  // One more in favour, that of the chair: a tie that it cannot carry is no tie.
  return rule.tie === "chair" && yes > 0 && yes === no && isReached(yes + 1) ? "tied" : "lost";
}

function needed({ quorum }: MotionRule, seats: number, isConflicted: boolean): number {
  if (quorum === undefined) return 0;
  if (quorum.when_conflicted !== undefined && isConflicted) return quorum.when_conflicted;
  if (quorum.share === undefined) return quorum.present;
  const { fraction, strict } = quorum.share;
  const share = (seats * fraction.numerator) / fraction.denominator;
  return Math.max(quorum.present, strict ? Math.floor(share) + 1 : Math.ceil(share));
}

const NOBODY: Count = {
  absent: 0,
  present: 0,
  "in-favour": 0,
  against: 0,
  abstain: 0,
  recused: 0,
  "recused-after-in-favour": 0,
  "recused-after-against": 0,
};

function countOf(board: readonly Conduct[]): Count {
  const count = { ...NOBODY };
  for (const conduct of board) count[conduct] += 1;
  return count;
}

/** Every board of a size: whatever each member can do, in every order. */
export function* everyBoard(size: number, possible: readonly Conduct[]): Generator<readonly Conduct[]> {
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

/**
 * Every board of a size up to the order of members who are alike: what the two of the presidency do, each way, and how many of the others
 * do what. Whichever of the others it is makes no difference to any rule.
 */
export function* everyKindOfBoard(size: number, possible: readonly Conduct[]): Generator<readonly Conduct[]> {
  const presidents = Math.min(2, size);
  for (const first of everyBoard(presidents, possible))
    for (const others of multisets(size - presidents, possible)) yield [...first, ...others];
}

function* multisets(size: number, possible: readonly Conduct[]): Generator<readonly Conduct[]> {
  const [first, ...rest] = possible;
  if (first === undefined || size === 0) {
    if (size === 0) yield [];
    return;
  }
  for (let howMany = size; howMany >= 0; howMany -= 1)
    for (const others of multisets(size - howMany, rest))
      yield [...Array.from({ length: howMany }, () => first), ...others];
}

/** The boards on which the program and the count by hand disagree: the first three, and how many boards there were. */
export function compareOn(rule: MotionRule, boards: Iterable<readonly Conduct[]>) {
  const disagreements: string[] = [];
  const kinds = new Set<string>();
  let compared = 0;
  for (const board of boards) {
    const voters = board.map((conduct, i) => voter(`m${i}`, conduct));
    const counted = resultOf(rule, voters, membersOf).kind;
    const expected = oracle(rule, countOf(board), countOf(board.slice(0, 2)));
    compared += 1;
    kinds.add(counted);
    if (counted !== expected && disagreements.length < 3)
      disagreements.push(`${board.join()}: ${counted}, but ${expected}`);
  }
  return { disagreements, compared, kinds };
}
