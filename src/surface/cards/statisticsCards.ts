import type { DecisionsView, PrecedentsView } from "../../application/acts/decisions.ts";
import type { CasesExport, Recipient, StatisticsView } from "../../application/acts/statistics.ts";
import { NONE } from "../../domain/records/statistics.ts";
import type { Cell, PublishedTable } from "../../domain/records/statistics.ts";
import { small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Card, Control } from "../card.ts";
import { paged } from "../pages.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So much of a table stands on a page. */
const TABLE = { items: 40, length: 2400 } as const;

/** What something that is counted by is called: a thing of the rulebook, or an answer of the report. */
function valueName(dimension: string, value: string, { say, name }: Speech): string {
  if (value === NONE) return say("statistics.none");
  const kinds = ["rule", "ground", "outcome", "sanction", "stage"];
  return name(kinds.includes(dimension) ? dimension : "option", value);
}

/** The lines of a table as a file has them: nothing but numbers, or that there are fewer than the least that is told. */
export function tableLines({ dimensions, minimum, total }: PublishedTable, speech: Speech): readonly string[] {
  const { say, name } = speech;
  const number = (cases: number | undefined) =>
    cases === undefined ? say("statistics.few", { minimum }) : String(cases);
  return [
    say("statistics.total", { cases: number(total) }),
    ...dimensions.flatMap(({ name: dimension, cells }) => [
      "",
      name("dimension", dimension),
      ...cells.map(({ value, cases }: Cell) => `  ${valueName(dimension, value, speech)}: ${number(cases)}`),
    ]),
  ];
}

export function recipientName({ id, label }: Recipient, { name }: Speech): string {
  const [kind = "", of = ""] = id.split(":");
  return label ?? name(kind, of);
}

/** A period, as people say it: 2026, or 2026/27. */
export function periodName(period: string, isAcademic: boolean): string {
  const year = Number.parseInt(period, 10);
  return isAcademic ? `${period}/${String((year + 1) % 100).padStart(2, "0")}` : period;
}

/** The numbers of a period, with what can be done with them. */
export function statisticsCard(view: StatisticsView, page: number, citation: Citation, speech: Speech): Card {
  const { say, day } = speech;
  const { table, periods, recipients, given, isAcademic, clause } = view;
  const period = periodName(table.period, isAcademic);
  const pages = paged(tableLines(table, speech), TABLE);
  const shown = pages[page - 1] ?? [];
  const selects: readonly (readonly Control[])[] = [
    [
      {
        kind: "select",
        act: "statistics.show",
        ref: "home",
        choice: "",
        placeholder: say("statistics.period"),
        options: periods.map((value) => ({ value, label: periodName(value, isAcademic) })),
      },
    ],
    ...(recipients.length > 0
      ? [
          [
            {
              kind: "select" as const,
              act: "statistics.give",
              ref: "home",
              choice: table.period,
              placeholder: say("statistics.give"),
              options: recipients
                .slice(0, limits.options)
                .map((each) => ({ value: each.id, label: fitted(recipientName(each, speech), limits.optionLabel) })),
            },
          ],
        ]
      : []),
  ];
  const turns = pages.length > 1 ? [turnRow(table.period, page, pages.length, speech)] : [];
  const lines = given.map((each) =>
    say("statistics.given", {
      to: recipientName(each.to, speech),
      period: periodName(each.period, isAcademic),
      by: each.by,
      day: day(each.on),
    }),
  );
  return {
    tone: "neutral",
    title: say("statistics.title", { period }),
    blocks: [
      { kind: "table", lines: shown },
      ...(lines.length > 0 ? [{ kind: "list" as const, items: lines }] : []),
      small(say("statistics.small", { minimum: table.minimum })),
    ],
    rows: [...turns, ...selects, rulesRow([clause], citation, speech)],
  };
}

