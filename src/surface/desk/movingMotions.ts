import { button } from "../cards/controls.ts";
import { noteCard } from "../cards/noteCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import { formId } from "./forms.ts";
import { moveForm, MOVE, NO_SESSION, linesOf, findOptionFault, OPTIONS, OPTION, amendForm } from "./motionForms.ts";
import type { Act, Visit, Submission } from "./visit.ts";
import { isRefused, refused, isSeen, silence } from "./visit.ts";

/** Opens the form with which a member of a body moves a motion. */
export const open: Act = async (visit) => {
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

export const move: Submission = async (visit, { ref, values }) => {
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

/** Opens the form with which other words take the place of those of a motion. */
export const amend: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openMotionCard(visit.delivery.caller, ref);
  return isRefused(card)
    ? refused(visit, card)
    : { kind: "form", form: amendForm(card.motion, { text: card.text }, visit.speech) };
};

export const amended: Submission = async (visit, { ref, values }) => {
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
