import type { MotionDone, MotionRequest, MotionSeen } from "../../application/motions/actOnMotion.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { noteCard } from "../cards/noteCard.ts";
import { parseForm, valueOf } from "../form.ts";
import type { Form, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import { ANSWER, ASK, GONE, goneForm, motionTextForm } from "./motionForms.ts";
import { isRefused, isSeen, nothingHere, refused, silence } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

const askForm = (ref: string, values: FormValues, speech: Speech): Form => motionTextForm(ASK, ref, values, speech);
const answerForm = (ref: string, values: FormValues, speech: Speech): Form =>
  motionTextForm(ANSWER, ref, values, speech);

/** Opens the form in which somebody who may vote asks whoever moved it something. */
export const ask: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openMotionCard(visit.delivery.caller, ref);
  if (isRefused(card)) return refused(visit, card);
  return card.canAsk ? { kind: "form", form: askForm(card.motion, {}, visit.speech) } : nothingHere(visit);
};

/** Opens the form in which whoever moved it answers. */
export const answer: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openMotionCard(visit.delivery.caller, ref);
  if (isRefused(card)) return refused(visit, card);
  const isAsked = card.questions.some(({ isOpen }) => isOpen);
  return isAsked ? { kind: "form", form: answerForm(card.motion, {}, visit.speech) } : nothingHere(visit);
};

/** Opens the form in which whoever leads the vote enters that something stands on the ballots no more. */
export const withdrawn: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openMotionCard(visit.delivery.caller, ref);
  if (isRefused(card)) return refused(visit, card);
  const form = goneForm(card, {}, visit.speech);
  return form === undefined || card.isOver ? nothingHere(visit) : { kind: "form", form };
};

type Said = "motion.done.asked" | "motion.done.answered" | "motion.done.resumed" | "motion.done.gone";
type Result = MotionDone | MotionSeen | Blocked;

/** What somebody wrote in a form of one field, carried out. */
function submitText(
  drawn: (ref: string, values: FormValues, speech: Speech) => Form,
  carryOut: (visit: Visit, request: MotionRequest, text: string) => Promise<Result>,
  said: Said,
): Submission {
  return async (visit, { ref, values }) => {
    const { delivery, speech } = visit;
    const form = drawn(ref, values, speech);
    const parsed = parseForm(form.fields, values, speech.say);
    if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
    const request = { caller: delivery.caller, motion: { id: ref }, delivery: delivery.key };
    return done(visit, await carryOut(visit, request, valueOf(parsed.answers, "text")), said);
  };
}

function done(visit: Visit, result: Result, said: Said): ReturnType<Submission> {
  if (isRefused(result)) return Promise.resolve(refused(visit, result));
  if (isSeen(result)) return Promise.resolve(silence);
  const { say } = visit.speech;
  const text = say(said, { codeName: result.motion.codeName });
  return Promise.resolve({ kind: "note", card: noteCard("good", say("done.title"), text) });
}

/** Goes on without an answer. */
export const resume: Act = async (visit, { case: motion }) => {
  const { acts, delivery } = visit;
  const request = { caller: delivery.caller, motion, delivery: delivery.key };
  return done(visit, await acts.answerOnMotion(request, undefined), "motion.done.resumed");
};

const submitGone: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech } = visit;
  const card = await acts.openMotionCard(delivery.caller, { id: ref });
  if (isRefused(card)) return refused(visit, card);
  const form = goneForm(card, values, speech);
  if (form === undefined) return nothingHere(visit);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const request = { caller: delivery.caller, motion: { id: ref }, delivery: delivery.key };
  const result = await acts.withdrawOption(request, valueOf(parsed.answers, "option"));
  return done(visit, result, "motion.done.gone");
};

export const motionQuestionForms: Readonly<Record<string, Submission>> = {
  [ASK]: submitText(askForm, ({ acts }, request, text) => acts.askMover(request, text), "motion.done.asked"),
  [ANSWER]: submitText(
    answerForm,
    ({ acts }, request, text) => acts.answerOnMotion(request, text),
    "motion.done.answered",
  ),
  [GONE]: submitGone,
};
