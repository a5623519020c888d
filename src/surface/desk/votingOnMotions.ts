import { ballotPaperCard, votedOnMotionCard, presentAtVoteCard } from "../cards/ballotCards.ts";
import { minute } from "./motionCounts.ts";
import { requestFor, press } from "./motionPress.ts";
import type { Act } from "./visit.ts";
import { isRefused, refused, isSeen, silence, nothingHere } from "./visit.ts";

export const paper: Act = async (visit, { case: ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const given = await acts.ballotPaper(delivery.caller, ref);
  if (isRefused(given)) return refused(visit, given);
  return { kind: "note", card: ballotPaperCard(given, citation, speech) };
};

/** Something more on a paper, or the last taken back: the paper stands there anew. */
export const fill =
  (isPick: boolean): Act =>
  async (visit, { case: ref, choice, values }) => {
    const { acts, delivery, citation, speech } = visit;
    const given = await acts.ballotPaper(delivery.caller, ref, {
      filled: choice,
      pick: isPick ? values[0] : undefined,
    });
    return isRefused(given)
      ? refused(visit, given)
      : { kind: "instead", card: ballotPaperCard(given, citation, speech) };
  };

export const cast: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, citation, speech } = visit;
  const voted = await acts.castOnMotion(delivery.caller, ref, choice, delivery.key);
  if (isRefused(voted)) return refused(visit, voted);
  if (isSeen(voted)) return silence;
  // The paper stays open no longer than it is needed: in its place is the receipt.
  const kind = voted.receipt === undefined && voted.options.length === 0 ? "note" : "instead";
  return { kind, card: votedOnMotionCard(voted, citation, speech) };
};

export const present: Act = async (visit, { case: ref }) => {
  const result = await visit.acts.presentOnMotion(visit.delivery.caller, ref);
  return isRefused(result)
    ? refused(visit, result)
    : { kind: "note", card: presentAtVoteCard(result, visit.citation, visit.speech) };
};

export const close: Act = async (visit, target) => {
  const closed = await visit.acts.closeMotionVote(requestFor(visit, target));
  if (isRefused(closed)) return refused(visit, closed);
  if (isSeen(closed)) return silence;
  return minute(visit, { ...target, case: { id: closed.motion.id } });
};

/** The casting vote of the chair on what was tied. */
export const tie: Act = (visit, target) => {
  const casting = target.choice;
  if (casting !== "in-favour" && casting !== "against") return Promise.resolve(nothingHere(visit));
  return press(({ acts }, request) => acts.tieOnMotion(request, casting), `motion.done.tie.${casting}`)(visit, target);
};

export const call = press(({ acts }, request) => acts.callOnMotion(request), "motion.done.called");
