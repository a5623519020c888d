import { ANSWERED, daysCard, NOW } from "../cards/daysCard.ts";
import { valueOf } from "../form.ts";
import { openForm, press, submission } from "./submission.ts";
import { isRefused, refused, requestOf } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

/** What is due in a case, and how each last day was counted. */
const show: Act = async (visit, { case: ref }) => {
  const { acts, delivery, rulebook, citation, speech } = visit;
  const view = await acts.openDays(delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  return { kind: "note", card: daysCard(view, rulebook, citation, speech) };
};

/** By command the first step that is open, one's own before others'; where there is none, that what was asked for has come. */
const done: Act = async (visit, target) => {
  const { acts, delivery } = visit;
  if (target.choice === ANSWERED) return openForm(visit, target, "answered");
  if (target.choice !== "") return tick(visit, target);
  const view = await acts.openDays(delivery.caller, target.case);
  if (isRefused(view)) return refused(visit, view);
  const isAnswer = view.steps.length === 0 && view.waitsUntil !== undefined;
  return isAnswer ? openForm(visit, target, "answered") : tick(visit, target);
};

/** More time because of a vacation is given at once; any other with a form. */
const extend: Act = (visit, target) =>
  target.choice.startsWith(NOW) ? takeOffer(visit, target) : openForm(visit, target, "extend", target.choice);

const takeOffer = press(
  (visit, { case: ref, choice }) => visit.acts.takeOffer(requestOf(visit, ref), choice.slice(NOW.length)),
  "done.extend",
);

const tick = press((visit, { case: ref, choice }) => visit.acts.finishStep(requestOf(visit, ref), choice), "done.done");

/** What those who handle a case do about the time that things take; and the answer of a party. */
export const timeActs: Readonly<Record<string, Act>> = {
  "case.days": show,
  "case.extend": extend,
  "case.longer": (visit, target) => openForm(visit, target, "longer", target.choice),
  "case.next": (visit, target) => openForm(visit, target, "next"),
  "case.done": done,
  "mycase.answer": (visit, target) => openForm(visit, target, "answer"),
};

export const timeForms: Readonly<Record<string, Submission>> = {
  extend: submission(
    "extend",
    (visit, ref, answers) =>
      visit.acts.extend(
        requestOf(visit, ref),
        valueOf(answers, "deadline"),
        valueOf(answers, "until"),
        valueOf(answers, "text"),
      ),
    "done.extend",
  ),
  longer: submission(
    "longer",
    (visit, ref, answers) =>
      visit.acts.tellLonger(requestOf(visit, ref), valueOf(answers, "deadline"), valueOf(answers, "text")),
    "done.longer",
  ),
  next: submission(
    "next",
    (visit, ref, answers) =>
      visit.acts.plan(
        requestOf(visit, ref),
        valueOf(answers, "owner"),
        valueOf(answers, "by"),
        valueOf(answers, "text"),
      ),
    "done.next",
  ),
  answered: submission(
    "answered",
    (visit, ref, answers) => visit.acts.answer(requestOf(visit, ref), "note-answer", valueOf(answers, "text")),
    "done.answered",
  ),
  answer: submission(
    "answer",
    (visit, ref, answers) => visit.acts.answer(requestOf(visit, ref), "answer", valueOf(answers, "text")),
    "done.answer",
  ),
};
