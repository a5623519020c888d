import { paragraph, small } from "../blocks.ts";
import { button } from "./controls.ts";
import type { NoticeTable } from "./noticeTable.ts";

type Kinds =
  | "kept-apart"
  | "apart-ended"
  | "relay-passed"
  | "relay-wording"
  | "relay-held"
  | "relay-unanswered"
  | "relay-waits";

/** What parties who are kept apart are told, and what the other side says to them: nothing says from whom it is. */
export const apartNotices: NoticeTable<Kinds> = {
  "kept-apart": ({ case: ref, codeName }, { canAsk }, { say }) => ({
    tone: "attention",
    title: say("notice.kept-apart.title"),
    blocks: [
      paragraph(say("notice.kept-apart", { codeName })),
      paragraph(say(canAsk ? "notice.kept-apart.ask" : "notice.kept-apart.through")),
      small(say("notice.kept-apart.small")),
    ],
    rows: canAsk ? [[button("primary", say("act.apart.ask"), "apart.ask", ref)]] : [],
  }),
  "apart-ended": ({ codeName }, { isOver }, { say }) => ({
    tone: "neutral",
    title: say("notice.apart-ended.title"),
    blocks: [
      paragraph(say(isOver ? "notice.apart-ended.over" : "notice.apart-ended", { codeName })),
      small(say("notice.apart-ended.small")),
    ],
    rows: [],
  }),
  "relay-passed": ({ case: ref, codeName }, { words, text, isAnswer, isOpen }, { say }) => {
    const what = isAnswer ? "answer" : "question";
    return {
      tone: "attention",
      title: say(`notice.relay-passed.title.${what}`),
      blocks: [
        paragraph(say(`notice.relay-passed.${what}`, { codeName })),
        { kind: "quote", text },
        small(say(isAnswer ? "notice.relay-passed.small.answer" : "notice.relay-passed.small.question")),
      ],
      rows: isOpen
        ? [
            [
              button("primary", say("act.apart.answer"), "apart.answer", ref, words),
              button("secondary", say("act.apart.decline"), "apart.decline", ref, words),
            ],
          ]
        : [],
    };
  },
  "relay-wording": ({ case: ref, codeName }, { wording, text, isOpen }, { say }) => ({
    tone: "attention",
    title: say("notice.relay-wording.title"),
    blocks: [
      paragraph(say("notice.relay-wording", { codeName })),
      { kind: "quote", text },
      small(say("notice.relay-wording.small")),
    ],
    rows: isOpen
      ? [
          [
            button("primary", say("act.apart.agree"), "apart.agree", ref, wording),
            button("secondary", say("act.apart.refuse"), "apart.refuse", ref, wording),
          ],
        ]
      : [],
  }),
  "relay-held": ({ codeName }, { text, isAnswer }, { say }) => ({
    tone: "attention",
    title: say("notice.relay-held.title"),
    blocks: [
      paragraph(say(isAnswer ? "notice.relay-held.answer" : "notice.relay-held.question", { codeName })),
      { kind: "quote", text },
    ],
    rows: [],
  }),
  "relay-unanswered": ({ codeName }, { isDeclined }, { say }) => ({
    tone: "neutral",
    title: say("notice.relay-unanswered.title"),
    blocks: [paragraph(say(isDeclined ? "notice.relay-unanswered.declined" : "notice.relay-unanswered", { codeName }))],
    rows: [],
  }),
  "relay-waits": ({ case: ref, codeName }, { what }, { say }) => ({
    tone: "attention",
    title: say("notice.relay-waits.title"),
    blocks: [paragraph(say(`notice.relay-waits.${what}`, { codeName }))],
    rows: [[button("primary", say("act.apart.show"), "apart.show", ref)]],
  }),
};
