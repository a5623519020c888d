import { countChoose } from "../voting/countChoose.ts";
import type { OptionId, Paper } from "../voting/paper.ts";
import type { Elector } from "../voting/question.ts";
import { countElection } from "../voting/ranked/countElection.ts";
import type { RankedStage } from "../voting/ranked/stage.ts";
import { countMotion } from "../voting/result.ts";
import { membersAtOpening } from "./decide.ts";
import type { CountStage, MotionResult } from "./entry.ts";
import type { VoteOnMotion } from "./motion.ts";
import type { BodyRule } from "./rules.ts";
import { mayTellCounts, mayTellNumbers } from "./withheld.ts";

/**
 * What comes of a vote on a motion that is no case: the same function for a look and for the closing.
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
): MotionResult {
  const question = { options, membersOf: membersAtOpening(vote), seats: vote.seats, lot: vote.lot ?? [] };
  const voted = papers.length;
  const isTold = !vote.isSecret || mayTellCounts(voted);
  switch (rule.method) {
    case "motion":
      return countSides({ ...question, rule }, vote, electors, papers);
    case "choose": {
      const result = countChoose({ ...question, rule }, electors, { papers });
      if (result.kind !== "chosen") return result;
      const { present, recused, taken, tie } = result;
      const counts = isTold ? result.counts : undefined;
      return { kind: "chosen", present, voted, recused, taken, counts, tied: isTold ? (tie?.tied ?? []) : [] };
    }
    case "ranked": {
      const result = countElection({ ...question, rule }, electors, { papers });
      if (result.kind !== "elected") return result;
      const { present, recused, elected, vacant } = result;
      const stages = isTold ? result.stages.map(stageOf) : undefined;
      return { kind: "elected", present, voted, recused, elected, vacant, stages };
    }
  }
}

function stageOf(stage: RankedStage): CountStage {
  const { kind, votes, elected } = stage;
  if (kind === "first") return { kind, of: [], votes, elected };
  return { kind, of: typeof stage.of === "string" ? [stage.of] : stage.of, votes, elected };
}

function countSides(
  question: Parameters<typeof countMotion>[0],
  { isSecret }: VoteOnMotion,
  electors: readonly Elector[],
  papers: readonly Paper[],
): MotionResult {
  const result = countMotion(question, electors, { papers });
  switch (result.kind) {
    case "inquorate":
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
      const numbers = !isSecret || mayTellNumbers(counted) ? counted : undefined;
      return { kind, present, voted: papers.length, recused, numbers };
    }
  }
}
