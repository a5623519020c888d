import type { RecordBody } from "../../application/noticeBodies.ts";
import { paragraph } from "../blocks.ts";
import { anonymisingText } from "../reminderText.ts";
import { button } from "./controls.ts";
import { caseButton } from "./noticeTable.ts";
import type { NoticeTable } from "./noticeTable.ts";

const checkOf = { bundle: "outside.check", precedent: "records.check", publication: "publish.check" } as const;

/** What is told of the records of a case, and of handing it to somebody outside. */
export const recordNotices: NoticeTable<RecordBody["kind"]> = {
  anonymising: (view, body, speech) => ({
    tone: "attention",
    title: speech.say("notice.anonymising.title"),
    blocks: [
      paragraph(anonymisingText(body, view.codeName, speech)),
      { kind: "small", text: speech.say("notice.anonymising.rooms", { codeName: view.codeName }) },
    ],
    rows: [[button("danger", speech.say("act.records.hold"), "records.hold", view.case), caseButton(view, speech)]],
  }),
  "to-approve": ({ case: ref, codeName }, { what }, { say }) => ({
    tone: "attention",
    title: say("notice.to-approve.title"),
    blocks: [paragraph(say(`notice.to-approve.${what}`, { codeName }))],
    rows: [[button("primary", say("act.outside.check"), checkOf[what], ref)]],
  }),
  "not-posted": ({ case: ref, codeName }, _, { say }) => ({
    tone: "attention",
    title: say("notice.not-posted.title"),
    blocks: [paragraph(say("notice.not-posted", { codeName }))],
    rows: [[button("primary", say("act.publish.check"), "publish.check", ref)]],
  }),
  "escalation-asked": ({ case: ref, codeName, organisation }, { by: asker }, { say, name }) => {
    const by = asker === undefined || asker.kind === "anyone" ? organisation : name(asker.kind, asker.id);
    return {
      tone: "attention",
      title: say("notice.escalation-asked.title"),
      blocks: [paragraph(say("notice.escalation-asked", { organisation, by, codeName }))],
      rows: [
        [
          button("primary", say("act.outside.take"), "outside.take", ref),
          button("danger", say("act.outside.decline"), "outside.decline", ref),
        ],
      ],
    };
  },
};
