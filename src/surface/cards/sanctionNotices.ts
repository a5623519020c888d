import type { NoticeView } from "../../application/message.ts";
import { keptFromTexts } from "../accessText.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

type Kind = "interim" | "interim-ended" | "sanction-task-done" | "sanction-condition" | "sanction-breached";
type Body<Of extends Kind> = Extract<NoticeView["body"], { kind: Of }>;

/** What is told about a sanction besides decisions. */
export function drawSanctionNotice(view: NoticeView, body: Body<Kind>, speech: Speech): Card {
  const { say, name, day } = speech;
  const { codeName, case: ref } = view;
  const sanction = name("sanction", body.sanction);
  const mine = [[button("secondary", say("act.mycase"), "mycase.list", ref)]];
  switch (body.kind) {
    case "interim":
      return {
        tone: "attention",
        title: say("notice.interim.title"),
        blocks: interimBlocks(view, body, speech),
        rows: mine,
      };
    case "interim-ended":
      return {
        tone: "good",
        title: say("notice.interim-ended.title"),
        blocks: [paragraph(say(`notice.interim-ended.${body.how}`, { codeName, sanction, day: day(body.day) }))],
        rows: mine,
      };
    case "sanction-task-done":
      return {
        tone: "good",
        title: say("notice.task-done.title"),
        blocks: [paragraph(say("notice.task-done", { sanction }))],
        rows: mine,
      };
    case "sanction-condition":
      return conditionCard(view, body, speech);
    case "sanction-breached":
      return {
        tone: "attention",
        title: say("notice.breached.title"),
        blocks: [paragraph(say("notice.breached", { codeName, sanction }))],
        rows: [[button("primary", say("act.sanction.show"), "sanction.show", ref)]],
      };
  }
}

/** That a condition was met or was not: to the person, and to whoever imposed the sanction. */
function conditionCard(
  { codeName, case: ref, to }: NoticeView,
  body: Body<"sanction-condition">,
  speech: Speech,
): Card {
  const { say, name } = speech;
  const is = body.isMet ? "met" : "missed";
  const values = { codeName, sanction: name("sanction", body.sanction), condition: name("condition", body.condition) };
  const isOwn = to === "respondent";
  return {
    tone: body.isMet ? "good" : "attention",
    title: say(`notice.condition.${is}.title`),
    blocks: [paragraph(say(isOwn || body.isMet ? `notice.condition.${is}` : "notice.condition.missed.other", values))],
    rows: [
      [
        isOwn
          ? button("secondary", say("act.mycase"), "mycase.list", ref)
          : button("primary", say("act.sanction.show"), "sanction.show", ref),
      ],
    ],
  };
}

/** What holds, why, from when, with what it ends, when it is looked at again, and that it is no finding. */
function interimBlocks({ codeName }: NoticeView, body: Body<"interim">, speech: Speech): readonly Block[] {
  const { say, name, day, list } = speech;
  const sentences = [
    say("notice.interim", {
      codeName,
      sanction: name("sanction", body.sanction),
      ground: name("interim-ground", body.ground),
    }),
    say("notice.part.from", { day: day(body.from) }),
    say(`notice.interim.ends.${body.ends}`),
    ...(body.reviewBy === undefined ? [] : [say("notice.interim.review", { day: day(body.reviewBy) })]),
    ...(body.permits.length === 0
      ? []
      : [say("notice.part.permits", { permits: list(body.permits.map((permit) => name("permit", permit))) })]),
    ...keptFromTexts(body.keptFrom, speech),
    say("notice.interim.no-finding"),
  ];
  return [paragraph(sentences.join(" ")), { kind: "quote", text: body.reasons }];
}
