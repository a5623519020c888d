import { whyCard } from "../cards/whyCard.ts";
import { isRefused, refused } from "./visit.ts";
import type { Act } from "./visit.ts";

/** Shows what somebody can do in a case now, what not, and why. */
function showWhy(as: "handler" | "voter"): Act {
  return async (visit, { case: ref }) => {
    const view = await visit.acts.askWhy(visit.delivery.caller, ref, as);
    if (isRefused(view)) return refused(visit, view);
    return { kind: "note", card: whyCard(view, visit.citation, visit.speech) };
  };
}

export const askingActs: Readonly<Record<string, Act>> = {
  "case.why": showWhy("handler"),
  "vote.why": showWhy("voter"),
};
