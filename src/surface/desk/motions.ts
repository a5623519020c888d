import { voteListCard } from "../cards/listCards.ts";
import { drawMotionCard } from "../cards/motionCards.ts";
import { motionWhyCard } from "../cards/motionWhyCard.ts";
import { askingActs } from "./asking.ts";
import { decidingActs } from "./deciding.ts";
import { evidenceActs } from "./evidence.ts";
import { hands, ballots, minute, stages, file, handsCounted } from "./motionCounts.ts";
import { MOVE, OPEN, AMEND, HANDS, ASK, ANSWER, GONE } from "./motionForms.ts";
import { press } from "./motionPress.ts";
import { ask, resume, withdrawn, answer, motionQuestionForms } from "./motionQuestions.ts";
import { open, amend, move, amended } from "./movingMotions.ts";
import { openVote, openUntil } from "./openingVotes.ts";
import type { Act, Submission } from "./visit.ts";
import { isRefused, refused, nothingHere } from "./visit.ts";
import { present, close, call, tie, paper, cast, fill } from "./votingOnMotions.ts";

const list: Act = async (visit) => {
  const { acts, delivery, speech } = visit;
  const { caller } = delivery;
  const [cases, motions, rules] = await Promise.all([
    acts.casesToDecide(caller),
    acts.listMotions(caller),
    acts.rulesToMoveBy(caller),
  ]);
  return { kind: "note", card: voteListCard(cases, motions, rules.length > 0, speech) };
};

const show: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openMotionCard(visit.delivery.caller, ref);
  return isRefused(card)
    ? refused(visit, card)
    : { kind: "note", card: drawMotionCard(card, visit.citation, visit.speech) };
};

const second = press(({ acts }, request) => acts.secondMotion(request), "motion.done.seconded");

const withdraw = press(({ acts }, request) => acts.withdrawMotion(request), "motion.done.withdrawn");

const recuse = press(({ acts }, request) => acts.recuseFromMotion(request), "motion.done.recused");

/** What can be done now, what not and by which clause, and what would help. */
const why: Act = async (visit, { case: ref }) => {
  const view = await visit.acts.whyOnMotion(visit.delivery.caller, ref);
  return isRefused(view)
    ? refused(visit, view)
    : { kind: "note", card: motionWhyCard(view, visit.citation, visit.speech) };
};

const actsOfCases: Readonly<Record<string, Act>> = { ...decidingActs, ...askingActs, ...evidenceActs };

/** A command names a case or a motion: the words are the same for both. */
function either(ofMotion: Act, ofCase: string): Act {
  return async (visit, target) => {
    const found = await visit.acts.findMotion(visit.delivery.caller, target.case);
    if (found !== undefined) return ofMotion(visit, { ...target, ref: found, case: { id: found } });
    return actsOfCases[ofCase]?.(visit, target) ?? nothingHere(visit);
  };
}

/** What is typed under these words is done in a motion where the code name is that of one, otherwise in a case. */
const shared = {
  "vote.show": either(show, "vote.show"),
  "vote.recuse": either(recuse, "vote.recuse"),
  "vote.present": either(present, "vote.present"),
  "vote.close": either(close, "vote.close"),
  "vote.call": either(call, "vote.call"),
  "vote.tie": either(tie, "vote.tie"),
  "vote.why": either(why, "vote.why"),
  "vote.ask": either(ask, "vote.ask"),
  "vote.resume": either(resume, "vote.resume"),
} as const;

/** In a secret vote nobody types a choice where others could see it: the paper comes instead. */
const castByCommand: Act = async (visit, target) => {
  const { acts, delivery } = visit;
  const card = await acts.openMotionCard(delivery.caller, target.case);
  if (isRefused(card)) return actsOfCases["vote.cast"]?.(visit, target) ?? nothingHere(visit);
  const here = { ...target, ref: card.motion, case: { id: card.motion } };
  return card.rule.ballots === "secret" || card.rule.options !== undefined ? paper(visit, here) : cast(visit, here);
};

/** A press on a card of a case needs no look whether it is of a motion. */
const typed =
  (act: Act, ofCase: string): Act =>
  (visit, target) =>
    "id" in target.case
      ? (actsOfCases[ofCase]?.(visit, target) ?? Promise.resolve(nothingHere(visit)))
      : act(visit, target);

export const motionActs: Readonly<Record<string, Act>> = {
  "vote.list": list,
  ...Object.fromEntries(Object.entries(shared).map(([name, act]) => [name, typed(act, name)])),
  "vote.cast": typed(castByCommand, "vote.cast"),
  "vote.new": open,
  "vote.second": second,
  "vote.open": openVote,
  "vote.amend": amend,
  "count.hands": hands,
  "count.withdrawn": withdrawn,
  "vote.withdraw": withdraw,
  "vote.ballots": ballots,
  "vote.minute": minute,
  "count.stages": stages,
  "count.file": file,
  "motion.new": open,
  "motion.show": show,
  "motion.minute": minute,
  "motion.stages": stages,
  "motion.second": second,
  "motion.open": openVote,
  "motion.amend": amend,
  "motion.hands": hands,
  "motion.ask": ask,
  "motion.answer": answer,
  "motion.resume": resume,
  "motion.gone": withdrawn,
  "motion.call": call,
  "motion.tie": tie,
  "motion.withdraw": withdraw,
  "motion.recuse": recuse,
  "motion.paper": paper,
  "motion.pick": fill(true),
  "motion.undo": fill(false),
  "motion.cast": cast,
  "motion.present": present,
  "motion.close": close,
  "motion.ballots": ballots,
  "motion.file": file,
};

export const motionForms: Readonly<Record<string, Submission>> = {
  [MOVE]: move,
  [OPEN]: openUntil,
  [AMEND]: amended,
  [HANDS]: handsCounted,
  ...motionQuestionForms,
};

/** Opens a form again that was not accepted. */
export const reopenMotionForm: Act = (visit, target) =>
  (reopened(target.choice) ?? open)(visit, { ...target, choice: "", case: { id: target.ref } });

const opens: Readonly<Record<string, Act>> = {
  [OPEN]: openVote,
  [AMEND]: amend,
  [HANDS]: hands,
  [ASK]: ask,
  [ANSWER]: answer,
  [GONE]: withdrawn,
};

function reopened(choice: string): Act | undefined {
  const [form = ""] = choice.split("/");
  return opens[form];
}
