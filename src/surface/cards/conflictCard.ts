import type { Orphan } from "../../application/acts/succeed.ts";
import type { OfficersCard } from "../../application/roomCards.ts";
import type { Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** The question to an officer who is about to decide a case: going on says that nothing stands in the way. */
export function conflictCard(card: OfficersCard, outcome: string, citation: Citation, speech: Speech): Card {
  return questionOf(card, "decide", citation, speech, [
    button("secondary", speech.say("act.vote.clear"), "case.clear", card.case, outcome),
    button("secondary", speech.say("act.vote.conflict"), "case.recuse", card.case),
  ]);
}

/** What somebody is asked before they take over a case that nobody in office handles: nothing of it is told but its name. */
export function successionCard(orphan: Orphan, citation: Citation, speech: Speech): Card {
  return questionOf(orphan, "succeed", citation, speech, [
    button("secondary", speech.say("act.vote.clear"), "case.succeed", orphan.case, "yes"),
    button("secondary", speech.say("act.vote.conflict"), "case.succeed", orphan.case, "no"),
  ]);
}

function questionOf(
  {
    case: ref,
    codeName,
    conflictClause,
    conflicts,
  }: Pick<OfficersCard, "case" | "codeName" | "conflictClause" | "conflicts">,
  before: "decide" | "succeed",
  citation: Citation,
  speech: Speech,
  answers: readonly Control[],
): Card {
  const { say, name } = speech;
  return {
    tone: "attention",
    title: say(`conflict.title.${before}`, { codeName }),
    blocks: [
      { kind: "paragraph", text: say(before === "decide" ? "conflict.question.decide" : "conflict.question") },
      { kind: "list", items: conflicts.map((each) => name("conflict", each)) },
      { kind: "paragraph", text: say("conflict.confidentiality") },
      { kind: "small", text: say("clause.cited", { clauses: cited(citation, conflictClause) }) },
    ],
    rows: [answers, rulesRow([conflictClause], citation, speech, ref)],
  };
}
