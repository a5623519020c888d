import type { BriefView } from "../../application/acts/readBrief.ts";
import { small, paragraph } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import type { Citation } from "./refusalCard.ts";
import { cited, rulesLink, rulesRow } from "./refusalCard.ts";

/** What the body has asked the parties, and what it was answered. */
function answerBlocks(view: Extract<BriefView, { kind: "brief" }>, { say }: Speech): readonly Block[] {
  return view.questions.slice(-ANSWERED).flatMap(({ question, answer }): readonly Block[] => [
    { kind: "heading", text: say("brief.question") },
    { kind: "quote", text: question },
    { kind: "quote", text: answer },
  ]);
}

/** So many answers stand with the brief: the latest. */
const ANSWERED = 3;

/** The question before the brief, or the brief. */
export function briefCard(view: BriefView, citation: Citation, speech: Speech): Card {
  const { say, list } = speech;
  if (view.kind === "brief")
    return {
      tone: "neutral",
      title: say("brief.title", { codeName: view.codeName }),
      blocks: [
        { kind: "quote", text: view.text },
        ...answerBlocks(view, speech),
        small(say("brief.small", { clause: cited(citation, view.clause) })),
      ],
      rows: [
        [
          ...(view.canAsk ? [button("secondary", say("act.vote.ask"), "vote.ask", view.case)] : []),
          button("danger", say("act.recuse"), "vote.recuse", view.case),
          rulesLink(citation, speech),
        ],
      ],
    };
  return {
    tone: "attention",
    title: say("conflict.title", { codeName: view.codeName }),
    blocks: [
      paragraph(say("conflict.question")),
      { kind: "list", items: view.conflicts.map((each) => speech.name("conflict", each)) },
      paragraph(say("conflict.confidentiality")),
      small(say("clause.cited", { clauses: list(view.clauses.map((clause) => cited(citation, clause))) })),
    ],
    rows: [
      [
        button("secondary", say("act.vote.clear"), "vote.clear", view.case),
        button("secondary", say("act.vote.conflict"), "vote.recuse", view.case),
      ],
      rulesRow(view.clauses, citation, speech, view.case),
    ],
  };
}
