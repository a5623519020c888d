import type { NoticeView } from "../../application/notice.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { inRows } from "./controls.ts";
import { helpBlocks, helpLinks } from "./helpCard.ts";
import { ownCaseButton } from "./noticeTable.ts";
import type { NoticeBody } from "./noticeTable.ts";

/** So many places at which rules can be read have a button. */
const LINKS = 4;

/** A respondent is told what the report says, where the rules and the procedure can be read, and where help is. */
export function allegationsNotice(view: NoticeView, body: NoticeBody<"allegations">, speech: Speech): Card {
  const { say } = speech;
  const help: readonly Block[] =
    body.help === undefined ? [paragraph(say("notice.allegations.support"))] : helpBlocks(body.help, speech);
  return {
    tone: "attention",
    title: say("notice.allegations.title"),
    blocks: [
      paragraph(say("notice.allegations", { codeName: view.codeName })),
      { kind: "quote", text: body.text },
      paragraph(say("notice.allegations.answer")),
      ...(body.hasSupport ? help : []),
    ],
    rows: [
      ...inRows([
        ...body.codeLinks
          .slice(0, LINKS)
          .map((url, i) =>
            link(
              i === 0 ? say("notice.allegations.code") : say("notice.allegations.code.number", { number: i + 1 }),
              url,
            ),
          ),
        link(say("notice.allegations.procedure"), body.procedureLink),
        ownCaseButton(view, speech),
      ]),
      ...helpLinks(body.help),
    ],
  };
}

const link = (label: string, url: string): Control => ({ kind: "link", label, url });
