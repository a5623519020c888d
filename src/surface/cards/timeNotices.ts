import type { TimeBody } from "../../application/views/timeBody.ts";
import { paragraph } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block } from "../card.ts";
import { choiceButtons, namedOutcomes } from "../choiceText.ts";
import { dueName } from "../dueName.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { NOW } from "./daysCard.ts";
import { ownCaseButton } from "./noticeTable.ts";
import type { NoticeBody, NoticeTable } from "./noticeTable.ts";

/** What somebody is told about the time that things take. */
export const timeNotices: NoticeTable<TimeBody["kind"]> = {
  extended: (view, body, speech) => {
    const { say, day } = speech;
    const values = { codeName: view.codeName, day: day(body.until), was: day(body.was) };
    const why =
      body.vacation === undefined ? [] : [paragraph(say("notice.extended.vacation", { vacation: body.vacation }))];
    return {
      tone: "neutral",
      title: say("notice.extended.title"),
      blocks: [paragraph(extendedText(body, values, speech)), ...why, ...quote(body.reasons)],
      rows: [[ownCaseButton(view, speech)]],
    };
  },
  "takes-longer": (view, { stage, day: on, text }, speech) => {
    const { say, name, day } = speech;
    const values = { codeName: view.codeName, day: day(on) };
    const said =
      stage === undefined
        ? say("notice.longer.case", values)
        : say("notice.longer.stage", { ...values, stage: name("stage-for-party", stage) });
    return {
      tone: "neutral",
      title: say("notice.longer.title"),
      blocks: [paragraph(said), ...quote(text)],
      rows: [[ownCaseButton(view, speech)]],
    };
  },
  "vacation-offer": ({ case: ref, codeName }, body, speech) => {
    const { say, day } = speech;
    const what = dueName(body.what.kind, body.what.about, speech);
    const text = say("notice.offer", { codeName, day: day(body.day), vacation: body.vacation, what });
    const label = fitted(say("act.case.offer", { day: day(body.until) }), limits.buttonLabel);
    return {
      tone: "attention",
      title: say("notice.offer.title"),
      blocks: [paragraph(text)],
      rows: [
        [
          button("primary", label, "case.extend", ref, `${NOW}${body.choice}`),
          button("secondary", say("act.case.extend"), "case.extend", ref, body.choice),
        ],
      ],
    };
  },
  "more-asked": (view, { until, text }, speech) => {
    const { say, day } = speech;
    return {
      tone: "attention",
      title: say("notice.asked.title"),
      blocks: [paragraph(say("notice.asked", { codeName: view.codeName, day: day(until) })), ...quote(text)],
      rows: [[button("primary", say("act.mycase.answer"), "mycase.answer", view.case)], [ownCaseButton(view, speech)]],
    };
  },
  lateness: (view, { isTaken, isFinal, reasons }, speech) => {
    const { say } = speech;
    const text = say(isTaken ? "notice.late.taken" : "notice.late.refused", { codeName: view.codeName });
    const final = isFinal && !isTaken ? [paragraph(say("notice.late.final"))] : [];
    return {
      tone: "neutral",
      title: say("notice.late.title"),
      blocks: [paragraph(text), ...quote(reasons), ...final],
      rows: [[ownCaseButton(view, speech)]],
    };
  },
  unanswered: ({ case: ref, codeName }, { until }, { say, day }) => ({
    tone: "attention",
    title: say("notice.unanswered.title"),
    blocks: [paragraph(say("notice.unanswered", { codeName, day: day(until) }))],
    rows: [[button("primary", say("act.case.days"), "case.days", ref)]],
  }),
  "choice-open": (view, { outcomes, until, silence, isOpen }, speech) => {
    const { say, name, day } = speech;
    return {
      tone: "attention",
      title: say("choice.title", { codeName: view.codeName }),
      blocks: [
        paragraph(say("choice.question", { outcomes: namedOutcomes(outcomes, speech) })),
        paragraph(say("choice.until", { day: day(until), silence: name("outcome", silence) })),
      ],
      rows: [...inRows(choiceButtons(isOpen ? outcomes : [], view.case, speech)), [ownCaseButton(view, speech)]],
    };
  },
  "not-answered": ({ case: ref, codeName }, { what }, { say }) => ({
    tone: "attention",
    title: say("notice.unanswered.title"),
    blocks: [paragraph(say(`notice.not-answered.${what}`, { codeName }))],
    rows: [[button("secondary", say("act.case.show"), "case.show", ref, "card")]],
  }),
  answered: ({ case: ref, codeName }, _, { say, name }) => ({
    tone: "attention",
    title: say("notice.answered.title"),
    blocks: [paragraph(say("notice.answered", { codeName }))],
    rows: [[button("primary", name("part", "notes"), "case.show", ref, "notes")]],
  }),
};

/** For what there is more time: a challenge, a stage, or the whole case. */
function extendedText(
  { challenge, stage }: NoticeBody<"extended">,
  values: { readonly codeName: string; readonly day: string; readonly was: string },
  { say, name }: Speech,
): string {
  if (challenge !== undefined)
    return say("notice.extended.appeal", { ...values, challenge: name("challenge", challenge) });
  return stage === undefined
    ? say("notice.extended.case", values)
    : say("notice.extended.stage", { ...values, stage: name("stage-for-party", stage) });
}

const quote = (text: string): readonly Block[] => (text === "" ? [] : [{ kind: "quote", text }]);
