import type { Orphan } from "../../application/acts/succeed.ts";
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

/** What somebody is asked before they take over a case that nobody in office handles: nothing of it is told but its name. */
export function successionCard(
  { case: ref, codeName, conflictClause }: Orphan,
  citation: Citation,
  speech: Speech,
): Card {
  const { say } = speech;
  return {
    tone: "attention",
    title: say("conflict.title.succeed", { codeName }),
    blocks: [
      { kind: "paragraph", text: say("conflict.question") },
      { kind: "paragraph", text: say("conflict.confidentiality") },
      { kind: "small", text: say("clause.cited", { clauses: cited(citation, conflictClause) }) },
    ],
    rows: [
      [
        button("secondary", say("act.vote.clear"), "case.succeed", ref, "yes"),
        button("secondary", say("act.vote.conflict"), "case.succeed", ref, "no"),
      ],
      rulesRow([conflictClause], citation, speech, ref),
    ],
  };
}
