import type { ConsensusRule, MotionRule } from "../../rulebook/rulebook.ts";
import { countConsensus } from "./consensus/countConsensus.ts";
import type { Agreement, Position } from "./consensus/countConsensus.ts";
import type { Choice } from "./paper.ts";
import type { MembersOf } from "./quorum.ts";
import { ballotsOf, resultOf } from "./result.ts";
import type { CaseChoice, VoteResult, Voter } from "./result.ts";

/** The rules by which a body decides in a case. */
export type CaseRule = MotionRule | ConsensusRule;

/** What comes of a vote, or of a consensus, in a case. */
export type CaseResult = VoteResult | Agreement;

const SIDES: readonly Choice[] = ["in-favour", "against", "abstain"];
const POSITIONS: readonly Position[] = ["agree", "stand-aside", "object"];

/** What a member may choose: of a motion a side; of a consensus a position, standing aside only where the rule knows of it. */
export function choicesOf(rule: CaseRule): readonly CaseChoice[] {
  if (rule.method === "motion") return SIDES;
  return POSITIONS.filter((position) => position !== "stand-aside" || rule.objections?.stand_aside === true);
}

/** Whether a second ballot takes the place of the first: a position can be changed as long as it is asked for. */
export const mayChange = (rule: CaseRule): boolean => rule.method === "consensus" || rule.second_ballot === "replaces";

/**
 * The result if it were closed now: the same function for a look and for the closing.
 * @param seats how many held a seat when it was put, those who had stepped aside among them; those of today when left out
 */
export function resultInCase(
  rule: CaseRule,
  voters: readonly Voter[],
  membersOf: MembersOf,
  seats?: number,
): CaseResult {
  if (rule.method === "motion") return resultOf(rule, voters, membersOf, seats);
  const { electorate, papers } = ballotsOf(voters);
  return countConsensus({ rule, options: [], membersOf, seats, lot: [] }, electorate, { papers });
}

/** Whether a result decides what was put. */
export const isAdopted = ({ kind }: CaseResult): boolean => kind === "carried" || kind === "agreed";
