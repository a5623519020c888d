import type { AnonymousPreview, FiledAnonymously } from "../../application/acts/anonymous.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { helpBlocks, helpLinks } from "./helpCard.ts";
import { receiptBlocks } from "./receiptCards.ts";
import { cited, rulesLink, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";
import { lateBlocks } from "./reportCards.ts";

/** What somebody who gives no name is told before sending: who reads it, what becomes of it, who can know all the same, and the code. */
export function anonymousPreviewCard(
  preview: AnonymousPreview,
  draft: string,
  pages: number,
  citation: Citation,
  platform: "discord" | "slack",
  speech: Speech,
): Card {
  const { say, list } = speech;
  const { mode, code = "", notes } = preview;
  const readers = list(preview.readers.map(({ name }) => name));
  const edits = Array.from({ length: pages }, (_, i) =>
    button("secondary", say("act.report.edit", { page: i + 1 }), "anonymous.page", draft, String(i + 1)),
  );
  return {
    tone: "neutral",
    title: say("anonymous.preview.title"),
    blocks: [
      paragraph(say("anonymous.preview.readers", { readers, clause: cited(citation, preview.clause) })),
      ...(preview.alternatives.length === 0 ? [] : [paragraph(say("report.preview.about-receiver"))]),
      paragraph(say(`anonymous.preview.${mode}`)),
      ...(code === "" ? [] : [{ kind: "quote" as const, text: code }, paragraph(say("anonymous.preview.code"))]),
      {
        kind: "list",
        items: [
          ...(notes.falseReports ? [say("report.preview.false-reports")] : []),
          ...(notes.police === undefined || mode === "statistics_only"
            ? []
            : [say(`report.preview.police.${notes.police}`)]),
          say("anonymous.preview.kept"),
          say(`anonymous.preview.platform.${platform}`),
          say("anonymous.preview.host"),
          say("anonymous.preview.words"),
        ],
      },
      ...lateBlocks(preview, citation, speech),
      small(say("report.preview.not-sent")),
    ],
    rows: [
      ...otherReaders(preview, draft, speech),
      ...inRows([
        button(
          "success",
          say(mode === "investigable" ? "act.anonymous.send.code" : "act.anonymous.send"),
          "anonymous.send",
          draft,
          code,
        ),
        ...edits,
        button("danger", say("act.report.discard"), "anonymous.discard", draft),
        rulesLink(citation, speech),
      ]),
    ],
  };
}

/** Where it is about somebody who receives reports: who may read it instead. */
function otherReaders(
  { readers, alternatives }: AnonymousPreview,
  draft: string,
  { say, list }: Speech,
): readonly (readonly Control[])[] {
  const chosen = readers.map(({ person }) => person).join("+");
  const options = alternatives.flatMap(({ key, readers: people }, index) =>
    key === chosen
      ? []
      : [{ value: String(index), label: fitted(list(people.map(({ name }) => name)), limits.optionLabel) }],
  );
  if (options.length === 0) return [];
  const placeholder = say("report.preview.other");
  return [
    [
      {
        kind: "select",
        act: "anonymous.to",
        choice: "",
        ref: draft,
        placeholder,
        options: options.slice(0, limits.options),
      },
    ],
  ];
}

/** That it was sent. */
export function filedAnonymouslyCard(filed: FiledAnonymously, citation: Citation, speech: Speech): Card {
  const { say, list } = speech;
  const readers = list(filed.readers.map(({ name }) => name));
  const clause = cited(citation, filed.clause);
  const title = say("anonymous.filed.title");
  if (filed.kind === "counted")
    return {
      tone: "good",
      title,
      blocks: [paragraph(say("anonymous.filed.counted", { readers, clause })), small(say("anonymous.filed.name"))],
      rows: [rulesRow([filed.clause], citation, speech)],
    };
  return {
    tone: "good",
    title,
    blocks: [
      paragraph(say("anonymous.filed.channel", { readers, clause, codeName: filed.codeName })),
      { kind: "quote", text: filed.code },
      paragraph(say("anonymous.filed.code")),
      ...(filed.receipt === undefined ? [] : receiptBlocks(filed.receipt, speech)),
      ...helpBlocks(filed.help, speech),
    ],
    rows: [
      ...helpLinks(filed.help),
      [
        button("secondary", say("act.anonymous.look"), "anonymous.look", "home", filed.code),
        ...rulesRow([filed.clause], citation, speech),
      ],
    ],
  };
}

/** To whoever receives reports: one waits to be counted. */
export function countedNewsCard(report: string, { say }: Speech): Card {
  return {
    tone: "attention",
    title: say("counted.news.title"),
    blocks: [paragraph(say("counted.news"))],
    rows: [[button("primary", say("act.counted.open"), "counted.open", report)]],
  };
}
