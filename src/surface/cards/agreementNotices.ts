import type { NoticeView } from "../../application/message.ts";
import { paragraph } from "../blocks.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

export type AgreementBody = Extract<
  NoticeView["body"],
  { kind: "agreement-asked" | "agreement-answered" | "agreement-left" }
>;

/** A text to which a party is asked to agree, with a button for each answer; and what others are told of it. */
export function drawAgreementNotice(
  { case: ref, codeName }: NoticeView,
  body: AgreementBody,
  { say }: Speech,
): Pick<Card, "tone" | "title" | "blocks" | "rows"> {
  switch (body.kind) {
    case "agreement-asked":
      return {
        tone: "attention",
        title: say("notice.agreement-asked.title"),
        blocks: [
          paragraph(say("notice.agreement-asked", { codeName })),
          { kind: "quote", text: body.text },
          { kind: "small", text: say(body.isOpen ? "notice.agreement-asked.small" : "notice.agreement-asked.over") },
        ],
        rows: body.isOpen
          ? [
              [
                button("secondary", say("act.agreement.agree"), "agreement.agree", ref, body.agreement),
                button("secondary", say("act.agreement.refuse"), "agreement.refuse", ref, body.agreement),
                button("secondary", say("act.agreement.leave"), "agreement.leave", ref),
              ],
            ]
          : [],
      };
    case "agreement-answered":
      return {
        tone: body.isAgreed ? "good" : "attention",
        title: say("notice.agreement-answered.title"),
        blocks: [
          paragraph(
            say(body.isAgreed ? "notice.agreement-answered.yes" : "notice.agreement-answered.no", { codeName }),
          ),
        ],
        rows: [[button("secondary", say("act.case.show"), "case.show", ref, "card")]],
      };
    case "agreement-left":
      return {
        tone: "attention",
        title: say("notice.agreement-left.title"),
        blocks: [paragraph(say("notice.agreement-left", { codeName }))],
        rows: [],
      };
  }
}
