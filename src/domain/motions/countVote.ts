import type { ConsensusRule } from "../../rulebook/rulebook.ts";
import { countConsensus } from "../voting/consensus/countConsensus.ts";
import { count } from "../voting/count.ts";
import type { OptionId, Paper } from "../voting/paper.ts";
import type { Elector } from "../voting/question.ts";
import { isRon } from "../voting/ranked/ron.ts";
import type { Counted, MotionResult } from "./entry.ts";
import { withoutGone } from "./gone.ts";
import { papersOfHands, sumOfHands } from "./hands.ts";
import type { VoteOnMotion } from "./motion.ts";
import { membersAtOpening } from "./opening.ts";
import type { BodyRule } from "./rules.ts";
import { mayTell } from "./withheld.ts";

/** What a count looks at besides. */
interface Besides {
  /** Which of equal options comes first. */
  readonly lot?: readonly OptionId[] | undefined;
  /** Which options were withdrawn. */
  readonly gone?: readonly OptionId[];
  /** Of how many ballots the numbers of earlier secret votes on the same motion were told. */
  readonly told?: readonly number[];
}

/**
 * What comes of a vote on a motion that is no case, with the whole count where it may be told: the same function for a look and for the
 * closing.
 * @param options what is voted on besides the motion itself, in the order in which it was submitted
 * @param papers one of everybody who voted and has not stepped aside, in any order
 * @throws where there are more or fewer of them than people who voted
 */
export function countVote(
  rule: BodyRule,
  vote: VoteOnMotion,
  options: readonly OptionId[],
  electors: readonly Elector[],
  papers: readonly Paper[],
  { lot = [], gone = [], told: toldBefore = [] }: Besides = {},
): MotionResult {
  const left = options.filter((option) => !gone.includes(option));
  const question = { rule, options: left, membersOf: membersAtOpening(vote), seats: vote.seats, lot };
  const entered = papersOfHands(vote.hands);
  const counting = papers.map((paper) => withoutGone(paper, gone));
  const result = count(question, electors, { papers: counting, entered });
  switch (result.kind) {
    case "inquorate":
    case "turnout-not-met":
      return result;
    case "cannot-be-quorate":
    case "void":
      throw new Error(`A count ended as ${result.kind}.`);
    case "agreed":
    case "not-reached":
      return { kind: result.kind, ...came(result), count: told(result) };
    case "carried":
    case "lost":
    case "tied":
      return { kind: result.kind, ...came(result), count: told(result) };
    case "chosen":
      return { kind: "chosen", ...came(result), taken: result.taken, count: told(result) };
    case "elected":
      return {
        kind: "elected",
        ...came(result),
        elected: result.elected,
        vacant: result.vacant,
        isReopened: result.stages.some(({ elected }) => elected.some(isRon)),
        count: told(result),
      };
  }

  function came({ present, recused }: Counted) {
    const byHand = vote.hands === undefined ? 0 : sumOfHands(vote.hands);
    return { present, voted: papers.length + byHand, recused };
  }

  function told<Count extends Counted>(counted: Count): Count | undefined {
    const isTold = rule.sealed_after === undefined && (!vote.isSecret || mayTell(counted, papers.length, toldBefore));
    return isTold ? counted : undefined;
  }
}

/** The same of a consensus, with everything that decides whether it has ended, told or not. */
export function countPositions(
  rule: ConsensusRule,
  vote: VoteOnMotion,
  electors: readonly Elector[],
  papers: readonly Paper[],
): ReturnType<typeof countConsensus> {
  const question = { rule, options: [], membersOf: membersAtOpening(vote), seats: vote.seats, lot: [] };
  return countConsensus(question, electors, { papers });
}
