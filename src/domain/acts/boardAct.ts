import { findVoteStage } from "../case/briefs.ts";
import { openVote } from "../case/case.ts";
import { possibleOutcomes } from "../case/conclude.ts";
import { callConsensus, findNoPositions } from "../case/consensus.ts";
import { chairOfficesOf, findMayNotVote, findNotChair, putMotion, readMotionRule } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import { sendNotices } from "../case/inform.ts";
import { openQuestions } from "../case/questions.ts";
import { readStage } from "../case/stages.ts";
import { findOpenTie } from "../case/tie.ts";
import { closedVoid, findNoQuorum, isBodyGone, referCase } from "../case/wayOut.ts";
import { handlersOf } from "../parties/viewer.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { classesIn, findNotMeant } from "../sanctions/classes.ts";
import { choicesOf, mayChange } from "../voting/inCase.ts";
import type { Act, Standing } from "./act.ts";
import { endVote } from "./endVote.ts";
import { closeInterim } from "./interimVote.ts";
import { withNotices } from "./withNotices.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type BoardAct = Of<
  "recuse" | "clear" | "put-motion" | "be-present" | "cast" | "call-consensus" | "close-vote" | "refer" | "send-notices"
>;
type Decided = readonly Entry[] | Refusal;

/** What the members of the deciding body do, and stepping aside, which officers do too. */
export function decideBoardAct(standing: Standing, act: BoardAct, newId: () => string): Decided {
  const { rulebook, roster, current, caller, parties, at } = standing;
  switch (act.kind) {
    case "recuse":
      return stepAside(standing);
    case "clear":
      return clear(standing);
    case "put-motion": {
      const { kind: _, ...put } = act;
      const entry = putMotion(rulebook, roster, current, caller, put, parties, at);
      return isRefusal(entry)
        ? entry
        : (findQuestionOpen(standing) ?? findTieOpen(standing) ?? findUnmeant(standing, put) ?? [entry]);
    }
    case "be-present":
    case "cast":
      return takePart(standing, act);
    case "call-consensus":
      return call(standing, act);
    case "close-vote":
      return close(standing, act, newId);
    case "refer":
      return refer(standing, act, newId);
    case "send-notices":
      return send(standing, newId);
  }
}

/** Before the answer to what the body asked nothing is voted on. */
function findQuestionOpen({ rulebook, current }: Standing): Refusal | undefined {
  if (openQuestions(current).length === 0) return undefined;
  return { refused: "question-open", clause: readStage(rulebook, current).clause };
}

/** Before the chair has decided a tie nothing else is put. */
function findTieOpen({ rulebook, roster, current, parties }: Standing): Refusal | undefined {
  const stage = readStage(rulebook, current);
  const tied = findOpenTie(rulebook, roster, current, parties);
  if (tied === undefined || stage.kind !== "vote") return undefined;
  return { refused: "tie-open", offices: chairOfficesOf(rulebook, stage), clause: stage.clause };
}

function findUnmeant(
  standing: Standing,
  { motion, sanction }: Pick<Of<"put-motion">, "motion" | "sanction">,
): Refusal | undefined {
  const { rulebook, current } = standing;
  const stage = readStage(rulebook, current);
  const outcome = stage.kind === "vote" ? stage.outcomes[stage.motions[motion]?.outcome ?? ""] : undefined;
  return findNotMeant(rulebook, outcome, sanction, classesIn(current, standing.classes ?? {}), stage.clause);
}

