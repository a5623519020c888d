import { dueCard } from "../cards/dueCard.ts";
import { noteCard } from "../cards/noteCard.ts";
import { OBLIGATIONS, showObligations } from "./obligations.ts";
import { isRefused, isSeen, refused, requestOf, silence } from "./visit.ts";
import type { Act } from "./visit.ts";

/** Somebody who was told that something is late says that they have seen it; by command what they were told of last. */
const see: Act = async (visit, { case: ref, choice }) => {
  const { acts, speech } = visit;
  const result = await acts.seeNotice(requestOf(visit, ref), choice);
  if (isRefused(result)) return refused(visit, result);
  if (isSeen(result)) return silence;
  const { codeName, nextDay } = result;
  const said =
    nextDay === undefined
      ? speech.say("done.seen.settled", { codeName })
      : speech.say("done.seen", { codeName, day: speech.day(nextDay) });
  return { kind: "note", card: noteCard("good", speech.say("done.title"), said) };
};

/** Shows what is due to somebody, page by page; with the name of a case it says that one has seen that it is late. */
const showDue: Act = async (visit, target) => {
  const { choice } = target;
  // On Slack words follow each other without the names of what they are.
  const typed = "codeName" in target.case ? target.case.codeName : "";
  if (choice === OBLIGATIONS || typed === OBLIGATIONS) return showObligations(visit, target);
  if (typed !== "") return see(visit, target);
  const { acts, delivery, citation, speech } = visit;
  const items = await acts.whatIsDue(delivery.caller);
  const page = choice === "" ? 1 : Number.parseInt(choice, 10);
  return { kind: choice === "" ? "note" : "instead", card: dueCard(items, page, citation, speech) };
};

export const dueActs: Readonly<Record<string, Act>> = { "due.list": showDue, "due.seen": see };
