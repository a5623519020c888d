import type { NoticeView } from "../../application/notice.ts";
import type { OutcomeBody } from "../../application/noticeBodies.ts";
import type { TextKey } from "../../locale/speech.ts";
import { keptFromTexts } from "../accessText.ts";
import { appealBlocks } from "../appealText.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import { lodgeRow } from "../challengeText.ts";
import { choiceBlocks, choiceButtons } from "../choiceText.ts";
import { sanctionText } from "../sanctionText.ts";
import type { Speech } from "../say.ts";
import { inRows } from "./controls.ts";
import { caseButton, ownCaseButton } from "./noticeTable.ts";
import type { NoticeBody, NoticeTable } from "./noticeTable.ts";

/** How a stage ended, or the case; and what was decided. */
export const outcomeNotices: NoticeTable<OutcomeBody["kind"]> = {
  "stage-outcome": (view, body, speech) =>
    // In a room nothing is said in the words of the case: they stand in the file.
    view.to === "officers" ? stageOutcomeForOfficers(view, body, speech) : stageOutcome(view, body, speech),
  referred: (view, { stage, next }, speech) => ({
    tone: "attention",
    title: speech.say("notice.referred.title"),
    blocks: [
      paragraph(
        speech.say("notice.referred", {
          codeName: view.codeName,
          from: speech.name("stage", stage),
          stage: speech.name("stage", next),
        }),
      ),
    ],
    rows: [[caseButton(view, speech)]],
  }),
  ended: (view, { appeal }, speech) => ({
    tone: "neutral",
    title: speech.say("notice.ended.title"),
    blocks: [paragraph(speech.say(endedText(view.to), { codeName: view.codeName })), ...appealBlocks(appeal, speech)],
    rows: endedRows(view, appeal, speech),
  }),
  decision: (view, body, speech) => ({
    tone: "attention",
    title: speech.say("notice.decision.title"),
    blocks: decisionBlocks(view, body, speech),
    rows:
      view.to === "officers"
        ? [[caseButton(view, speech, "decision")]]
        : [
            ...inRows(choiceButtons(body.choice?.isOpen === true ? body.choice.outcomes : [], view.case, speech)),
            [...lodgeRow(body.appeal, view.case, speech), ownCaseButton(view, speech)],
          ],
  }),
};

function stageOutcomeForOfficers(view: NoticeView, { outcome }: NoticeBody<"stage-outcome">, speech: Speech): Card {
  const { say, name } = speech;
  return {
    tone: "neutral",
    title: say("notice.outcome.title.officers"),
    blocks: [
      paragraph(say("notice.stage-outcome.officers", { codeName: view.codeName, outcome: name("outcome", outcome) })),
    ],
    rows: [[caseButton(view, speech)]],
  };
}

function stageOutcome(view: NoticeView, body: NoticeBody<"stage-outcome">, speech: Speech): Card {
  const { say, name } = speech;
  const isRespondent = view.to === "respondent";
  const values = { codeName: view.codeName, outcome: name("outcome", body.outcome) };
  return {
    tone: "neutral",
    title: say(isRespondent ? "notice.outcome.title.respondent" : "notice.outcome.title"),
    blocks: [
      paragraph(say(isRespondent ? "notice.stage-outcome.respondent" : "notice.stage-outcome", values)),
      ...becauseTexts(body, speech).map(paragraph),
      ...replacedTexts(body, speech).map(paragraph),
      ...(body.reasons === "" ? [] : [{ kind: "quote" as const, text: body.reasons }]),
      ...followsBlocks(body.follows, speech),
      ...appealBlocks(body.appeal, speech),
    ],
    rows: [[...lodgeRow(body.appeal, view.case, speech), ownCaseButton(view, speech)]],
  };
}

/** Only those who handle the case are told who ended it, and why they stop. */
function endedText(to: NoticeView["to"]): TextKey {
  if (to === "officers") return "notice.ended.officers";
  return to === "board" ? "notice.ended.board" : "notice.ended";
}

function endedRows(view: NoticeView, appeal: NoticeBody<"ended">["appeal"], speech: Speech): Card["rows"] {
  if (view.to === "board") return [];
  if (view.to === "officers") return [[caseButton(view, speech)]];
  return [[...lodgeRow(appeal, view.case, speech), ownCaseButton(view, speech)]];
}

/** Which reasons of the rulebook's list were given. */
function becauseTexts(
  { because = [] }: Pick<NoticeBody<"decision">, "because">,
  { say, name, list }: Speech,
): readonly string[] {
  if (because.length === 0) return [];
  return [say("notice.because", { reasons: list(because.map((reason) => name("reason", reason))) })];
}

/** That it does not hold yet, and by what it does. */
function pendingTexts({ isPending, enactedBy }: NoticeBody<"decision">, { say, name }: Speech): readonly string[] {
  if (isPending !== true) return [];
  return enactedBy === undefined
    ? [say("notice.part.pending")]
    : [say("notice.part.to-enact", { procedure: name("procedure", enactedBy) })];
}

