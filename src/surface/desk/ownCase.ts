import { helpCard } from "../cards/helpCard.ts";
import { endQuestionCard, supportCard } from "../cards/ownCaseCards.ts";
import { CONFIRMED } from "../cards/referralCard.ts";
import { press } from "./submission.ts";
import { isRefused, nothingHere, refused, requestOf } from "./visit.ts";
import type { Act } from "./visit.ts";

/** Asks first what follows; the press on that ends the case. */
const end: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  if (target.choice === CONFIRMED) return endNow(visit, target);
  const asked = await acts.askEnd(delivery.caller, target.case);
  if (isRefused(asked)) return refused(visit, asked);
  return { kind: "note", card: endQuestionCard(asked, citation, speech) };
};

const endNow = press((visit, { case: ref }) => visit.acts.endCase(requestOf(visit, ref)), "done.mycase.end", "instead");

const help: Act = async (visit, { ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const mine = (await acts.myCases(delivery.caller)).find((each) => each.case === ref);
  if (mine?.help === undefined) return nothingHere(visit);
  return { kind: "note", card: helpCard(mine.help, ref, citation, speech) };
};

/** Asks first whom; no reason is asked. */
const support: Act = async (visit, target) => {
  if (target.choice !== "") return chooseSupport(visit, target);
  const mine = (await visit.acts.myCases(visit.delivery.caller)).find((each) => each.case === target.ref);
  if (mine?.support === undefined) return nothingHere(visit);
  return { kind: "note", card: supportCard(mine, visit.speech) };
};

const chooseSupport = press(
  (visit, { case: ref, choice }) => visit.acts.chooseSupport(requestOf(visit, ref), choice),
  "done.mycase.support",
  "instead",
);

/** What a party does in a case of their own. */
export const ownCaseActs: Readonly<Record<string, Act>> = {
  "mycase.end": end,
  "mycase.help": help,
  "mycase.support": support,
};
