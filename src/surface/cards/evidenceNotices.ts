import type { NoticeView } from "../../application/notice.ts";
import type { EvidenceBody } from "../../application/views/evidenceBody.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { caseButton } from "./noticeTable.ts";
import type { NoticeTable } from "./noticeTable.ts";

/** What somebody is told of witnesses, of what was handed in, and of what the deciding body asks. */
export const evidenceNotices: NoticeTable<EvidenceBody["kind"]> = {
  "witness-asked": ({ case: ref, organisation }, _, speech) => witnessCard(ref, organisation, speech),
  "witness-answered": (view, { isWilling }, speech) => ({
    tone: "neutral",
    title: speech.say("notice.witness-answered.title"),
    blocks: [
      paragraph(
        speech.say(isWilling ? "notice.witness-answered.willing" : "notice.witness-answered.declined", {
          codeName: view.codeName,
        }),
      ),
    ],
    rows: [[caseButton(view, speech, "people")]],
  }),
  "evidence-given": ({ case: ref, codeName }, { of, role }, { say, name }) => ({
    tone: "attention",
    title: say(`notice.evidence-given.title.${of}`),
    blocks: [paragraph(say("notice.evidence-given", { codeName, whom: name("whom", role) }))],
    rows: [[button("primary", name("part", "evidence"), "case.show", ref, "evidence")]],
  }),
  "evidence-opened": ({ case: ref, codeName }, { count }, { say }) => ({
    tone: "attention",
    title: say("notice.evidence-opened.title"),
    blocks: [paragraph(say("notice.evidence-opened", { codeName, count }))],
    rows: [[button("primary", say("act.mycase.evidence"), "mycase.evidence", ref)]],
  }),
  "body-asked": ofQuestion,
  "question-answered": ofQuestion,
  "question-put": ({ case: ref, codeName }, { text }, { say }) => ({
    tone: "attention",
    title: say("notice.question-put.title"),
    blocks: [paragraph(say("notice.question-put", { codeName })), { kind: "quote", text }],
    rows: [[button("primary", say("act.mycase.reply"), "mycase.reply", ref)]],
  }),
  "answer-returned": ({ case: ref, codeName }, { isPutAgain }, { say }) => ({
    tone: "attention",
    title: say("notice.answer-returned.title"),
    blocks: [paragraph(say("notice.answer-returned", { codeName })), ...putAnew(isPutAgain, say)],
    rows: [[button("primary", say("act.vote.brief"), "vote.brief", ref)]],
  }),
  "vote-rests": ({ codeName }, { isVoid }, { say }) => ({
    tone: "attention",
    title: say("notice.vote-rests.title"),
    blocks: [
      paragraph(say("notice.vote-rests", { codeName })),
      ...(isVoid ? [paragraph(say("notice.vote-rests.void"))] : []),
    ],
    rows: [],
  }),
  "question-dropped": ({ codeName }, { isPutAgain }, { say }) => ({
    tone: "attention",
    title: say("notice.question-dropped.title"),
    blocks: [paragraph(say("notice.question-dropped", { codeName })), ...putAnew(isPutAgain, say)],
    rows: [],
  }),
};

/** To the officers: the deciding body asks the parties something, or was answered. */
function ofQuestion(
  { case: ref, codeName }: NoticeView,
  { kind }: { readonly kind: "body-asked" | "question-answered" },
  { say }: Speech,
): Card {
  return {
    tone: "attention",
    title: say(`notice.${kind}.title`),
    blocks: [paragraph(say(`notice.${kind}`, { codeName }))],
    rows: [[button("primary", say("act.evidence.show"), "evidence.show", ref)]],
  };
}

const putAnew = (isPutAgain: boolean, say: Speech["say"]): readonly Block[] =>
  isPutAgain ? [paragraph(say("notice.put-anew"))] : [];

/** What a witness reads before anything else: what is promised first, and that nobody has to. */
function witnessCard(ref: string, organisation: string, { say }: Speech): Card {
  return {
    tone: "attention",
    title: say("witness.title"),
    blocks: [
      paragraph(say("witness.asked", { organisation })),
      paragraph(say("witness.promise")),
      paragraph(say("witness.free")),
    ],
    rows: [
      [
        button("primary", say("act.witness.promise"), "witness.promise", ref),
        button("secondary", say("act.witness.decline"), "witness.decline", ref),
      ],
    ],
  };
}
