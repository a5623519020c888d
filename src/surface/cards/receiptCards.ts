import type { CheckedReceipt, Receipt, ReceiptView } from "../../application/acts/receipts.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { answerPages } from "./answerPages.ts";
import { button, inRows } from "./controls.ts";
import { noteCard } from "./noteCard.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

const moment = (filed: string, { say, day }: Speech) => {
  const [on = "", time = ""] = filed.split("T");
  return say("receipt.moment", { day: day(on), time });
};

/** The number of a receipt, and what it is good for. */
export function receiptBlocks(receipt: Receipt, speech: Speech): readonly Block[] {
  const { say } = speech;
  return [
    { kind: "facts", facts: [{ label: say("receipt.filed"), value: moment(receipt.filed, speech) }] },
    { kind: "quote", text: receipt.number },
    { kind: "small", text: say("receipt.small") },
  ];
}

/** What was filed and when; to whoever filed it with the words. */
export function receiptCard(view: ReceiptView, page: number, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { filedWords, case: ref } = view;
  const pages = filedWords === undefined ? [] : answerPages(filedWords, speech);
  const shown = pages[page - 2] ?? [];
  const last = pages.length + 1;
  return {
    tone: "neutral",
    title: say("receipt.title", { codeName: view.codeName }),
    blocks:
      page === 1
        ? [...receiptBlocks(view, speech), { kind: "small", text: cited(citation, view.clause) }]
        : shown.flatMap(({ field, answer }): readonly Block[] => [
            { kind: "heading", text: field },
            { kind: "quote", text: answer },
          ]),
    rows: inRows([
      ...(page > 1 ? [button("secondary", say("page.previous"), "receipt.show", ref, String(page - 1))] : []),
      ...(page < last
        ? [
            button(
              "secondary",
              say(page === 1 ? "act.receipt.words" : "page.next"),
              "receipt.show",
              ref,
              String(page + 1),
            ),
          ]
        : []),
      ...(page === 1 ? [button("secondary", say("act.receipt.check"), "receipt.check", ref)] : []),
      rulesLink(citation, speech),
    ]),
  };
}

/** Whether a number is the receipt of what stands in the file. */
export function checkedCard({ isRight, codeName, filed }: CheckedReceipt, speech: Speech): Card {
  const { say } = speech;
  const text = isRight
    ? say("receipt.right", { codeName, moment: moment(filed, speech) })
    : say("receipt.wrong", { codeName });
  return noteCard(isRight ? "good" : "attention", say(isRight ? "receipt.right.title" : "receipt.wrong.title"), text);
}