function turnRow(period: string, page: number, pages: number, { say }: Speech): readonly Control[] {
  return [
    ...(page > 1
      ? [button("secondary", say("page.previous"), "statistics.show", "home", `${period}-${page - 1}`)]
      : []),
    ...(page < pages
      ? [button("secondary", say("page.next"), "statistics.show", "home", `${period}-${page + 1}`)]
      : []),
  ];
}

/** What a file about a case without a name says: one line for each. */
export function caseLines({ cases }: CasesExport, speech: Speech): readonly string[] {
  const { name, list, say } = speech;
  return cases.map((facts) =>
    [
      facts.year,
      name("procedure", facts.procedure),
      list(facts.rules.map((rule) => name("rule", rule))),
      ...(facts.grounds.length > 0 ? [list(facts.grounds.map((ground) => name("ground", ground)))] : []),
      facts.outcome === undefined ? say("statistics.none") : name("outcome", facts.outcome),
      facts.sanction === undefined ? say("statistics.none") : name("sanction", facts.sanction),
      say("statistics.days", { days: facts.days }),
    ].join("; "),
  );
}

/** The cases without names that are to be handed out: whoever confirms it has seen them. */
export function exportCard(view: CasesExport, isDone: boolean, citation: Citation, speech: Speech): Card {
  const { say, list, day } = speech;
  const to = list(view.to.map((each) => recipientName(each, speech)));
  const [shown = []] = paged(caseLines(view, speech), TABLE);
  const left = view.cases.length - shown.length;
  return {
    tone: isDone ? "good" : "neutral",
    title: say("export.title"),
    blocks: [
      { kind: "paragraph", text: say(isDone ? "export.done" : "export.intro", { count: view.cases.length, to }) },
      ...(shown.length > 0 ? [{ kind: "list" as const, items: shown }] : []),
      ...(left > 0 ? [small(say("export.more", { count: left }))] : []),
      ...(view.last === undefined ? [] : [small(say("export.last", { day: day(view.last) }))]),
    ],
    rows: [
      ...(isDone || view.cases.length === 0
        ? []
        : [[button("primary", say("act.statistics.handout"), "statistics.handout", "home")]]),
      rulesRow([view.clause], citation, speech),
    ],
  };
}

/** The decisions that hold some words. */
export function decisionsCard({ words, lines, clause }: DecisionsView, citation: Citation, speech: Speech): Card {
  const { say, name, day } = speech;
  const items = lines.map(({ number, day: on, text, rule }) =>
    say("decisions.line", { number, day: day(on), text, rule: name("vote", rule) }),
  );
  return foundCard("decisions", words, items, clause, citation, speech);
}

/** The precedents that hold some words. */
export function precedentsCard({ words, found, clause }: PrecedentsView, citation: Citation, speech: Speech): Card {
  const { say, name, list } = speech;
  const items = found.map(({ text, rules, outcome, sanction, year }) =>
    say("precedents.line", {
      year,
      rules: list(rules.map((rule) => name("rule", rule))),
      outcome: name("outcome", outcome),
      sanction: sanction === undefined ? say("statistics.none") : name("sanction", sanction),
      text,
    }),
  );
  return foundCard("precedents", words, items, clause, citation, speech);
}

function foundCard(
  what: "decisions" | "precedents",
  words: string,
  items: readonly string[],
  clause: string,
  citation: Citation,
  speech: Speech,
): Card {
  const { say } = speech;
  const [shown = []] = paged(items);
  const left = items.length - shown.length;
  return {
    tone: "neutral",
    title: say(`${what}.title`),
    blocks: [
      ...(words === ""
        ? []
        : [{ kind: "paragraph" as const, text: say("register.searched", { words: fitted(words, 100) }) }]),
      ...(shown.length > 0
        ? [{ kind: "list" as const, items: shown }]
        : [{ kind: "paragraph" as const, text: say("register.none") }]),
      ...(left > 0 ? [small(say("register.more", { count: left }))] : []),
    ],
    rows: [rulesRow([clause], citation, speech)],
  };
}
