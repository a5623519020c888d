import { findVoteStage } from "../case/briefs.ts";
import { chairOfficesOf, decidedBy } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import { castingChairs, findOpenTie } from "../case/tie.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";
import { withInterim } from "./interimVote.ts";
import { withNotices } from "./withNotices.ts";

/**
 * The casting vote of the chair on a motion that was tied: with it the motion is carried or lost, and nothing of the ballots changes.
 * @param newId gives an id for each notice
 */
export function decideTie(
  standing: Standing,
  { casting }: Extract<Act, { kind: "decide-tie" }>,
  newId: () => string,
): readonly Entry[] | Refusal {
  const { rulebook, roster, current, caller, parties } = standing;
  const stage = findVoteStage(rulebook, current);
  if (stage === undefined) return { refused: "nothing-here" };
  const tied = findOpenTie(rulebook, roster, current, parties);
  if (tied === undefined) return { refused: "no-tie", clause: stage.clause };
  const clause = rulebook.votes[tied.rule]?.clause ?? stage.clause;
  if (!castingChairs(rulebook, roster, current, stage, parties).includes(caller))
    return { refused: "not-the-chair", offices: chairOfficesOf(rulebook, stage), clause };
  if (!current.cleared.includes(caller)) return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  const decided: Entry = { kind: "tie-decided", vote: tied.vote, casting };
  if (tied.interim !== undefined) return withInterim(current, tied, [decided], newId);
  if (casting === "against") return [decided];
  return withNotices(standing, [decided, decidedBy(rulebook, current, tied)], newId);
}
