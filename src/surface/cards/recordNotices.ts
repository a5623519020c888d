import type { NoticeView, RecordBody } from "../../application/message.ts";
import { paragraph } from "../blocks.ts";
import type { Card } from "../card.ts";
import { anonymisingText } from "../reminderText.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

/** What is told of the records of a case, and of handing it to somebody outside. */
export function drawRecordNotice(view: NoticeView, body: RecordBody, speech: Speech): Card {
  const { say, name } = speech;
  const { codeName, case: ref, organisation } = view;
  switch (body.kind) {
    case "anonymising":
      return {
        tone: "attention",
        title: say("notice.anonymising.title"),
        blocks: [
          paragraph(anonymisingText(body, codeName, speech)),
          { kind: "small", text: say("notice.anonymising.rooms", { codeName }) },
        ],
        rows: [
          [
            button("danger", say("act.records.hold"), "records.hold", ref),
            button("secondary", say("act.case.show"), "case.show", ref, "card"),
          ],
        ],
      };
    case "to-approve":
      return {
        tone: "attention",
        title: say("notice.to-approve.title"),
        blocks: [paragraph(say(`notice.to-approve.${body.what}`, { codeName }))],
        rows: [
          [
            body.what === "bundle"
              ? button("primary", say("act.outside.check"), "outside.check", ref)
              : button("primary", say("act.outside.check"), "records.check", ref),
          ],
        ],
      };
    case "escalation-asked": {
      const by = body.by === undefined || body.by.kind === "anyone" ? organisation : name(body.by.kind, body.by.id);
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
    }
  }
}
