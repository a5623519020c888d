import { openVote } from "../case/case.ts";
import { closeVote, findMayNotVote, findNotChair, putMotion, readMotionRule } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import { sendNotices } from "../case/inform.ts";
import { readProcedure, readStage } from "../case/stages.ts";
import { handlersOf } from "../parties/viewer.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type BoardAct = Of<"recuse" | "clear" | "put-motion" | "be-present" | "cast" | "close-vote" | "send-notices">;
type Decided = readonly Entry[] | Refusal;

/** What the members of the deciding body do, and stepping aside, which officers do too. */
export function decideBoardAct(standing: Standing, act: BoardAct, newId: () => string): Decided {
  const { rulebook, roster, current, caller, parties, viewer } = standing;
  switch (act.kind) {
    case "recuse":
      return stepAside(standing);
    case "clear":
      return viewer.kind === "voter" && viewer.isCleared
        ? { refused: "already-done" }
        : [{ kind: "cleared", person: caller }];
    case "put-motion": {
      const { kind: _, ...put } = act;
      const entry = putMotion(rulebook, roster, current, caller, put, parties);
      return isRefusal(entry) ? entry : [entry];
    }
    case "be-present":
    case "cast":
      return takePart(standing, act);
    case "close-vote":
      return close(standing, act);
    case "send-notices":
      return send(standing, newId);
  }
}

/**
 * From then on there is no such case for this person. Refused to the last officer who handles it: a report that nobody reads is lost, and
 * those to whom the member sent it are the only ones who may read it.
 */
function stepAside({ rulebook, roster, current, viewer, caller }: Standing): Decided {
  const isLast = handlersOf(rulebook, roster, current).every((person) => person === caller);
  if (viewer.kind === "handler" && isLast) return { refused: "last-officer", clause: rulebook.conflicts.clause };
  return [{ kind: "recused", person: caller }];
}

/** A ballot, or being present: neither stands in the case file. */
function takePart({ rulebook, roster, current, caller }: Standing, act: Of<"be-present" | "cast">): Decided {
  const vote = current.votes.find((each) => each.vote === act.vote);
  if (vote === undefined) return { refused: "nothing-here" };
  const refusal = findMayNotVote(rulebook, roster, current, vote, caller);
  if (refusal !== undefined) return refusal;
  const rule = readMotionRule(rulebook, vote.rule);
  const hasVoted = act.voters.some(({ person, choice }) => person === caller && choice !== undefined);
  const isFinal = act.kind === "cast" && hasVoted && rule.second_ballot === "refused";
  return isFinal ? { refused: "already-voted", clause: rule.clause } : [];
}

function close({ rulebook, roster, current, caller, parties }: Standing, { voters }: Of<"close-vote">): Decided {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "vote") return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  const notChair = findNotChair(rulebook, roster, current, stage, caller, parties);
  if (notChair !== undefined) return notChair;
  const open = openVote(current);
  if (open === undefined) return { refused: "no-vote-open", clause: stage.clause };
  return closeVote(rulebook, roster, current, open, voters);
}

/** The notices of the decision, in the name of the deciding body, which does not see to whom. */
function send({ rulebook, roster, current, caller, parties }: Standing, newId: () => string): Decided {
  const voteStage = Object.values(readProcedure(rulebook, current).stages).find((each) => each.kind === "vote");
  const notChair =
    voteStage === undefined ? undefined : findNotChair(rulebook, roster, current, voteStage, caller, parties);
  return notChair ?? sendNotices(rulebook, current, newId);
}
