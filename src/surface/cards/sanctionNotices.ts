import type { NoticeView } from "../../application/notice.ts";
import type { SanctionBody } from "../../application/noticeBodies.ts";
import type { TextKey } from "../../locale/speech.ts";
import { accessText, keptFromTexts, platformName } from "../accessText.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { caseButton, ownCaseButton } from "./noticeTable.ts";
import type { NoticeBody, NoticeTable } from "./noticeTable.ts";

/** What becomes of a sanction besides deciding it. */
export const sanctionNotices: NoticeTable<SanctionBody["kind"]> = {
  interim: (view, body, speech) => ({
    tone: "attention",
    title: speech.say("notice.interim.title"),
    blocks: interimBlocks(view, body, speech),
    rows: [[ownCaseButton(view, speech)]],
  }),
  "interim-ended": (view, { sanction, how, day: on }, speech) => {
    const { say, name, day } = speech;
    const values = { codeName: view.codeName, sanction: name("sanction", sanction), day: day(on) };
    return {
      tone: "good",
      title: say("notice.interim-ended.title"),
      blocks: [paragraph(say(`notice.interim-ended.${how}`, values))],
      rows: [[ownCaseButton(view, speech)]],
    };
  },
  "sanction-lapsed": ({ to, codeName }, { sanction, day: on }, { say, name, day }) => ({
    tone: "good",
    title: say("notice.lapsed.title"),
    blocks: [
      paragraph(
        say(to === "respondent" ? "notice.lapsed" : "notice.lapsed.officers", {
          sanction: name("sanction", sanction),
          day: day(on),
          codeName,
        }),
      ),
    ],
    rows: [],
  }),
  "sanction-changed": (view, body, speech) => {
    const isOwn = view.to === "respondent";
    return {
      tone: "attention",
      title: speech.say(isOwn ? "notice.changed.title" : "notice.changed.title.officers"),
      blocks: [paragraph(changedText(view, body, speech))],
      rows: isOwn ? [[ownCaseButton(view, speech)]] : [],
    };
  },
  "sanction-lifted": ({ to, codeName }, { sanction, day: on, reasons }, { say, name, day }) => ({
    tone: "good",
    title: say("notice.lifted.title"),
    blocks: [
      paragraph(
        say(to === "respondent" ? "notice.lifted" : "notice.lifted.officers", {
          sanction: name("sanction", sanction),
          day: day(on),
          codeName,
        }),
      ),
      ...(reasons === "" || to !== "respondent" ? [] : [{ kind: "quote" as const, text: reasons }]),
    ],
    rows: [],
  }),
  "sanction-task-done": (view, { sanction }, speech) => ({
    tone: "good",
    title: speech.say("notice.task-done.title"),
    blocks: [paragraph(speech.say("notice.task-done", { sanction: speech.name("sanction", sanction) }))],
    rows: [[ownCaseButton(view, speech)]],
  }),
  "sanction-condition": conditionCard,
  "sanction-breached": ({ case: ref, codeName }, { sanction }, { say, name }) => ({
    tone: "attention",
    title: say("notice.breached.title"),
    blocks: [paragraph(say("notice.breached", { codeName, sanction: name("sanction", sanction) }))],
    rows: [[button("primary", say("act.sanction.show"), "sanction.show", ref)]],
  }),
  "confirmation-voted": (view, { sanction, isConfirmed }, speech) => {
    const { say, name } = speech;
    const values = { codeName: view.codeName, sanction: name("sanction", sanction) };
    return {
      tone: isConfirmed === true ? "good" : "attention",
      title: say("notice.confirmation.title"),
      blocks: [paragraph(say(confirmationText(isConfirmed), values))],
      rows: [[caseButton(view, speech)]],
    };
  },
  access: (view, body, speech) => ({
    tone: "attention",
    title: speech.say(body.what === "undone" ? "notice.access.title.undone" : "notice.access.title", {
      platform: platformName(body.platform),
    }),
    blocks: [paragraph(accessText(body, view.codeName, speech))],
    rows: [[caseButton(view, speech)]],
  }),
};

function confirmationText(isConfirmed: boolean | undefined): TextKey {
  if (isConfirmed === undefined) return "notice.confirmation.nothing";
  return isConfirmed ? "notice.confirmation.yes" : "notice.confirmation.no";
}

/** "It lapses on Thursday, 1 April 2027." */
function endText(until: string | undefined, { say, day }: Speech): string {
  return until === undefined ? say("notice.changed.endless") : say("notice.changed.until", { day: day(until) });
}

function changedText({ to, codeName }: NoticeView, body: NoticeBody<"sanction-changed">, speech: Speech): string {
  const { say, name } = speech;
  const values = { was: name("sanction", body.was), sanction: name("sanction", body.sanction), codeName };
  const text =
    to === "respondent" ? say(`notice.changed.${body.change}`, values) : say("notice.changed.officers", values);
  return `${text} ${endText(body.until, speech)}`;
}

/** That a condition was met or was not: to the person, and to whoever imposed the sanction. */
function conditionCard(
  { codeName, case: ref, to }: NoticeView,
  body: NoticeBody<"sanction-condition">,
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
function interimBlocks({ codeName }: NoticeView, body: NoticeBody<"interim">, speech: Speech): readonly Block[] {
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