/** Members of a body say so before they read the brief, officers before they decide themselves. */
function clear({ rulebook, current, viewer, caller, at }: Standing): Decided {
  if (current.cleared.includes(caller)) return { refused: "already-done" };
  const isAsked = possibleOutcomes(rulebook, current, at).some(({ asksConflict }) => asksConflict);
  if (viewer.kind === "handler" && !isAsked)
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause: rulebook.conflicts.clause };
  return [{ kind: "cleared", person: caller }];
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
function takePart({ rulebook, roster, current, caller, at }: Standing, act: Of<"be-present" | "cast">): Decided {
  const vote = current.votes.find((each) => each.vote === act.vote);
  if (vote === undefined) return { refused: "nothing-here" };
  const refusal = findMayNotVote(rulebook, roster, current, vote, caller);
  const isResting = openQuestions(current).some((question) => question.vote === vote.vote);
  if (refusal?.refused === "vote-closed" && isResting) return { refused: "question-open", clause: refusal.clause };
  if (refusal !== undefined) return refusal;
  const rule = readMotionRule(rulebook, vote.rule);
  if (act.kind === "be-present") return [];
  const unasked = rule.method === "consensus" ? findNoPositions(rule, vote, at) : undefined;
  if (unasked !== undefined) return unasked;
  const choices = choicesOf(rule);
  if (act.choice !== undefined && !choices.includes(act.choice))
    return { refused: "choice-not-offered", choices, clause: rule.clause };
  const hasVoted = act.voters.some(({ person, choice }) => person === caller && choice !== undefined);
  return hasVoted && !mayChange(rule) ? { refused: "already-voted", clause: rule.clause } : [];
}

function call(standing: Standing, { voters }: Of<"call-consensus">): Decided {
  const { rulebook, roster, current, caller, parties, at } = standing;
  const stage = findVoteStage(rulebook, current);
  if (stage === undefined) return { refused: "nothing-here" };
  return callConsensus(rulebook, roster, current, stage, caller, voters, parties, at);
}

/** A vote that can never be quorate ends as void, uncounted; where the case can be referred, by that. */
function close(standing: Standing, { voters }: Of<"close-vote">, newId: () => string): Decided {
  const { rulebook, roster, current, caller, parties } = standing;
  const asked = openVote(current);
  if (asked?.interim !== undefined) return closeInterim(standing, asked, voters, newId);
  const stage = readStage(rulebook, current);
  if (stage.kind !== "vote") return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  const notChair = findNotChair(rulebook, roster, current, stage, caller, parties);
  if (notChair !== undefined) return notChair;
  const open = openVote(current);
  if (open === undefined) return { refused: "no-vote-open", clause: stage.clause };
  const noQuorum = findNoQuorum(rulebook, roster, current, parties, voters);
  if (noQuorum !== undefined)
    return noQuorum.numbers.exit === undefined ? [closedVoid(open, noQuorum)] : noQuorum.numbers;
  const closed = endVote(standing, open, voters);
  return isRefusal(closed) ? closed : withNotices(standing, closed, newId);
}

/**
 * By those who put motions, once they have said that nothing is in the way. By those who handle the case where nobody is left of the body who
 * has said so: then nobody of it can do anything in the case.
 */
function refer(standing: Standing, { voters }: Of<"refer">, newId: () => string): Decided {
  const { rulebook, roster, current, viewer, caller, parties } = standing;
  const stage = readStage(rulebook, current);
  if (stage.kind !== "vote") return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (viewer.kind === "handler") {
    if (!isBodyGone(rulebook, roster, current, stage, parties))
      return { refused: "not-your-task", clause: stage.clause };
  } else {
    const notChair = findNotChair(rulebook, roster, current, stage, caller, parties);
    if (notChair !== undefined) return notChair;
    if (!current.cleared.includes(caller)) return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  }
  return referCase(rulebook, roster, current, parties, voters, newId);
}

/**
 * The notices of the decision: in the name of the body that voted, which does not see to whom; by those who handle the case where nobody
 * voted.
 */
function send({ rulebook, roster, current, viewer, caller, parties }: Standing, newId: () => string): Decided {
  const voted = current.decision?.vote === undefined ? undefined : findVoteStage(rulebook, current);
  const isTheirs = viewer.kind === (current.decision === undefined || voted !== undefined ? "voter" : "handler");
  if (current.decision !== undefined && !isTheirs)
    return { refused: "not-your-task", clause: readStage(rulebook, current).clause };
  const notChair = voted === undefined ? undefined : findNotChair(rulebook, roster, current, voted, caller, parties);
  return notChair ?? sendNotices(rulebook, current, newId);
}
