import { dueCard } from "../cards/dueCard.ts";
import type { Act } from "./visit.ts";

/** Shows what is due to somebody, page by page. */
const showDue: Act = async ({ acts, delivery, citation, speech }, { choice }) => {
  const items = await acts.whatIsDue(delivery.caller);
  const page = choice === "" ? 1 : Number.parseInt(choice, 10);
  return { kind: choice === "" ? "note" : "instead", card: dueCard(items, page, citation, speech) };
};

export const dueActs: Readonly<Record<string, Act>> = { "due.list": showDue };
