import type { ObligationItem } from "../../application/acts/obligations.ts";
import type { ObligationView } from "../../application/message.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card } from "../card.ts";
import { announcementText, standingText } from "../obligationText.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesLink, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many stand on a page. */
const PAGE = 5;

/** What those who owe something are told of it. */
export function drawObligation(view: ObligationView, speech: Speech): Card {
  const { say } = speech;
  const record = button("primary", say("act.obligation.record"), "obligation.record", "home", view.id);
  const all = button("secondary", say("act.obligations"), "obligation.list", "home");
  const look = button("primary", say("act.statistics.export"), "statistics.export", "home");
  const isOwed = view.about === "ahead" || view.about === "late";
  const first = view.exportTo === undefined ? record : look;
  return {
    tone: view.about === "ahead" ? "neutral" : "attention",
    title: say(view.body === undefined ? "obligation.title" : "obligation.few.title"),
    blocks: [
      { kind: "paragraph", text: announcementText(view, speech) },
      { kind: "small", text: say("obligation.source", { clause: cited(view.document, view.clause) }) },
    ],
    rows: [
      ...(view.body === undefined ? [isOwed ? [first, all] : [all]] : []),
      rulesRow([view.clause], view.document, speech),
    ],
  };
}

/**
 * What has to be done again and again, and how it stands; whoever owes some of it records there that it was done.
 * @param wanted which page, from 1
 */
export function obligationListCard(
  items: readonly ObligationItem[],
  wanted: number,
  citation: Citation,
  speech: Speech,
): Card {
  const { say } = speech;
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = items.slice((page - 1) * PAGE, page * PAGE);
  const lines = shown.map((item) => `${standingText(item, speech)} (${cited(citation, item.standing.rule.clause)})`);
  const own = shown.filter(({ isOwn, exportTo }) => isOwn && exportTo === undefined);
  const look = shown.some(({ exportTo }) => exportTo !== undefined)
    ? [button("primary", say("act.statistics.export"), "statistics.export", "home")]
    : [];
  const turns = [
    ...(page > 1 ? [button("secondary", say("page.previous"), "obligation.list", "home", String(page - 1))] : []),
    ...(page < pages ? [button("secondary", say("page.next"), "obligation.list", "home", String(page + 1))] : []),
  ];
  const blocks: readonly Block[] =
    items.length === 0
      ? [{ kind: "paragraph", text: say("obligation.none") }]
      : [
          { kind: "list", items: lines },
          { kind: "small", text: say("obligation.small") },
        ];
  const options = own.map(({ standing: { id, rule } }) => ({
    value: id,
    label: fitted(rule.what, limits.optionLabel),
  }));
  return {
    tone: items.some(({ isLate }) => isLate) ? "attention" : "neutral",
    title: say("obligation.list.title"),
    blocks,
    rows: [
      ...(options.length === 0
        ? []
        : [
            [
              {
                kind: "select" as const,
                act: "obligation.record",
                choice: "",
                ref: "home",
                placeholder: say("obligation.choose"),
                options,
              },
            ],
          ]),
      [...look, ...turns, rulesLink(citation, speech)],
    ],
  };
}
