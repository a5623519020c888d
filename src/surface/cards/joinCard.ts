import type { JoinView } from "../../application/acts/together.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** Who says that somebody reports something together with them, and what that person can answer. */
export function joinCard(view: JoinView, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { case: ref, isIn, hasDeclined, clause } = view;
  return {
    tone: isIn ? "good" : "neutral",
    title: say("notice.join-asked.title"),
    blocks: textsOf(view, speech).map((text) => ({ kind: "paragraph", text })),
    rows: [
      [
        ...(isIn ? [] : [button("primary", say("act.join.yes"), "join.yes", ref)]),
        ...(hasDeclined ? [] : [button("secondary", say(isIn ? "act.join.leave" : "act.join.no"), "join.no", ref)]),
        button("secondary", say("act.mycase"), "mycase.list", ref),
      ],
      rulesRow([clause], citation, speech),
    ],
  };
}

/** How it stands between those who report it and whoever was named. */
function textsOf({ author, spokesperson, codeName, isIn, hasDeclined }: JoinView, { say }: Speech): readonly string[] {
  if (isIn) return [say("join.in", { codeName: codeName ?? "" })];
  if (hasDeclined) return [say("join.declined")];
  const asked = say("join.asked", { author });
  if (spokesperson === undefined) return [asked, say("join.means")];
  const speaks = spokesperson.isOneself ? say("join.speaks.oneself") : say("join.speaks", { name: spokesperson.name });
  return [asked, speaks, say("join.means")];
}
