import type { NoticeView } from "../../application/notice.ts";
import type { UpkeepBody } from "../../application/noticeBodies.ts";
import type { Gap } from "../../domain/case/noticeSubject.ts";
import { paragraph } from "../blocks.ts";
import type { Card } from "../card.ts";
import { escalationText, gapsText, reminderText } from "../reminderText.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { caseButton } from "./noticeTable.ts";
import type { NoticeBody, NoticeTable } from "./noticeTable.ts";

/** That something is due, late or lacking, so that no case is forgotten. */
export const upkeepNotices: NoticeTable<UpkeepBody["kind"]> = {
  reminder: (view, body, speech) => ({
    tone: "attention",
    title: speech.say("notice.reminder.title"),
    blocks: [paragraph(reminderText(body, view.codeName, speech))],
    rows: reminderRows(view, body, speech),
  }),
  escalation: (view, body, speech) => ({
    tone: "attention",
    title: speech.say("notice.escalation.title"),
    blocks: [paragraph(escalationText(body, view.codeName, speech, "whole"))],
    rows: [
      [
        button("primary", speech.say("act.seen"), "due.seen", view.case, view.notice),
        ...(body.what === undefined ? [] : [caseButton(view, speech)]),
      ],
    ],
  }),
  gaps: (view, body, speech) => ({
    tone: "attention",
    title: speech.say("notice.gaps.title"),
    blocks: [paragraph(gapsText(body, view.codeName, speech))],
    rows: body.about === undefined ? orphanRows(body.gaps, view.case, speech) : gapRows(body.gaps, view.case, speech),
  }),
  undelivered: ({ case: ref }, { to, notice }, { say, name }) => {
    const whom = name("party", to);
    return {
      tone: "attention",
      title: say("notice.undelivered.title"),
      blocks: [paragraph(say("notice.undelivered", { whom }))],
      rows: [[button("primary", say("act.case.delivered", { whom }), "case.delivered", ref, notice)]],
    };
  },
};

/** Where what is reminded of is done; those who handle the case come to its days, how they were counted and who has yet to be told. */
function reminderRows({ to, case: ref }: NoticeView, body: NoticeBody<"reminder">, { say }: Speech): Card["rows"] {
  if (body.deadlineKind === "relay")
    return to === "officers"
      ? [[button("primary", say("act.apart.show"), "apart.show", ref)]]
      : [[button("secondary", say("act.mycase"), "mycase.list", ref)]];
  if (body.deadlineKind === "hearing" && body.about === "evidence")
    return [[button("primary", say("act.mycase.hand"), "mycase.hand", ref)]];
  if (body.deadlineKind === "hearing" && body.about === "record")
    return [[button("primary", say("act.hearing.record"), "hearing.record", ref)]];
  if (isOfSanction(body)) return [[button("primary", say("act.sanction.show"), "sanction.show", ref)]];
  const isOfDays = body.deadlineKind !== "lapse" && body.deadlineKind !== "inactivity";
  return to === "officers" && isOfDays ? [[button("secondary", say("act.case.days"), "case.days", ref)]] : [];
}

/** Whether what is reminded of is done where the sanctions of a case are shown. */
const isOfSanction = ({ deadlineKind }: NoticeBody<"reminder">) =>
  deadlineKind === "review" || deadlineKind === "sanction-task" || deadlineKind === "condition";

/** Whoever handles the case comes to where it is mended. */
function gapRows(gaps: readonly Gap[], ref: string, { say }: Speech): Card["rows"] {
  return [
    [
      button("primary", say("act.case.show"), "case.show", ref, "card"),
      ...(gaps.includes("no-date") ? [button("secondary", say("act.case.next"), "case.next", ref)] : []),
    ],
  ];
}

/** Whoever can take over a case that nobody in office handles has a button for it. */
function orphanRows(gaps: readonly Gap[], ref: string, { say }: Speech): Card["rows"] {
  return gaps.includes("no-owner") ? [[button("primary", say("act.case.succeed"), "case.succeed", ref)]] : [];
}
