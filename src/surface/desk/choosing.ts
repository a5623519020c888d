import { choiceCard, choiceConfirmCard } from "../cards/choiceCards.ts";
import { press } from "./submission.ts";
import { isRefused, refused, requestOf } from "./visit.ts";
import type { Act } from "./visit.ts";

const show: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const question = await acts.askChoice(delivery.caller, target.case);
  if (isRefused(question)) return refused(visit, question);
  return { kind: "note", card: choiceCard(question, citation, speech) };
};

/** Asks once more, with what follows; what is not offered is shown as what is. */
const pick: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const question = await acts.askChoice(delivery.caller, target.case);
  if (isRefused(question)) return refused(visit, question);
  const isOffered = question.outcomes.includes(target.choice) && question.chosen !== target.choice;
  const card = isOffered
    ? choiceConfirmCard(question, target.choice, citation, speech)
    : choiceCard(question, citation, speech);
  return { kind: "note", card };
};

/** A party chooses how it goes on: first between what, then once more, and then it is done. */
export const choosingActs: Readonly<Record<string, Act>> = {
  "choice.show": show,
  "choice.pick": pick,
  "choice.make": press(
    (visit, { case: ref, choice }) => visit.acts.choose(requestOf(visit, ref), choice),
    "done.choice",
    "instead",
  ),
};
