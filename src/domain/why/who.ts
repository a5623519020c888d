import type { VoteStage } from "../../rulebook/rulebook.ts";
import type { Standing } from "../acts/act.ts";
import { findVoteStage } from "../case/briefs.ts";
import { openVote } from "../case/case.ts";
import { callersOf } from "../case/consensus.ts";
import { chairOfficesOf, chairsAt, readMotionRule } from "../case/decide.ts";
import { readProcedure } from "../case/stages.ts";
import { handlersOf } from "../parties/viewer.ts";
import type { Who } from "./unblock.ts";

/** The stage at which a body decides now, did last, or will first, if the procedure has one. */
export function voteStageOf({ rulebook, current }: Standing): VoteStage | undefined {
  const here = findVoteStage(rulebook, current);
  return here ?? Object.values(readProcedure(rulebook, current).stages).find((stage) => stage.kind === "vote");
}

/** Those who handle the case, but whoever asks: by name to their own, who know each other. */
export function whoHandles({ rulebook, roster, current, viewer, caller }: Standing): Who {
  const others = handlersOf(rulebook, roster, current).filter((person) => person !== caller);
  return viewer.kind === "handler" && others.length > 0 ? { kind: "people", people: others } : { kind: "officers" };
}

/** Whether somebody may know which members take part: those who have declared that nothing stands between them and the case. */
export const mayKnowMembers = ({ viewer }: Standing): boolean => viewer.kind === "voter" && viewer.isCleared;

/** Those who put motions and close votes. Who of them has stepped aside is not told by leaving out their names to others than members. */
export function whoChairs(standing: Standing): Who {
  const { rulebook, roster, current, parties, caller } = standing;
  const stage = voteStageOf(standing);
  if (stage === undefined) return { kind: "officers" };
  const chairs = chairsAt(rulebook, roster, current, stage, parties);
  if (mayKnowMembers(standing) && chairs.length > 0 && !chairs.includes(caller))
    return { kind: "people", people: chairs };
  const offices = chairOfficesOf(rulebook, stage);
  return offices.length > 0 ? { kind: "offices", offices } : whoDecides(standing);
}

/** Those who call a consensus: whom its rule names, otherwise those who put motions. */
export function whoCalls(standing: Standing): Who {
  const { rulebook, roster, current, parties, caller } = standing;
  const [stage, open] = [voteStageOf(standing), openVote(current)];
  const rule = open === undefined ? undefined : readMotionRule(rulebook, open.rule);
  if (stage === undefined || rule?.method !== "consensus" || rule.called_by?.kind !== "office")
    return whoChairs(standing);
  const callers = callersOf(rulebook, roster, current, rule, stage, parties);
  const isNamed = mayKnowMembers(standing) && callers.length > 0 && !callers.includes(caller);
  return isNamed ? { kind: "people", people: callers } : { kind: "offices", offices: [rule.called_by.id] };
}

/** The body that decides. */
export function whoDecides(standing: Standing): Who {
  const owner = voteStageOf(standing)?.owner;
  if (owner?.kind === "body") return { kind: "body", body: owner.id };
  return owner?.kind === "office" ? { kind: "offices", offices: [owner.id] } : { kind: "officers" };
}
