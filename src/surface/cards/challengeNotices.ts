import type { NoticeView } from "../../application/notice.ts";
import type { ChallengeNotice } from "../../application/views/challengeNotice.ts";
import { appealBlocks } from "../appealText.ts";
import { paragraph } from "../blocks.ts";
import type { Block } from "../card.ts";
import { addresseesText } from "../challengeText.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { caseButton, ownCaseButton } from "./noticeTable.ts";
import type { NoticeBody, NoticeTable } from "./noticeTable.ts";

type Outcome = NoticeBody<"challenge-outcome">;

/** What somebody is told of a challenge. */
export const challengeNotices: NoticeTable<ChallengeNotice["kind"]> = {
  "challenge-task": ({ case: ref, codeName }, { what, task, challenge }, { say }) => ({
    tone: "attention",
    title: say(`notice.challenge.title.${what}`),
    blocks: [paragraph(say("notice.challenge.task", { codeName, task: say(`appeal.task.${task}`) }))],
    rows: [[button("primary", say("act.appeal.read"), "appeal.show", ref, challenge)]],
  }),
  "challenge-first": (view, { what, to, text }, speech) => ({
    tone: "attention",
    title: speech.say(`notice.challenge.title.${what}`),
    blocks: [
      paragraph(speech.say("notice.challenge.first", { codeName: view.codeName, to: addresseesText(to, speech) })),
      { kind: "quote", text },
      paragraph(speech.say("notice.challenge.first.say")),
    ],
    rows: [[mine(view, speech)]],
  }),
  "challenge-outcome": (view, body, speech) => {
    const { next } = body;
    const lodge =
      next === undefined
        ? []
        : [button("primary", speech.name("challenge", next.challenge), "appeal.lodge", view.case, next.challenge)];
    return {
      tone: "attention",
      title: speech.say(`notice.challenge.title.${body.what}`),
      blocks: [
        paragraph(outcomeText(body, view.codeName, speech)),
        // A room can be read by more people than the officers: the reasons stand in the file.
        ...(view.to === "officers" ? [] : quoted(body.reasons)),
        ...(body.letter === "" ? [] : [{ kind: "heading" as const, text: speech.say("notice.part.letter") }]),
        ...quoted(body.letter),
        ...appealBlocks(next, speech),
      ],
      rows: [[...lodge, mine(view, speech)]],
    };
  },
};

const mine = (view: NoticeView, speech: Speech) =>
  view.to === "officers" ? caseButton(view, speech) : ownCaseButton(view, speech);

const quoted = (text: string): readonly Block[] => (text === "" ? [] : [{ kind: "quote", text }]);

function outcomeText(body: Outcome, codeName: string, speech: Speech): string {
  const { say, name, list } = speech;
  switch (body.verdict) {
    case undefined:
    case "heard":
      if (!body.isHeard) return say("notice.challenge.refused", { codeName });
      return body.stage === undefined
        ? say("notice.challenge.heard", { codeName })
        : say("notice.challenge.heard.stage", { codeName, stage: name("stage-for-party", body.stage) });
    case "told":
      // Whoever gave no name has none in the file.
      if (body.reporters.length > 0 && body.reporters.every((reporter) => reporter === ""))
        return say("notice.challenge.told.nobody");
      return [say("notice.challenge.told", { names: list(body.reporters) }), say("notice.challenge.told.care")].join(
        " ",
      );
    case "not_told":
      return say("notice.challenge.not_told");
    case "opinion":
      return say("notice.challenge.opinion", { codeName });
    case "confirm":
    case "no_agreement":
    case "annul":
    case "change_sanction":
      return appealText(body, codeName, speech);
  }
}

function appealText(body: Outcome, codeName: string, speech: Speech): string {
  const { say, name } = speech;
  const begin = body.isOwn
    ? say("notice.challenge.own", { codeName })
    : say("notice.challenge.other", { codeName, by: name("party", body.by) });
  return [
    begin,
    ...verdictSentences(body, speech),
    ...(body.members.length === 0
      ? []
      : [say("notice.challenge.members", { members: addresseesText(body.members, speech) })]),
    ...(body.out.length === 0 ? [] : [say("notice.challenge.members.out", { out: addresseesText(body.out, speech) })]),
    ...(body.isFinal ? [say("notice.challenge.final")] : []),
  ].join(" ");
}

function verdictSentences(body: Outcome, { say, name, day }: Speech): readonly string[] {
  switch (body.verdict) {
    case "annul":
      return [
        say("notice.challenge.annul"),
        say(body.wasSanctioned ? "notice.challenge.annul.sanction" : "notice.challenge.annul.anew"),
      ];
    case "change_sanction":
      return [
        say("notice.challenge.change", { sanction: name("sanction", body.sanction ?? "") }),
        ...(body.until === undefined ? [] : [say("notice.challenge.change.until", { day: day(body.until) })]),
      ];
    case "no_agreement":
      return [say("notice.challenge.no_agreement")];
    case "confirm":
    case "heard":
    case "told":
    case "not_told":
    case "opinion":
    case undefined:
      return [say("notice.challenge.confirm")];
  }
}
