import type { MyRecord } from "../../application/views/hearingView.ts";
import { paragraph, small } from "../blocks.ts";
import type { Card } from "../card.ts";
import { recordBlocks } from "../hearingText.ts";
import type { Speech } from "../say.ts";
import { inRows, turningRows } from "./controls.ts";
import { fileControls } from "./evidenceCards.ts";
import { rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** The record of a hearing for a party who asked for it: to be read, or still to be written. */
export function myRecordCard(view: MyRecord, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { case: ref, codeName, record, number, total } = view;
  return {
    tone: "neutral",
    title: say("hearing.record.title", { codeName }),
    blocks:
      record === undefined
        ? [paragraph(say("hearing.record.asked"))]
        : [...recordBlocks(record, speech), small(say("hearing.record.small"))],
    rows: [
      ...turningRows("hearing.summary", ref, number, total, speech),
      ...inRows([...(record === undefined ? [] : fileControls(record, ref, speech)), rulesLink(citation, speech)]),
    ],
  };
}
