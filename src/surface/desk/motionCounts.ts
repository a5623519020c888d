import { ballotFileCard, ballotsCard } from "../cards/ballotCards.ts";
import { drawMinute, stageCard } from "../cards/minuteCards.ts";
import { drawMotionCard } from "../cards/motionCards.ts";
import { noteCard } from "../cards/noteCard.ts";
import { parseForm, valueOf } from "../form.ts";
import { handsForm } from "./motionForms.ts";
import { isRefused, isSeen, nothingHere, refused, silence } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

/** What came of the last vote on a motion. */
export const minute: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const card = await acts.openMotionCard(delivery.caller, target.case);
  if (isRefused(card)) return refused(visit, card);
  return { kind: "note", card: (card.last === undefined ? drawMotionCard : drawMinute)(card, citation, speech) };
};

/** How a ranked vote was counted, stage by stage; what came of any other vote where there are none. */
export const stages: Act = async (visit, target) => {
  const card = await visit.acts.openMotionCard(visit.delivery.caller, target.case);
  if (isRefused(card)) return refused(visit, card);
  const page = Number.parseInt(target.choice, 10);
  const drawn = stageCard(card, Number.isNaN(page) ? 1 : page, "turns", visit.speech);
  return drawn === undefined ? minute(visit, target) : { kind: Number.isNaN(page) ? "note" : "instead", card: drawn };
};

/** The published ballots of a secret vote, in words. */
export const ballots: Act = async (visit, { case: ref, choice }) => {
  const view = await visit.acts.readBallots(visit.delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  const page = Number.parseInt(choice, 10);
  return {
    kind: Number.isNaN(page) ? "note" : "instead",
    card: ballotsCard(view, Number.isNaN(page) ? 1 : page, visit.speech),
  };
};

/** The file of the ballots, as it is hashed. */
export const file: Act = async (visit, { case: ref, choice }) => {
  const view = await visit.acts.readBallots(visit.delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  const page = Number.parseInt(choice, 10);
  return {
    kind: Number.isNaN(page) ? "note" : "instead",
    card: ballotFileCard(view, Number.isNaN(page) ? 1 : page, visit.speech),
  };
};

/** Opens the form in which whoever leads the vote enters what was counted by hand. */
export const hands: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openMotionCard(visit.delivery.caller, ref);
  if (isRefused(card)) return refused(visit, card);
  return card.rule.byHand && card.vote !== undefined
    ? { kind: "form", form: handsForm(card.motion, {}, visit.speech) }
    : nothingHere(visit);
};

export const handsCounted: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech } = visit;
  const form = handsForm(ref, values, speech);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const card = await acts.openMotionCard(delivery.caller, { id: ref });
  if (isRefused(card)) return refused(visit, card);
  const read = (choice: string) => valueOf(parsed.answers, choice).trim();
  const wrong = form.fields.filter(({ id }) => !/^\d+$/.test(read(id)));
  const errors = Object.fromEntries(wrong.map(({ id }) => [id, speech.say("field.hands.number")]));
  if (wrong.length > 0) return { kind: "errors", form, errors };
  const [inFavour, against, abstaining] = [read("in-favour"), read("against"), read("abstain")].map(Number);
  const counted = { inFavour: inFavour ?? 0, against: against ?? 0, abstaining: abstaining ?? 0 };
  const mayVote = card.vote?.mayVote ?? 0;
  if (card.vote !== undefined && counted.inFavour + counted.against + counted.abstaining > mayVote)
    return { kind: "errors", form, errors: { "in-favour": speech.say("field.hands.many", { mayVote }) } };
  const result = await acts.countHands(
    { caller: delivery.caller, motion: { id: ref }, delivery: delivery.key },
    counted,
  );
  if (isRefused(result)) return refused(visit, result);
  if (isSeen(result)) return silence;
  const said = speech.say("motion.done.hands", { codeName: result.motion.codeName, ...counted });
  return { kind: "note", card: noteCard("good", speech.say("done.title"), said) };
};
