import type { MotionRequest, MotionDone, MotionSeen } from "../../application/motions/actOnMotion.ts";
import type { MotionCard } from "../../application/motions/motionCard.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { ballotPaperCard, presentAtVoteCard, votedOnMotionCard } from "../cards/ballotCards.ts";
import { button } from "../cards/controls.ts";
import { voteListCard } from "../cards/listCards.ts";
import { drawMotionCard } from "../cards/motionCards.ts";
import { motionWhyCard } from "../cards/motionWhyCard.ts";
import { noteCard } from "../cards/noteCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import { askingActs } from "./asking.ts";
import { decidingActs } from "./deciding.ts";
import { evidenceActs } from "./evidence.ts";
import { formId } from "./forms.ts";
import { ballots, file, hands, handsCounted, minute, stages } from "./motionCounts.ts";
import {
  AMEND,
  ANSWER,
  ASK,
  GONE,
  HANDS,
  amendForm,
  findOptionFault,
  linesOf,
  MOVE,
  moveForm,
  NO_SESSION,
  OPEN,
  openVoteForm,
  OPTION,
  OPTIONS,
} from "./motionForms.ts";
import { answer, ask, motionQuestionForms, resume, withdrawn } from "./motionQuestions.ts";
import { isRefused, isSeen, nothingHere, refused, silence } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";

const requestFor = ({ delivery }: Visit, { case: motion }: Target): MotionRequest => ({
  caller: delivery.caller,
  motion,
  delivery: delivery.key,
});

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

/** Opens the form with which a member of a body moves a motion. */
const open: Act = async (visit) => {
  const { acts, delivery, speech } = visit;
  const rules = await acts.rulesToMoveBy(delivery.caller);
  if (rules.length === 0)
    return {
      kind: "note",
      card: noteCard("neutral", speech.say("form.move.title"), speech.say("motion.none-to-move")),
    };
  const typed = await acts.readDraft(delivery.caller, await draftOf(visit));
  return { kind: "form", form: moveForm(rules, typed ?? {}, speech) };
};

const draftOf = ({ acts, delivery }: Visit) =>
  acts.typedId(delivery.caller, formId({ name: MOVE, choice: "", page: 1 }), "home");

const move: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech } = visit;
  const session = ref === NO_SESSION ? undefined : await acts.openSessionCard(delivery.caller, { id: ref });
  const draft = await draftOf(visit);
  if (session !== undefined && isRefused(session)) {
    await acts.keepDraft(delivery.caller, draft, MOVE, values);
    return refused(visit, session);
  }
  const rules = await acts.rulesToMoveBy(delivery.caller, session?.body);
  const form = moveForm(rules, values, speech, ref);
  const wrong = async (errors: Readonly<Record<string, string>>): Promise<Answer> => {
    await acts.keepDraft(delivery.caller, draft, MOVE, values);
    return { kind: "errors", form, errors };
  };
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return wrong(parsed.errors);
  const { answers } = parsed;
  const words = {
    rule: valueOf(answers, "rule"),
    text: valueOf(answers, "text"),
    lastDay: valueOf(answers, "day") || undefined,
    options: linesOf(valueOf(answers, "options")),
  };
  const fault = findOptionFault(visit.rulebook.votes[words.rule]?.method, words.options);
  if (fault !== undefined) return wrong({ options: speech.say(fault, { maximum: OPTIONS, length: OPTION }) });
  const request = { caller: delivery.caller, session: { id: ref }, delivery: delivery.key };
  const moved =
    ref === NO_SESSION
      ? await acts.moveMotion(delivery.caller, words, delivery.key)
      : await acts.moveInSession(request, words);
  if (isRefused(moved) && moved.refused === "day-is-over")
    return wrong({ day: speech.say("refusal.day-is-over", { day: speech.day(moved.day) }) });
  if (isRefused(moved)) {
    // What was typed stands in the form when it is opened the next time.
    await acts.keepDraft(delivery.caller, draft, MOVE, values);
    return refused(visit, moved);
  }
  await acts.discardDraft(delivery.caller, draft);
  if (isSeen(moved)) return silence;
  const { id, codeName, rule } = moved.motion;
  const electorate = visit.rulebook.votes[rule]?.electorate;
  const body = electorate !== undefined && "id" in electorate ? electorate.id : "";
  const said = speech.say("motion.done.moved", { codeName, body: speech.name("body", body) });
  const rows = [[button("secondary", speech.say("act.motion.show"), "motion.show", id)]];
  return { kind: "note", card: noteCard("good", speech.say("done.title"), said, rows) };
};

type Said =
  `motion.done.${"seconded" | "opened" | "withdrawn" | "recused" | "called" | "tie.in-favour" | "tie.against"}`;

