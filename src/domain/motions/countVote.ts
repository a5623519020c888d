import type { MotionRule } from "../../rulebook/rulebook.ts";
import type { Paper } from "../voting/paper.ts";
import type { Elector } from "../voting/question.ts";
import { countMotion } from "../voting/result.ts";
import { membersAtOpening } from "./decide.ts";
import type { MotionResult } from "./entry.ts";
import type { VoteOnMotion } from "./motion.ts";
import { mayTellNumbers } from "./withheld.ts";

/**
 * What comes of a vote on a motion that is no case: the same function for a look and for the closing.
 * @param papers one of everybody who voted and has not stepped aside, in any order
 * @throws where there are more or fewer of them than people who voted
 */
export function countVote(
  rule: MotionRule,
  vote: VoteOnMotion,
  electors: readonly Elector[],
  papers: readonly Paper[],
): MotionResult {
  const question = { rule, options: [], membersOf: membersAtOpening(vote), seats: vote.seats, lot: [] };
  const result = countMotion(question, electors, { papers });
  switch (result.kind) {
    case "inquorate":
      return result;
    case "turnout-not-met":
      return result;
    case "cannot-be-quorate":
    case "void":
      throw new Error(`A count ended as ${result.kind}.`);
    case "carried":
    case "lost":
    case "tied": {
      const { kind, base, present, recused } = result;
      const { inFavour, against, abstaining } = result.tally;
      const counted = { tally: { inFavour, against, abstaining }, base };
      const numbers = !vote.isSecret || mayTellNumbers(counted) ? counted : undefined;
      return { kind, present, voted: papers.length, recused, numbers };
    }
  }
}
