import type { HandsView, LinkView } from "../../application/views/handsView.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many who act, and so many cases, are listed with a button each. */
const SHOWN = 6;

/** In whose hands a case is: who handles it, who decides its stage, who acts for whom, and which cases belong to it. */
export function handsCard(view: HandsView, citation: Citation, speech: Speech): Card {
  const { say, name, list, day } = speech;
  const decides = view.decides?.body === undefined ? view.decides?.name : name("body", view.decides.body);
  const acting = view.acting
    .slice(0, SHOWN)
    .map((each) =>
      each.until === undefined
        ? say("hands.acting", { name: each.name, of: each.of })
        : say("hands.acting.until", { name: each.name, of: each.of, day: day(each.until) }),
    );
  const blocks: readonly Block[] = [
    {
      kind: "facts",
      facts: [
        { label: say("card.stage"), value: `${name("stage", view.stage)} (${cited(citation, view.clause)})` },
        { label: say("hands.handlers"), value: fitted(list(view.handlers), limits.input) },
        ...(view.isToBeChosen ? [{ label: say("card.decides"), value: say("card.decides.open") }] : []),
        ...(decides === undefined ? [] : [{ label: say("card.decides"), value: decides }]),
      ],
    },
    ...listed(say("card.acting"), acting),
    ...listed(
      say("card.links"),
      view.links.slice(0, SHOWN).map((link) => linkText(link, speech)),
    ),
    { kind: "small", text: say("hands.small") },
  ];
  return {
    tone: view.isToBeChosen ? "attention" : "neutral",
    title: say("hands.title", { codeName: view.codeName }),
    blocks,
    rows: inRows([...controlsOf(view, speech), rulesLink(citation, speech)]),
  };
}

const listed = (heading: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];

/** "It goes on as: quiet-harbour-41"; without the name for whoever may not read that case. */
function linkText({ link, isOrigin, codeName }: LinkView, { say }: Speech): string {
  const text = say(`hands.link.${link}.${isOrigin ? "from" : "to"}`);
  return codeName === undefined ? say("hands.link.kept", { text }) : say("hands.link", { text, codeName });
}

function controlsOf(
  { case: ref, choosable, acting, canDelegate, links }: HandsView,
  { say }: Speech,
): readonly Control[] {
  return [
    ...(choosable.length === 0 ? [] : [button("primary", say("act.hands.choose"), "hands.choose", ref)]),
    ...(canDelegate ? [button("secondary", say("act.hands.delegate"), "hands.delegate", ref)] : []),
    ...acting
      .slice(0, SHOWN)
      .filter(({ canEnd }) => canEnd)
      .map(({ person, name }) =>
        button("danger", fitted(say("act.hands.end", { name }), limits.buttonLabel), "hands.end", ref, person),
      ),
    ...links
      .slice(0, SHOWN)
      .flatMap((link) =>
        link.case === undefined || link.codeName === undefined
          ? []
          : [button("secondary", link.codeName, "case.show", link.case, "card")],
      ),
  ];
}
