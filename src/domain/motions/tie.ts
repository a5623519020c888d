import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { holdersOf, votersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { chairOffices, namedChairs } from "./chairs.ts";
import type { MotionEntry } from "./entry.ts";
import { voteNow } from "./motion.ts";
import type { Motion, VoteOnMotion } from "./motion.ts";
import type { MotionRefusal } from "./refusal.ts";
import { ruleOf } from "./rules.ts";
import type { MotionStanding } from "./standing.ts";

/**
 * Those who have a casting vote on what is no case: of those who chair it the first named of whom anybody is left. Nobody where the rulebook
 * names no chair, or none of them is left.
 */
function castingChairs(rulebook: Rulebook, roster: Roster, motion: Motion): readonly PersonId[] {
  const { electorate } = ruleOf(rulebook, motion);
  const members = votersOf(rulebook, roster, electorate).filter((person) => !motion.recused.includes(person));
  const left = namedChairs(rulebook, [motion.rule], electorate).map((selector) =>
    holdersOf(rulebook, roster, selector).filter((person) => members.includes(person)),
  );
  return left.find((holders) => holders.length > 0) ?? [];
}

/** The vote whose tie waits for the casting vote of the chair; undefined where nobody has one: it can be voted on anew, or taken back. */
export function findOpenTie(rulebook: Rulebook, roster: Roster, motion: Motion): VoteOnMotion | undefined {
  const last = motion.votes.at(-1);
  if (motion.isWithdrawn || motion.about !== undefined || last?.result?.kind !== "tied") return undefined;
  return castingChairs(rulebook, roster, motion).length > 0 ? last : undefined;
}

/** The casting vote of the chair: with it the motion is carried or lost, and nothing of the ballots changes. */
export function decideTie(
  { rulebook, roster, motion, caller }: MotionStanding,
  casting: "in-favour" | "against",
): readonly MotionEntry[] | MotionRefusal {
  const { clause } = ruleOf(rulebook, motion);
  const tied = voteNow(motion) === undefined ? findOpenTie(rulebook, roster, motion) : undefined;
  if (tied === undefined) return { refused: "no-tie", clause };
  if (!castingChairs(rulebook, roster, motion).includes(caller))
    return { refused: "not-the-chair", offices: chairOffices(rulebook, motion), clause };
  return [{ kind: "tie-decided", vote: tied.vote, casting }];
}
