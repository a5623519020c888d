import type { NoticeView } from "../../application/notice.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

export type NoticeKind = NoticeView["body"]["kind"];

export type NoticeBody<Kind extends NoticeKind> = Extract<NoticeView["body"], { kind: Kind }>;

/** How each of these kinds of notices is drawn, without the line that says by which rules it is sent. */
export type NoticeTable<Kinds extends NoticeKind> = {
  readonly [Kind in Kinds]: (view: NoticeView, body: NoticeBody<Kind>, speech: Speech) => Card;
};

/** For a party: to their own cases. */
export const ownCaseButton = ({ case: ref }: NoticeView, { say }: Speech) =>
  button("secondary", say("act.mycase"), "mycase.list", ref);

/** For those who handle the case: to a part of its file. */
export const caseButton = ({ case: ref }: NoticeView, { say }: Speech, part = "card") =>
  button("secondary", say("act.case.show"), "case.show", ref, part);
