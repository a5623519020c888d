import type { AgreementBody } from "../../application/noticeBodies.ts";
import { paragraph } from "../blocks.ts";
import { button } from "./controls.ts";
import { caseButton } from "./noticeTable.ts";
import type { NoticeTable } from "./noticeTable.ts";

/** A text to which a party is asked to agree, with a button for each answer; and what others are told of it. */
export const agreementNotices: NoticeTable<AgreementBody["kind"]> = {
  "agreement-asked": ({ case: ref, codeName }, { text, isOpen, agreement }, { say }) => ({
    tone: "attention",
    title: say("notice.agreement-asked.title"),
    blocks: [
      paragraph(say("notice.agreement-asked", { codeName })),
      { kind: "quote", text },
      { kind: "small", text: say(isOpen ? "notice.agreement-asked.small" : "notice.agreement-asked.over") },
    ],
    rows: isOpen
      ? [
          [
            button("secondary", say("act.agreement.agree"), "agreement.agree", ref, agreement),
            button("secondary", say("act.agreement.refuse"), "agreement.refuse", ref, agreement),
            button("secondary", say("act.agreement.leave"), "agreement.leave", ref),
          ],
        ]
      : [],
  }),
  "agreement-answered": (view, { isAgreed }, speech) => ({
    tone: isAgreed ? "good" : "attention",
    title: speech.say("notice.agreement-answered.title"),
    blocks: [
      paragraph(
        speech.say(isAgreed ? "notice.agreement-answered.yes" : "notice.agreement-answered.no", {
          codeName: view.codeName,
        }),
      ),
    ],
    rows: [[caseButton(view, speech)]],
  }),
  "agreement-left": ({ codeName }, _, { say }) => ({
    tone: "attention",
    title: say("notice.agreement-left.title"),
    blocks: [paragraph(say("notice.agreement-left", { codeName }))],
    rows: [],
  }),
};
