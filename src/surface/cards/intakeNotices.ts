import type { IntakeBody } from "../../application/noticeBodies.ts";
import { paragraph } from "../blocks.ts";
import type { Speech } from "../say.ts";
import { allegationsNotice } from "./allegationsNotice.ts";
import { button } from "./controls.ts";
import { helpBlocks, helpLinks } from "./helpCard.ts";
import { caseButton, ownCaseButton } from "./noticeTable.ts";
import type { NoticeTable } from "./noticeTable.ts";
import { noteTexts } from "./reportCards.ts";

/** What is told when a report has come, and while it is looked into. */
export const intakeNotices: NoticeTable<IntakeBody["kind"] | "allegations"> = {
  "new-case": ({ case: ref, codeName }, { purpose }, { say }) =>
    purpose === "officers"
      ? {
          tone: "attention",
          title: say("notice.new-case.title"),
          blocks: [paragraph(say("notice.new-case", { codeName }))],
          rows: [[button("primary", say("act.case.show"), "case.show", ref, "card")]],
        }
      : {
          tone: "attention",
          title: say("notice.new-vote.title"),
          blocks: [paragraph(say("notice.new-vote", { codeName }))],
          rows: [[button("primary", say("act.vote.show"), "vote.show", ref)]],
        },
  "room-refused": (view, _, speech) => ({
    tone: "neutral",
    title: speech.say("notice.room-refused.title"),
    blocks: [paragraph(speech.say("notice.room-refused", { codeName: view.codeName }))],
    rows: [[ownCaseButton(view, speech)]],
  }),
  entered: (view, { how, on, notes }, speech) => ({
    tone: "attention",
    title: speech.say("notice.entered.title"),
    blocks: [
      paragraph(enteredText(view.codeName, how, on, speech)),
      { kind: "list", items: noteTexts(notes, speech) },
      paragraph(speech.say("notice.entered.not-from-you")),
    ],
    rows: [[ownCaseButton(view, speech)]],
  }),
  acknowledgement: (view, { text }, speech) => ({
    tone: "good",
    title: speech.say("notice.acknowledgement.title"),
    blocks: [paragraph(speech.say("notice.acknowledgement", { codeName: view.codeName })), { kind: "quote", text }],
    rows: [[ownCaseButton(view, speech)]],
  }),
  allegations: allegationsNotice,
  question: ({ codeName }, { text }, { say }) => ({
    tone: "attention",
    title: say("notice.question.title"),
    blocks: [paragraph(say("notice.question", { codeName })), { kind: "quote", text }],
    rows: [],
  }),
  summons: (view, { text, on }, speech) => ({
    tone: "attention",
    title: speech.say("notice.summons.title"),
    blocks: [
      paragraph(speech.say("notice.summons", { codeName: view.codeName, day: speech.day(on) })),
      { kind: "quote", text },
      paragraph(speech.say("notice.summons.rights")),
    ],
    rows: [[ownCaseButton(view, speech)]],
  }),
  "join-asked": ({ case: ref }, _, { say }) => ({
    tone: "neutral",
    title: say("notice.join-asked.title"),
    blocks: [paragraph(say("notice.join-asked"))],
    rows: [[button("primary", say("act.join.show"), "join.show", ref)]],
  }),
  urgent: (view, { isAgain }, speech) => ({
    tone: "attention",
    title: speech.say("notice.urgent.title"),
    blocks: [paragraph(speech.say(isAgain ? "notice.urgent.again" : "notice.urgent", { codeName: view.codeName }))],
    rows: [
      [button("primary", speech.say("act.case.take"), "case.take", view.case), caseButton(view, speech, "report")],
    ],
  }),
  "support-contact": (view, { isChosen }, speech) => ({
    tone: "neutral",
    title: speech.say("name.subject.support-contact"),
    blocks: [
      paragraph(
        speech.say(isChosen ? "notice.support-contact.chosen" : "notice.support-contact.other", {
          codeName: view.codeName,
        }),
      ),
    ],
    rows: [[caseButton(view, speech)]],
  }),
  support: (view, { help }, speech) => ({
    tone: "neutral",
    title: speech.say("notice.support.title"),
    blocks: [paragraph(speech.say("notice.support", { codeName: view.codeName })), ...helpBlocks(help, speech)],
    rows: [...helpLinks(help), [ownCaseButton(view, speech)]],
  }),
};

const enteredText = (codeName: string, how: string, on: string, { say, name, day }: Speech): string =>
  say("notice.entered", { codeName, how: name("came-by", how), day: day(on) });
