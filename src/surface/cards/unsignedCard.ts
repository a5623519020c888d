import type { EnteredUnsigned } from "../../application/acts/enterUnsigned.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** To an officer who entered a report that names nobody: what becomes of it, and the code for whoever it came from. */
export function unsignedCard(entered: EnteredUnsigned, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { opened } = entered;
  return {
    tone: "good",
    title: say("report.entered.title"),
    blocks: entered.isShut ? [paragraph(say("report.entered.shut"))] : keptBlocks(entered, citation, speech),
    rows: [
      ...(opened === undefined ? [] : [[button("primary", say("act.case.show"), "case.show", opened.case, "card")]]),
      rulesRow([entered.clause], citation, speech),
    ],
  };
}

function keptBlocks(
  { opened, readers, clause }: EnteredUnsigned,
  citation: Citation,
  speech: Speech,
): readonly Block[] {
  const { say, list } = speech;
  const values = { readers: list(readers.map(({ name }) => name)), clause: cited(citation, clause) };
  if (opened === undefined) return [paragraph(say("report.unsigned.counted", values))];
  return [
    paragraph(say("report.entered", { ...values, codeName: opened.codeName })),
    { kind: "quote", text: opened.code },
    paragraph(say("report.unsigned.code")),
  ];
}
