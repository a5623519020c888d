import type { HearingBody } from "../../application/views/hearingBody.ts";
import { paragraph } from "../blocks.ts";
import { button } from "./controls.ts";
import { ownCaseButton } from "./noticeTable.ts";
import type { NoticeTable } from "./noticeTable.ts";

/** What somebody is told of a hearing and of what was written down there. */
export const hearingNotices: NoticeTable<HearingBody["kind"]> = {
  "hearing-called": (view, { on, time, evidence, text }, speech) => {
    const { say, day } = speech;
    return {
      tone: "attention",
      title: say("notice.hearing-called.title"),
      blocks: [
        paragraph(say("notice.hearing-called", { codeName: view.codeName, day: day(on), time })),
        { kind: "quote", text },
        paragraph(say("notice.hearing-called.evidence", { day: day(evidence) })),
        paragraph(say("notice.hearing-called.private")),
      ],
      rows: [[button("primary", say("act.mycase.hand"), "mycase.hand", view.case), ownCaseButton(view, speech)]],
    };
  },
  "record-asked": ({ case: ref, codeName }, _, { say }) => ({
    tone: "attention",
    title: say("notice.record-asked.title"),
    blocks: [paragraph(say("notice.record-asked", { codeName }))],
    rows: [[button("primary", say("act.hearing.record"), "hearing.record", ref)]],
  }),
  "record-ready": (view, _, speech) => ({
    tone: "good",
    title: speech.say("notice.record-ready.title"),
    blocks: [paragraph(speech.say("notice.record-ready", { codeName: view.codeName }))],
    rows: [
      [button("primary", speech.say("act.hearing.summary"), "hearing.summary", view.case), ownCaseButton(view, speech)],
    ],
  }),
};