/** Carries out something that a press, or a command, alone says. */
function press(
  carryOut: (visit: Visit, request: MotionRequest) => Promise<MotionDone | MotionSeen | Blocked>,
  said: Said,
): Act {
  return async (visit, target) => {
    const { say } = visit.speech;
    const result = await carryOut(visit, requestFor(visit, target));
    if (isRefused(result)) return refused(visit, result);
    if (isSeen(result)) return silence;
    return { kind: "note", card: noteCard("good", say("done.title"), say(said, { codeName: result.motion.codeName })) };
  };
}

const paper: Act = async (visit, { case: ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const given = await acts.ballotPaper(delivery.caller, ref);
  if (isRefused(given)) return refused(visit, given);
  return { kind: "note", card: ballotPaperCard(given, citation, speech) };
};

/** Something more on a paper, or the last taken back: the paper stands there anew. */
const fill =
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

const cast: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, citation, speech } = visit;
  const voted = await acts.castOnMotion(delivery.caller, ref, choice, delivery.key);
  if (isRefused(voted)) return refused(visit, voted);
  if (isSeen(voted)) return silence;
  // The paper stays open no longer than it is needed: in its place is the receipt.
  const kind = voted.receipt === undefined && voted.options.length === 0 ? "note" : "instead";
  return { kind, card: votedOnMotionCard(voted, citation, speech) };
};

const present: Act = async (visit, { case: ref }) => {
  const result = await visit.acts.presentOnMotion(visit.delivery.caller, ref);
  return isRefused(result)
    ? refused(visit, result)
    : { kind: "note", card: presentAtVoteCard(result, visit.citation, visit.speech) };
};

const close: Act = async (visit, target) => {
  const closed = await visit.acts.closeMotionVote(requestFor(visit, target));
  if (isRefused(closed)) return refused(visit, closed);
  if (isSeen(closed)) return silence;
  return minute(visit, { ...target, case: { id: closed.motion.id } });
};

const second = press(({ acts }, request) => acts.secondMotion(request), "motion.done.seconded");
const withdraw = press(({ acts }, request) => acts.withdrawMotion(request), "motion.done.withdrawn");
const recuse = press(({ acts }, request) => acts.recuseFromMotion(request), "motion.done.recused");

/** The way to vote that was chosen: by its name, or as a vote or a consensus. */
function wayOf({ rulebook }: Visit, { rule, ways }: MotionCard, choice: string): string | undefined {
  const all = [rule.method, ...ways];
  const method = choice === "vote" ? "motion" : choice;
  return all.find((way) => way === choice) ?? all.find((way) => rulebook.votes[way]?.method === method);
}

/** The casting vote of the chair on what was tied. */
const tie: Act = (visit, target) => {
  const casting = target.choice;
  if (casting !== "in-favour" && casting !== "against") return Promise.resolve(nothingHere(visit));
  return press(({ acts }, request) => acts.tieOnMotion(request, casting), `motion.done.tie.${casting}`)(visit, target);
};

const call = press(({ acts }, request) => acts.callOnMotion(request), "motion.done.called");

/** Opens the form with which other words take the place of those of a motion. */
const amend: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openMotionCard(visit.delivery.caller, ref);
  return isRefused(card)
    ? refused(visit, card)
    : { kind: "form", form: amendForm(card.motion, { text: card.text }, visit.speech) };
};

const amended: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech } = visit;
  const form = amendForm(ref, values, speech);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const request = { caller: delivery.caller, motion: { id: ref }, delivery: delivery.key };
  const result = await acts.amendMotion(request, valueOf(parsed.answers, "text"));
  if (isRefused(result)) return refused(visit, result);
  if (isSeen(result)) return silence;
  const said = speech.say("motion.done.amended", { codeName: result.motion.codeName });
  return { kind: "note", card: noteCard("good", speech.say("done.title"), said) };
};

/** Opens the vote; where its last day is over, once another one was said. */
const openVote: Act = async (visit, target) => {
  const { acts, delivery, speech } = visit;
  const card = await acts.openMotionCard(delivery.caller, target.case);
  if (!isRefused(card) && card.isDayOver && card.vote === undefined)
    return { kind: "form", form: openVoteForm(card.motion, {}, speech) };
  const way = isRefused(card) ? undefined : wayOf(visit, card, target.choice);
  const opening = press((_, request) => acts.openMotionVote(request, undefined, way), "motion.done.opened");
  return opening(visit, target);
};

const openUntil: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech } = visit;
  const form = openVoteForm(ref, values, speech);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const lastDay = valueOf(parsed.answers, "day") || undefined;
  const request = { caller: delivery.caller, motion: { id: ref }, delivery: delivery.key };
  const result = await acts.openMotionVote(request, { lastDay });
  if (isRefused(result) && result.refused === "day-is-over")
    return {
      kind: "errors",
      form,
      errors: { day: speech.say("refusal.day-is-over", { day: speech.day(result.day) }) },
    };
  if (isRefused(result)) return refused(visit, result);
  if (isSeen(result)) return silence;
  const said = speech.say("motion.done.opened", { codeName: result.motion.codeName });
  return { kind: "note", card: noteCard("good", speech.say("done.title"), said) };
};

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