/** What becomes of the sanction of an earlier stage. */
function replacedTexts({ replaces = [] }: Pick<NoticeBody<"decision">, "replaces">, speech: Speech): readonly string[] {
  const { say, name, day } = speech;
  // What was decided before that was told when it was replaced.
  return replaces.slice(-1).map(({ sanction, until, change }) => {
    const named = name("sanction", sanction);
    const was = until === undefined ? named : say("notice.part.replaced", { sanction: named, day: day(until) });
    return say(`notice.part.replaces.${change}`, { was });
  });
}

/** What a decision does to sanctions that the respondent has already. */
function changesText({ changes = [] }: NoticeBody<"decision">, { say, name, day }: Speech): readonly string[] {
  return changes.flatMap(({ change, was, sanction, until }) => {
    const values = { was: name("sanction", was), sanction: name("sanction", sanction) };
    const text = change === "extended" ? say("notice.part.extends", values) : say("notice.part.converts", values);
    return until === undefined ? [text] : [text, say("notice.part.changed.until", { day: day(until) })];
  });
}

/** That there is no last day is said, whatever the rulebook wants in the notice. */
function indefinitely({ isIndefinite, from }: NoticeBody<"decision">, { say, day }: Speech): readonly string[] {
  if (isIndefinite !== true) return [];
  return [from === undefined ? say("notice.part.indefinite") : say("notice.part.indefinite.from", { day: day(from) })];
}

/** Everything the rulebook wants in the notice of a decision; a part is there when the rulebook names it and it applies. */
function decisionBlocks(view: NoticeView, body: NoticeBody<"decision">, speech: Speech): readonly Block[] {
  const { say, name, day, list } = speech;
  const isRespondent = view.to === "respondent";
  const has = (part: string) => body.contains.includes(part);
  const sentences = [
    say(isRespondent ? "notice.decision.respondent" : "notice.decision.other", {
      codeName: view.codeName,
      outcome: name("outcome", body.outcome),
    }),
    ...becauseTexts(body, speech),
    ...(body.findings.length === 0
      ? []
      : [say("notice.decision.findings", { rules: list(body.findings.map((rule) => name("rule", rule))) })]),
    ...(body.sanction === undefined
      ? []
      : [
          say("notice.decision.sanction", {
            sanction: sanctionText(
              { ...body, lasts: body.doneBy === undefined ? body.lasts : undefined, sanction: body.sanction },
              speech,
            ),
          }),
        ]),
    ...(body.doneBy === undefined ? [] : [say("sanction.task.by", { day: day(body.doneBy) })]),
    ...(isRespondent && has("unacceptable") ? [say("notice.part.unacceptable")] : []),
    ...(has("excluded_from_events") ? [say(isRespondent ? "notice.part.excluded" : "notice.part.excluded.other")] : []),
    ...(has("permits") && body.permits.length > 0
      ? [
          say(isRespondent ? "notice.part.permits" : "notice.part.permits.other", {
            permits: list(body.permits.map((permit) => name("permit", permit))),
          }),
        ]
      : []),
    ...pendingTexts(body, speech),
    ...((body.takesAway ?? []).length === 0
      ? []
      : [say("notice.part.takes-away", { rights: list((body.takesAway ?? []).map((right) => name("right", right))) })]),
    ...indefinitely(body, speech),
    ...keptFromTexts(body.keptFrom, speech),
    ...(has("from") && body.from !== undefined && body.isIndefinite !== true
      ? [say("notice.part.from", { day: day(body.from) })]
      : []),
    ...(has("until") && body.until !== undefined ? [say("notice.part.until", { day: day(body.until) })] : []),
    ...replacedTexts(body, speech),
    ...changesText(body, speech),
    ...(isRespondent && has("further_warnings_lead_to_suspension") ? [say("notice.part.further-warnings")] : []),
    ...(body.aimLine ? [say("notice.part.aim")] : []),
  ];
  // A room can be read by more people than the officers: the reasons stand in the file.
  const reasons =
    body.reasons === "" || view.to === "officers"
      ? []
      : [
          { kind: "heading" as const, text: say("notice.part.reasons") },
          { kind: "quote" as const, text: body.reasons },
        ];
  const letter: readonly Block[] =
    body.letter === undefined || body.letter === ""
      ? []
      : [
          { kind: "heading", text: say("notice.part.letter") },
          { kind: "quote", text: body.letter },
        ];
  return [
    { kind: "paragraph", text: sentences.join(" ") },
    ...letter,
    ...reasons,
    ...choiceBlocks(body.choice, speech),
    ...followsBlocks(body.follows, speech),
    ...appealBlocks(body.appeal, speech),
  ];
}

/** Where the case goes on, or that nothing can be challenged any more. */
function followsBlocks(follows: NoticeBody<"decision">["follows"], { say, name }: Speech): readonly Block[] {
  const next = follows?.next;
  return [
    ...(follows?.isFinal === true ? [paragraph(say("notice.part.final"))] : []),
    ...(next === undefined ? [] : [paragraph(say("notice.part.next", { stage: name("stage-for-party", next) }))]),
  ];
}
