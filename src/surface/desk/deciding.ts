import type { CaseChoice } from "../../domain/voting/result.ts";
import { drawBoardCard } from "../cards/boardCardView.ts";
import { CONFIRMED, referralCard } from "../cards/referralCard.ts";
import { closedVoteCard, presentCard, votedCard } from "../cards/votedCards.ts";
import type { Answer } from "../delivery.ts";
import { valueOf, valuesOf } from "../form.ts";
import { parseLength } from "../length.ts";
import { handlingActs, imposedText } from "./handling.ts";
import { openForm, press, submission } from "./submission.ts";
import { isRefused, isSeen, nothingHere, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";

const show: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openBoardCard(visit.delivery.caller, ref);
  return isRefused(card)
    ? refused(visit, card)
    : { kind: "note", card: drawBoardCard(card, visit.citation, visit.speech) };
};

const brief: Act = (visit, target) =>
  handlingActs["case.readbrief"]?.(visit, target) ?? Promise.resolve(nothingHere(visit));

const clear: Act = async (visit, target) => {
  const cleared = await visit.acts.clear(requestOf(visit, target.case));
  if (isRefused(cleared) && cleared.refused !== "already-done") return refused(visit, cleared);
  const answer = await brief(visit, target);
  return answer.kind === "note" ? { kind: "instead", card: answer.card } : answer;
};

const CHOICES: readonly string[] = ["in-favour", "against", "abstain", "agree", "stand-aside", "object"];
const isChoice = (text: string): text is CaseChoice => CHOICES.includes(text);

/** The vote a button stands for, or the open vote of the case a command names. */
async function voteOf(visit: Visit, target: Target): Promise<string | undefined> {
  if ("id" in target.case) return target.ref;
  return visit.acts.findOpenVote(visit.delivery.caller, target.case);
}

/** Why there is nothing to vote on in a case that was named. */
async function noneOpen(visit: Visit, target: Target, kind: "cast" | "be-present"): Promise<Answer> {
  const asked = await visit.acts.mayTry(visit.delivery.caller, target.case, kind, "");
  return isRefused(asked) ? refused(visit, asked) : nothingHere(visit);
}

const cast: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const vote = await voteOf(visit, target);
  if (vote === undefined) return noneOpen(visit, target, "cast");
  if (!isChoice(target.choice)) return nothingHere(visit);
  const voted = await acts.cast(delivery.caller, vote, target.choice, delivery.key);
  if (isRefused(voted)) return refused(visit, voted);
  return isSeen(voted) ? silence : { kind: "note", card: votedCard(voted, citation, speech) };
};

const present: Act = async (visit, target) => {
  const vote = await voteOf(visit, target);
  if (vote === undefined) return noneOpen(visit, target, "be-present");
  const result = await visit.acts.present(visit.delivery.caller, vote);
  return isRefused(result)
    ? refused(visit, result)
    : { kind: "note", card: presentCard(result, visit.citation, visit.speech) };
};

const close: Act = async (visit, { case: ref }) => {
  const closed = await visit.acts.closeVote(requestOf(visit, ref));
  if (isRefused(closed)) return refused(visit, closed);
  return isSeen(closed) ? silence : { kind: "note", card: closedVoteCard(closed, visit.citation, visit.speech) };
};

/** The casting vote of the chair. */
const tie: Act = async (visit, target) => {
  const casting = target.choice;
  if (casting !== "in-favour" && casting !== "against") return nothingHere(visit);
  const giving = press(({ acts }) => acts.decideTie(requestOf(visit, target.case), casting), `done.tie.${casting}`);
  return giving(visit, target);
};

/** Asks first what follows; the press on that refers the case. */
const referring =
  (act: "case.refer" | "vote.refer"): Act =>
  async (visit, target) => {
    const { acts, delivery, citation, speech } = visit;
    if (target.choice === CONFIRMED) return refer(visit, target);
    const asked = await acts.askReferral(delivery.caller, target.case);
    if (isRefused(asked)) return refused(visit, asked);
    return { kind: "note", card: referralCard(asked, act, citation, speech) };
  };

const refer = press((visit, { case: ref }) => visit.acts.refer(requestOf(visit, ref)), "done.refer", "instead");

export const decidingActs: Readonly<Record<string, Act>> = {
  "vote.show": show,
  "vote.brief": brief,
  "vote.clear": clear,
  "vote.recuse": press((visit, { case: ref }) => visit.acts.recuse(requestOf(visit, ref)), "done.recuse"),
  "vote.put": (visit, target) => openForm(visit, target, "motion"),
  "vote.impose": press((visit, { case: ref }) => visit.acts.putInterim(requestOf(visit, ref)), "done.put"),
  "vote.present": present,
  "vote.cast": cast,
  "vote.call": press((visit, { case: ref }) => visit.acts.callConsensus(requestOf(visit, ref)), "done.call"),
  "vote.tie": tie,
  "vote.close": close,
  "vote.refer": referring("vote.refer"),
  "case.refer": referring("case.refer"),
  "vote.send": press((visit, { case: ref }) => visit.acts.sendNotices(requestOf(visit, ref)), "done.send"),
};

export const decidingForms: Readonly<Record<string, Submission>> = {
  motion: submission(
    "motion",
    (visit, ref, answers, _, isConfirmed) => {
      const motion = {
        motion: valueOf(answers, "motion"),
        findings: valuesOf(answers, "findings"),
        severity: valueOf(answers, "severity") || undefined,
        sanction: valueOf(answers, "sanction") || undefined,
        lasts: parseLength(valueOf(answers, "lasts")),
        scope: valuesOf(answers, "scope"),
        attached: valuesOf(answers, "attached"),
        attachedBy: valueOf(answers, "attached-by") || undefined,
        because: valuesOf(answers, "because"),
        reasons: valueOf(answers, "text"),
        letter: valueOf(answers, "letter"),
      };
      return visit.acts.putWeighed(requestOf(visit, ref), motion, isConfirmed);
    },
    ({ speech }, answers) => ({
      text:
        valueOf(answers, "lasts") === ""
          ? speech.say("done.put")
          : speech.say("done.put.sanction", { sanction: imposedText(answers, speech) }),
    }),
  ),
};
