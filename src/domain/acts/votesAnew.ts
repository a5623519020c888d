import { openVote } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { readMotionRule, takingNoPart } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import type { BodyQuestion } from "../case/questionEntries.ts";
import type { VoteId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import { voteless } from "../sanctions/rights.ts";
import { findUnreachableQuorum } from "../voting/motion.ts";
import type { Standing } from "./act.ts";

/** The vote that becomes void with a question of the body: whatever was chosen so far was chosen without the answer. */
export function voteToRest(current: Case): VoteId | undefined {
  const open = openVote(current);
  return open?.interim === undefined ? open?.vote : undefined;
}

/**
 * The motion whose vote became void with a question, before those of its electorate who may still vote. Nothing where no vote did, and where
 * they could not be quorate any more: then something is put by hand, and that explains itself.
 * @param newId gives an id for the new vote
 */
export function putAnew(
  { rulebook, roster, current, parties }: Pick<Standing, "rulebook" | "roster" | "current" | "parties">,
  { vote }: Pick<BodyQuestion, "vote">,
  newId: () => string,
): readonly Entry[] {
  const before = current.votes.find((each) => each.vote === vote);
  if (before === undefined) return [];
  const { stage: _, put: __, result: ___, called: ____, ...motion } = before;
  const out = [...takingNoPart(current, parties), ...voteless(roster)];
  const electorate = before.electorate.filter((person) => !out.includes(person));
  const unreachable = findUnreachableQuorum(
    readMotionRule(rulebook, before.rule),
    electorate,
    (selector) => holdersOf(rulebook, roster, selector),
    before.seats,
  );
  return unreachable === undefined ? [{ kind: "motion-put", ...motion, vote: newId(), electorate }] : [];
}
