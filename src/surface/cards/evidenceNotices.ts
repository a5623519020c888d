import type { NoticeView } from "../../application/message.ts";
import type { EvidenceBody } from "../../application/views/evidenceBody.ts";
import { paragraph } from "../blocks.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

/** What somebody is told of witnesses and of what was handed in. */
export function drawEvidenceNotice(view: NoticeView, body: EvidenceBody, speech: Speech): Card {
  const { say, name } = speech;
  const { codeName, case: ref, organisation } = view;
  const open = (label: string) => [[button("primary", label, "case.show", ref, "evidence")]];
  switch (body.kind) {
    case "witness-asked":
      return witnessCard(ref, organisation, speech);
    case "witness-answered":
      return {
        tone: "neutral",
        title: say("notice.witness-answered.title"),
        blocks: [
          paragraph(
            say(body.isWilling ? "notice.witness-answered.willing" : "notice.witness-answered.declined", { codeName }),
          ),
        ],
        rows: [[button("secondary", say("act.case.show"), "case.show", ref, "people")]],
      };
    case "evidence-given":
      return {
        tone: "attention",
        title: say(`notice.evidence-given.title.${body.of}`),
        blocks: [paragraph(say("notice.evidence-given", { codeName, whom: name("whom", body.role) }))],
        rows: open(name("part", "evidence")),
      };
    case "body-asked":
    case "question-answered":
      return {
        tone: "attention",
        title: say(`notice.${body.kind}.title`),
        blocks: [paragraph(say(`notice.${body.kind}`, { codeName }))],
        rows: [[button("primary", say("act.evidence.show"), "evidence.show", ref)]],
      };
    case "question-put":
      return {
        tone: "attention",
        title: say("notice.question-put.title"),
        blocks: [paragraph(say("notice.question-put", { codeName })), { kind: "quote", text: body.text }],
        rows: [[button("primary", say("act.mycase.reply"), "mycase.reply", ref)]],
      };
    case "answer-returned":
      return {
        tone: "attention",
        title: say("notice.answer-returned.title"),
        blocks: [
          paragraph(say("notice.answer-returned", { codeName })),
          ...(body.isPutAgain ? [paragraph(say("notice.put-anew"))] : []),
        ],
        rows: [[button("primary", say("act.vote.brief"), "vote.brief", ref)]],
      };
    case "vote-rests":
      return {
        tone: "attention",
        title: say("notice.vote-rests.title"),
        blocks: [
          paragraph(say("notice.vote-rests", { codeName })),
          ...(body.isVoid ? [paragraph(say("notice.vote-rests.void"))] : []),
        ],
        rows: [],
      };
    case "question-dropped":
      return {
        tone: "attention",
        title: say("notice.question-dropped.title"),
        blocks: [
          paragraph(say("notice.question-dropped", { codeName })),
          ...(body.isPutAgain ? [paragraph(say("notice.put-anew"))] : []),
        ],
        rows: [],
      };
    case "evidence-opened":
      return {
        tone: "attention",
        title: say("notice.evidence-opened.title"),
        blocks: [paragraph(say("notice.evidence-opened", { codeName, count: body.count }))],
        rows: [[button("primary", say("act.mycase.evidence"), "mycase.evidence", ref)]],
      };
  }
}

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
