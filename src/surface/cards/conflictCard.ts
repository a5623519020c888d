import type { OfficersCard } from "../../application/message.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** The question to an officer who is about to decide a case: going on says that nothing stands in the way. */
export function conflictCard(
  { case: ref, codeName, conflictClause }: OfficersCard,
  outcome: string,
  citation: Citation,
  speech: Speech,
): Card {
  const { say } = speech;
  return {
    tone: "attention",
    title: say("conflict.title.decide", { codeName }),
    blocks: [
      { kind: "paragraph", text: say("conflict.question.decide") },
      { kind: "paragraph", text: say("conflict.confidentiality") },
      { kind: "small", text: say("clause.cited", { clauses: cited(citation, conflictClause) }) },
    ],
    rows: [
      [
        button("secondary", say("act.vote.clear"), "case.clear", ref, outcome),
        button("secondary", say("act.vote.conflict"), "case.recuse", ref),
      ],
      rulesRow([conflictClause], citation, speech, ref),
    ],
  };
}
