import type { TextKey } from "../../locale/speech.ts";
import { button } from "../cards/controls.ts";
import { timelineCard } from "../cards/timelineCard.ts";
import { isRefused, refused } from "./visit.ts";
import type { Act } from "./visit.ts";

/**
 * Shows the timeline of a case, page by page.
 * @param as for whom
 * @param name what this act is called, for the buttons of the other pages
 * @param back the button that leads to where this viewer acts on the case
 */
function showTimeline(
  as: "voter" | "party",
  name: string,
  back: { readonly label: TextKey; readonly act: string },
): Act {
  return async (visit, { case: ref, choice }) => {
    const { acts, delivery, citation, speech } = visit;
    const view = await acts.openTimeline(delivery.caller, ref, as);
    if (isRefused(view)) return refused(visit, view);
    const page = choice === "" ? 1 : Number.parseInt(choice, 10);
    const more = [button("secondary", speech.say(back.label), back.act, view.case)];
    const card = timelineCard(view, name, page, more, citation, speech);
    return { kind: choice === "" ? "note" : "instead", card };
  };
}

export const timelineActs: Readonly<Record<string, Act>> = {
  "vote.timeline": showTimeline("voter", "vote.timeline", { label: "act.vote.show", act: "vote.show" }),
  "mycase.timeline": showTimeline("party", "mycase.timeline", { label: "act.mycase", act: "mycase.list" }),
};
