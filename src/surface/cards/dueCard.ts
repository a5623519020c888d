import type { DueItem } from "../../application/acts/whatIsDue.ts";
import type { Urgency } from "../../domain/timeline/duties.ts";
import type { Block, Card } from "../card.ts";
import { dutyText } from "../obligationText.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";
import { comingText } from "./timelineCard.ts";

/** So many items stand on a page. */
const PAGE = 15;

const groups: readonly Urgency[] = ["late", "soon", "later", "no-date"];

/**
 * What is due to somebody, privately: late first, each with its case, its day and its clause.
 * @param wanted which page, from 1
 */
export function dueCard(items: readonly DueItem[], wanted: number, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = items.slice((page - 1) * PAGE, page * PAGE);
  const blocks = groups.flatMap((urgency): readonly Block[] => {
    const lines = shown.filter((item) => item.urgency === urgency).map((item) => lineOf(item, citation, speech));
    return lines.length === 0
      ? []
      : [
          { kind: "heading", text: say(`due.group.${urgency}`) },
          { kind: "list", items: lines },
        ];
  });
  const turns = [
    ...(page > 1 ? [button("secondary", say("page.previous"), "due.list", "home", String(page - 1))] : []),
    ...(page < pages ? [button("secondary", say("page.next"), "due.list", "home", String(page + 1))] : []),
  ];
  return {
    tone: items.some(({ urgency }) => urgency === "late") ? "attention" : "neutral",
    title: say("due.title"),
    blocks: [
      ...(items.length === 0 ? [{ kind: "paragraph" as const, text: say("due.none") }] : blocks),
      { kind: "small", text: say("timeline.small") },
    ],
    rows: [[...turns, ...(items.length === 0 ? [] : [rulesLink(citation, speech)])]].filter((row) => row.length > 0),
  };
}

function lineOf({ codeName, whose, what }: DueItem, citation: Citation, speech: Speech): string {
  const { say } = speech;
  const values = { codeName, what: whatText(what, speech), whose: say(`due.whose.${whose}`) };
  const line = say(what.kind === "duty" ? "due.line.duty" : "due.line", values);
  return what.clause === undefined ? line : `${line} (${cited(citation, what.clause)})`;
}

function whatText(what: DueItem["what"], speech: Speech): string {
  const { say, name, day } = speech;
  switch (what.kind) {
    case "challenge":
      return say("due.challenge", { task: say(`appeal.task.${what.task}`), day: day(what.since) });
    case "question":
      return what.by === undefined
        ? say("due.question", { day: day(what.since) })
        : say("due.question.by", { day: day(what.by) });
    case "duty": {
      const duty = dutyText(what.about, what.exportTo, speech).replace(/\.$/, "");
      return say(what.isLate ? "due.late" : "due.by", { what: duty, day: day(what.day) });
    }
    case "ballot":
      return say("due.ballot");
    case "open":
      return say("due.open", { stage: name("stage", what.about), day: day(what.since) });
    case "task":
    case "target":
    case "limit":
    case "step":
    case "objections":
    case "relay":
    case "hearing":
    case "review":
    case "sanction-task":
    case "condition":
    case "lapse":
    case "meeting":
    case "appeal":
      return comingText(what, speech);
  }
}
