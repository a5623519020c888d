import type { CountedList, CountedView } from "../../application/acts/counted.ts";
import { limits } from "../card.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { answerPages } from "./answerPages.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** Anonymous reports that wait to be counted. */
export function countedListCard({ waiting, clause }: CountedList, citation: Citation, speech: Speech): Card {
  const { say, day } = speech;
  const shown = waiting.slice(0, (limits.rowsOfControls - 1) * limits.controlsInRow);
  return {
    tone: waiting.length > 0 ? "attention" : "neutral",
    title: say("counted.list.title"),
    blocks: [
      waiting.length === 0
        ? { kind: "paragraph", text: say("counted.list.none") }
        : {
            kind: "list",
            items: shown.map(({ codeName, day: on }) => say("counted.list.line", { codeName, day: day(on) })),
          },
      ...(waiting.length > shown.length
        ? [{ kind: "small" as const, text: say("list.more", { count: waiting.length - shown.length }) }]
        : []),
      { kind: "small", text: say("counted.list.small", { clause: cited(citation, clause) }) },
    ],
    rows: [
      ...inRows(shown.map(({ id, codeName }) => button("secondary", codeName, "counted.open", id))),
      [rulesLink(citation, speech)],
    ],
  };
}

/** The words of an anonymous report; nothing can be asked and nobody be called. */
export function countedCard(view: CountedView, page: number, citation: Citation, speech: Speech): Card {
  const { say, name, day, list } = speech;
  const { report, rules, texts, names, kinds, readers } = view;
  const pages = answerPages({ answers: texts, kinds }, speech);
  const named = [
    ...(rules.length === 0 ? [] : [{ label: say("card.rules"), value: list(rules.map((rule) => name("rule", rule))) }]),
    ...(names.length === 0 ? [] : [{ label: say("counted.names"), value: list(names) }]),
  ];
  const last = pages.length + (named.length === 0 ? 0 : 1);
  const [before, next] = [String(page - 1), String(page + 1)];
  return {
    tone: "neutral",
    title: say("counted.title", { codeName: report.codeName }),
    blocks: [
      {
        kind: "facts",
        facts: [
          { label: say("mycase.received"), value: day(report.day) },
          { label: say("counted.readers"), value: list(readers) },
          ...(page > pages.length ? named : []),
        ],
      },
      ...(pages[page - 1] ?? []).flatMap(({ field, answer }): readonly Block[] => [
        { kind: "heading", text: field },
        { kind: "quote", text: answer },
      ]),
      { kind: "small", text: say("counted.small", { clause: cited(citation, view.clause) }) },
    ],
    rows: inRows([
      button("primary", say("act.counted.code"), "counted.code", report.id),
      ...(page > 1 ? [button("secondary", say("page.previous"), "counted.open", report.id, before)] : []),
      ...(page < last ? [button("secondary", say("page.next"), "counted.open", report.id, next)] : []),
      button("secondary", say("act.counted.list"), "counted.list", "home"),
      rulesLink(citation, speech),
    ]),
  };
}
