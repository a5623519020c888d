import { dueCard } from "../cards/dueCard.ts";
import { noteCard } from "../cards/privateCards.ts";
import { isRefused, isSeen, refused, requestOf, silence } from "./visit.ts";
import type { Act } from "./visit.ts";

/** Shows what is due to somebody, page by page. */
const showDue: Act = async ({ acts, delivery, citation, speech }, { choice }) => {
  const items = await acts.whatIsDue(delivery.caller);
  const page = choice === "" ? 1 : Number.parseInt(choice, 10);
  return { kind: choice === "" ? "note" : "instead", card: dueCard(items, page, citation, speech) };
};

/** Somebody who was told that something is late says that they have seen it. */
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

export const dueActs: Readonly<Record<string, Act>> = { "due.list": showDue, "case.seen": see };
