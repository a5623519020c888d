import type { MotionCard } from "../../application/motions/motionCard.ts";
import { noteCard } from "../cards/noteCard.ts";
import { parseForm, valueOf } from "../form.ts";
import { openVoteForm } from "./motionForms.ts";
import { press } from "./motionPress.ts";
import type { Visit, Act, Submission } from "./visit.ts";
import { isRefused, refused, isSeen, silence } from "./visit.ts";

/** The way to vote that was chosen: by its name, or as a vote or a consensus. */
function wayOf({ rulebook }: Visit, { rule, ways }: MotionCard, choice: string): string | undefined {
  const all = [rule.method, ...ways];
  const method = choice === "vote" ? "motion" : choice;
  return all.find((way) => way === choice) ?? all.find((way) => rulebook.votes[way]?.method === method);
}

/** Opens the vote; where its last day is over, once another one was said. */
export const openVote: Act = async (visit, target) => {
  const { acts, delivery, speech } = visit;
  const card = await acts.openMotionCard(delivery.caller, target.case);
  if (!isRefused(card) && card.isDayOver && card.vote === undefined)
    return { kind: "form", form: openVoteForm(card.motion, {}, speech) };
  const way = isRefused(card) ? undefined : wayOf(visit, card, target.choice);
  const opening = press((_, request) => acts.openMotionVote(request, undefined, way), "motion.done.opened");
  return opening(visit, target);
};

export const openUntil: Submission = async (visit, { ref, values }) => {
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
