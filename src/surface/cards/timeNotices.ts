import type { NoticeView, TimeBody } from "../../application/message.ts";
import { paragraph } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card } from "../card.ts";
import { dueName } from "../dueName.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { NOW } from "./daysCard.ts";

/** What somebody is told about the time that things take. */
export function drawTimeNotice(view: NoticeView, body: TimeBody, speech: Speech): Card {
  const { say, name, day } = speech;
  const { codeName, case: ref } = view;
  const mine = [[button("secondary", say("act.mycase"), "mycase.list", ref)]];
  const stage = "stage" in body && body.stage !== undefined ? name("stage-for-party", body.stage) : undefined;
  switch (body.kind) {
    case "extended": {
      const values = { codeName, day: day(body.until), was: day(body.was) };
      const text = extendedText(body, stage, values, speech);
      const why =
        body.vacation === undefined ? [] : [paragraph(say("notice.extended.vacation", { vacation: body.vacation }))];
      return {
        tone: "neutral",
        title: say("notice.extended.title"),
        blocks: [paragraph(text), ...why, ...quote(body.reasons)],
        rows: mine,
      };
    }
    case "takes-longer": {
      const values = { codeName, day: day(body.day) };
      const text =
        stage === undefined ? say("notice.longer.case", values) : say("notice.longer.stage", { ...values, stage });
      return {
        tone: "neutral",
        title: say("notice.longer.title"),
        blocks: [paragraph(text), ...quote(body.text)],
        rows: mine,
      };
    }
    case "vacation-offer": {
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
    }
    case "more-asked":
      return {
        tone: "attention",
        title: say("notice.asked.title"),
        blocks: [paragraph(say("notice.asked", { codeName, day: day(body.until) })), ...quote(body.text)],
        rows: [[button("primary", say("act.mycase.answer"), "mycase.answer", ref)], ...mine],
      };
    case "lateness": {
      const text = say(body.isTaken ? "notice.late.taken" : "notice.late.refused", { codeName });
      const final = body.isFinal && !body.isTaken ? [paragraph(say("notice.late.final"))] : [];
      return {
        tone: "neutral",
        title: say("notice.late.title"),
        blocks: [paragraph(text), ...quote(body.reasons), ...final],
        rows: mine,
      };
    }
    case "unanswered":
      return {
        tone: "attention",
        title: say("notice.unanswered.title"),
        blocks: [paragraph(say("notice.unanswered", { codeName, day: day(body.until) }))],
        rows: [[button("primary", say("act.case.days"), "case.days", ref)]],
      };
    case "answered":
      return {
        tone: "attention",
        title: say("notice.answered.title"),
        blocks: [paragraph(say("notice.answered", { codeName }))],
        rows: [[button("primary", name("part", "notes"), "case.show", ref, "notes")]],
      };
  }
}

/** For what there is more time: a challenge, a stage, or the whole case. */
function extendedText(
  { challenge }: Extract<TimeBody, { kind: "extended" }>,
  stage: string | undefined,
  values: { readonly codeName: string; readonly day: string; readonly was: string },
  { say, name }: Speech,
): string {
  if (challenge !== undefined)
    return say("notice.extended.appeal", { ...values, challenge: name("challenge", challenge) });
  return stage === undefined ? say("notice.extended.case", values) : say("notice.extended.stage", { ...values, stage });
}

const quote = (text: string): readonly Block[] => (text === "" ? [] : [{ kind: "quote", text }]);
