import type { NoticeView } from "../../application/message.ts";
import type { Gap } from "../../domain/case/entry.ts";
import type { TextKey } from "../../locale/speech.ts";
import { accessText, keptFromTexts, platformName } from "../accessText.ts";
import { appealBlocks } from "../appealText.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import { drawChallengeNotice } from "../challengeNotice.ts";
import { lodgeRow } from "../challengeText.ts";
import { choiceBlocks, choiceButtons } from "../choiceText.ts";
import { escalationText, gapsText, reminderText } from "../reminderText.ts";
import { sanctionText } from "../sanctionText.ts";
import type { Speech } from "../say.ts";
import { drawAgreementNotice } from "./agreementNotices.ts";
import { button, inRows } from "./controls.ts";
import { drawEvidenceNotice } from "./evidenceNotices.ts";
import { helpBlocks, helpLinks } from "./helpCard.ts";
import { drawRecordNotice } from "./recordNotices.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import { noteTexts } from "./reportCards.ts";
import { drawSanctionNotice } from "./sanctionNotices.ts";
import { drawTimeNotice } from "./timeNotices.ts";

/** A written notice: what the rulebook says it must contain, with the clauses, in the reader's language. */
export function drawNotice(view: NoticeView, speech: Speech): Card {
  const { say } = speech;
  const { document: citation } = view;
  const clauses = clausesOf(view);
  const source: Block = {
    kind: "small",
    text: say("notice.source", {
      organisation: view.organisation,
      clauses: speech.list(clauses.map((clause) => cited(citation, clause))),
      title: citation.title,
    }),
  };
  const drawn = drawBody(view, speech);
  return {
    tone: drawn.tone,
    title: drawn.title,
    blocks: [...drawn.blocks, source],
    // Whoever is told so that a sanction is kept is led to no case.
    rows: [...drawn.rows, rulesRow(clauses, citation, speech, view.body.kind === "disclosure" ? "home" : view.case)],
  };
}

/** What a lock screen shows of a notice: that there is something, and nothing else. */
export function noticePreview({ say }: Speech): string {
  return say("notice.preview");
}

function clausesOf({ body }: NoticeView): readonly string[] {
  if (body.kind === "stage-outcome" || body.kind === "ended")
    return [...new Set([body.clause, body.appeal?.clause ?? body.clause])];
  if (body.kind !== "decision") return [body.clause];
  const then = [body.appeal?.clause, body.choice?.clause];
  const clauses = [...body.findingClauses, body.sanctionClause, body.clause, ...then];
  return [...new Set(clauses.flatMap((clause) => (clause === undefined || clause === "" ? [] : [clause])))];
}

/** Only those who handle the case are told who ended it, and why they stop. */
function endedText(to: NoticeView["to"]): TextKey {
  if (to === "officers") return "notice.ended.officers";
  return to === "board" ? "notice.ended.board" : "notice.ended";
}

function endedRows({ to, case: ref }: NoticeView, { say }: Speech, mine: Card["rows"]): Card["rows"] {
  if (to === "board") return [];
  return to === "officers" ? [[button("secondary", say("act.case.show"), "case.show", ref, "card")]] : mine;
}

function confirmationText(isConfirmed: boolean | undefined): TextKey {
  if (isConfirmed === undefined) return "notice.confirmation.nothing";
  return isConfirmed ? "notice.confirmation.yes" : "notice.confirmation.no";
}

function drawBody(view: NoticeView, speech: Speech): Card {
  const { say, name, day } = speech;
  const { body, codeName, case: ref } = view;
  const mine = [[button("secondary", say("act.mycase"), "mycase.list", ref)]];
  switch (body.kind) {
    case "new-case":
      return body.purpose === "officers"
        ? {
            tone: "attention",
            title: say("notice.new-case.title"),
            blocks: [paragraph(say("notice.new-case", { codeName }))],
            rows: [[button("primary", say("act.case.show"), "case.show", ref, "card")]],
          }
        : {
            tone: "attention",
            title: say("notice.new-vote.title"),
            blocks: [paragraph(say("notice.new-vote", { codeName }))],
            rows: [[button("primary", say("act.vote.show"), "vote.show", ref)]],
          };
    case "room-refused":
      return {
        tone: "neutral",
        title: say("notice.room-refused.title"),
        blocks: [paragraph(say("notice.room-refused", { codeName }))],
        rows: mine,
      };
    case "entered":
      return {
        tone: "attention",
        title: say("notice.entered.title"),
        blocks: [
          paragraph(say("notice.entered", { codeName, how: name("came-by", body.how), day: day(body.on) })),
          { kind: "list", items: noteTexts(body.notes, speech) },
          paragraph(say("notice.entered.not-from-you")),
        ],
        rows: mine,
      };
    case "acknowledgement":
      return {
        tone: "good",
        title: say("notice.acknowledgement.title"),
        blocks: [paragraph(say("notice.acknowledgement", { codeName })), { kind: "quote", text: body.text }],
        rows: mine,
      };
    case "question":
      return {
        tone: "attention",
        title: say("notice.question.title"),
        blocks: [paragraph(say("notice.question", { codeName })), { kind: "quote", text: body.text }],
        rows: [],
      };
    case "summons":
      return {
        tone: "attention",
        title: say("notice.summons.title"),
        blocks: [
          paragraph(say("notice.summons", { codeName, day: day(body.on) })),
          { kind: "quote", text: body.text },
          paragraph(say("notice.summons.rights")),
        ],
        rows: mine,
      };
    case "stage-outcome":
      // In a room nothing is said in the words of the case: they stand in the file.
      if (view.to === "officers")
        return {
          tone: "neutral",
          title: say("notice.outcome.title.officers"),
          blocks: [
            paragraph(say("notice.stage-outcome.officers", { codeName, outcome: name("outcome", body.outcome) })),
          ],
          rows: [[button("secondary", say("act.case.show"), "case.show", ref, "card")]],
        };
      return {
        tone: "neutral",
        title: say(view.to === "respondent" ? "notice.outcome.title.respondent" : "notice.outcome.title"),
        blocks: [
          paragraph(
            say(view.to === "respondent" ? "notice.stage-outcome.respondent" : "notice.stage-outcome", {
              codeName,
              outcome: name("outcome", body.outcome),
            }),
          ),
          ...becauseTexts(body, speech).map(paragraph),
          ...(body.reasons === "" ? [] : [{ kind: "quote" as const, text: body.reasons }]),
          ...appealBlocks(body.appeal, speech),
        ],
        rows: [[...lodgeRow(body.appeal, ref, speech), ...mine.flat()]],
      };
    case "referred":
      return {
        tone: "attention",
        title: say("notice.referred.title"),
        blocks: [
          paragraph(
            say("notice.referred", { codeName, from: name("stage", body.stage), stage: name("stage", body.next) }),
          ),
        ],
        rows: [[button("secondary", say("act.case.show"), "case.show", ref, "card")]],
      };
    case "challenge-task":
    case "challenge-first":
    case "challenge-outcome":
      return drawChallengeNotice(view, body, speech);
    case "join-asked":
      return {
        tone: "neutral",
        title: say("notice.join-asked.title"),
        blocks: [paragraph(say("notice.join-asked"))],
        rows: [[button("primary", say("act.join.show"), "join.show", ref)]],
      };
    case "urgent":
      return {
        tone: "attention",
        title: say("notice.urgent.title"),
        blocks: [paragraph(say(body.isAgain ? "notice.urgent.again" : "notice.urgent", { codeName }))],
        rows: [
          [
            button("primary", say("act.case.take"), "case.take", ref),
            button("secondary", say("act.case.show"), "case.show", ref, "report"),
          ],
        ],
      };
    case "support-contact":
      return {
        tone: "neutral",
        title: say("name.subject.support-contact"),
        blocks: [
          paragraph(
            say(body.isChosen ? "notice.support-contact.chosen" : "notice.support-contact.other", { codeName }),
          ),
        ],
        rows: [[button("secondary", say("act.case.show"), "case.show", ref, "card")]],
      };
    case "support":
      return {
        tone: "neutral",
        title: say("notice.support.title"),
        blocks: [paragraph(say("notice.support", { codeName })), ...helpBlocks(body.help, speech)],
        rows: [...helpLinks(body.help), ...mine],
      };
    case "ended":
      return {
        tone: "neutral",
        title: say("notice.ended.title"),
        blocks: [paragraph(say(endedText(view.to), { codeName })), ...appealBlocks(body.appeal, speech)],
        rows: endedRows(view, speech, [[...lodgeRow(body.appeal, ref, speech), ...mine.flat()]]),
      };
    case "decision":
      return {
        tone: "attention",
        title: say("notice.decision.title"),
        blocks: decisionBlocks(view, body, speech),
        rows:
          view.to === "officers"
            ? [[button("secondary", say("act.case.show"), "case.show", ref, "decision")]]
            : [
                ...inRows(choiceButtons(body.choice?.isOpen === true ? body.choice.outcomes : [], ref, speech)),
                [...lodgeRow(body.appeal, ref, speech), ...mine.flat()],
              ],
      };
    case "extended":
    case "takes-longer":
    case "vacation-offer":
    case "more-asked":
    case "lateness":
    case "unanswered":
    case "answered":
      return drawTimeNotice(view, body, speech);
    case "sanction-lapsed":
      return {
        tone: "good",
        title: say("notice.lapsed.title"),
        blocks: [
          paragraph(
            say(view.to === "respondent" ? "notice.lapsed" : "notice.lapsed.officers", {
              sanction: name("sanction", body.sanction),
              day: day(body.day),
              codeName,
            }),
          ),
        ],
        rows: [],
      };
    case "sanction-changed":
      return {
        tone: "attention",
        title: say(view.to === "respondent" ? "notice.changed.title" : "notice.changed.title.officers"),
        blocks: [paragraph(changedText(view, body, speech))],
        rows: view.to === "respondent" ? mine : [],
      };
    case "sanction-lifted":
      return {
        tone: "good",
        title: say("notice.lifted.title"),
        blocks: [
          paragraph(
            say(view.to === "respondent" ? "notice.lifted" : "notice.lifted.officers", {
              sanction: name("sanction", body.sanction),
              day: day(body.day),
              codeName,
            }),
          ),
          ...(body.reasons === "" || view.to !== "respondent" ? [] : [{ kind: "quote" as const, text: body.reasons }]),
        ],
        rows: [],
      };
    case "interim":
    case "interim-ended":
    case "sanction-task-done":
    case "sanction-condition":
    case "sanction-breached":
      return drawSanctionNotice(view, body, speech);
    case "witness-asked":
    case "witness-answered":
    case "evidence-given":
    case "evidence-opened":
    case "body-asked":
    case "question-put":
    case "question-answered":
    case "answer-returned":
    case "vote-rests":
    case "question-dropped":
      return drawEvidenceNotice(view, body, speech);
    case "agreement-asked":
    case "agreement-answered":
    case "agreement-left":
      return drawAgreementNotice(view, body, speech);
    case "confirmation-voted":
      return {
        tone: body.isConfirmed === true ? "good" : "attention",
        title: say("notice.confirmation.title"),
        blocks: [
          paragraph(say(confirmationText(body.isConfirmed), { codeName, sanction: name("sanction", body.sanction) })),
        ],
        rows: [[button("secondary", say("act.case.show"), "case.show", ref, "card")]],
      };
    case "anonymising":
    case "to-approve":
    case "escalation-asked":
      return drawRecordNotice(view, body, speech);
    case "disclosure-asked":
      return {
        tone: "attention",
        title: say("notice.disclosure-asked.title"),
        blocks: [
          paragraph(
            say("notice.disclosure-asked", {
              whom: body.whose,
              sanction: name("sanction", body.sanction),
              codeName,
              recipient: body.recipient ?? say("notice.disclosure.somebody"),
              contents: speech.list(body.contents.map((part) => name("disclosed", part))),
            }),
          ),
          { kind: "quote", text: body.reasons },
        ],
        rows: [
          [
            button("primary", say("act.sanction.approve"), "sanction.approve", ref, body.disclosure),
            button("danger", say("act.sanction.decline"), "sanction.decline", ref, body.disclosure),
          ],
        ],
      };
    case "disclosure":
      return {
        tone: "attention",
        title: say(body.what === "ends" ? "notice.disclosure.title.ends" : "notice.disclosure.title"),
        blocks: disclosureBlocks(body, speech),
        rows: [],
      };
    case "access":
      return {
        tone: "attention",
        title: say(body.what === "undone" ? "notice.access.title.undone" : "notice.access.title", {
          platform: platformName(body.platform),
        }),
        blocks: [paragraph(accessText(body, codeName, speech))],
        rows: [[button("secondary", say("act.case.show"), "case.show", ref, "card")]],
      };
    case "undelivered":
      return {
        tone: "attention",
        title: say("notice.undelivered.title"),
        blocks: [paragraph(say("notice.undelivered", { whom: name("party", body.to) }))],
        rows: [
          [
            button(
              "primary",
              say("act.case.delivered", { whom: name("party", body.to) }),
              "case.delivered",
              ref,
              body.notice,
            ),
          ],
        ],
      };
    case "gaps":
      return {
        tone: "attention",
        title: say("notice.gaps.title"),
        blocks: [paragraph(gapsText(body, codeName, speech))],
        rows:
          body.about === undefined
            ? orphanRows(body.gaps, ref, speech)
            : [
                [
                  button("primary", say("act.case.show"), "case.show", ref, "card"),
                  ...(body.gaps.includes("no-date")
                    ? [button("secondary", say("act.case.next"), "case.next", ref)]
                    : []),
                ],
              ],
      };
    case "escalation":
      return {
        tone: "attention",
        title: say("notice.escalation.title"),
        blocks: [paragraph(escalationText(body, codeName, speech, "whole"))],
        rows: [
          [
            button("primary", say("act.seen"), "due.seen", ref, view.notice),
            ...(body.what === undefined ? [] : [button("secondary", say("act.case.show"), "case.show", ref, "card")]),
          ],
        ],
      };
    case "reminder":
      return {
        tone: "attention",
        title: say("notice.reminder.title"),
        blocks: [paragraph(reminderText(body, codeName, speech))],
        rows: reminderRows(view, body, speech),
      };
  }
}

/** Which reasons of the rulebook's list were given. */
function becauseTexts(
  { because = [] }: Pick<Body<"decision">, "because">,
  { say, name, list }: Speech,
): readonly string[] {
  if (because.length === 0) return [];
  return [say("notice.because", { reasons: list(because.map((reason) => name("reason", reason))) })];
}

type Body<Kind extends NoticeView["body"]["kind"]> = Extract<NoticeView["body"], { kind: Kind }>;

/** Where what is reminded of is done; those who handle the case come to its days, how they were counted and who has yet to be told. */
function reminderRows({ to, case: ref }: NoticeView, body: Body<"reminder">, { say }: Speech): Card["rows"] {
  if (isOfSanction(body)) return [[button("primary", say("act.sanction.show"), "sanction.show", ref)]];
  const isOfDays = body.deadlineKind !== "lapse" && body.deadlineKind !== "inactivity";
  return to === "officers" && isOfDays ? [[button("secondary", say("act.case.days"), "case.days", ref)]] : [];
}

/** Whether what is reminded of is done where the sanctions of a case are shown. */
const isOfSanction = ({ deadlineKind }: Body<"reminder">) =>
  deadlineKind === "review" || deadlineKind === "sanction-task" || deadlineKind === "condition";

/** "It lapses on Thursday, 1 April 2027." */
function endText(until: string | undefined, { say, day }: Speech): string {
  return until === undefined ? say("notice.changed.endless") : say("notice.changed.until", { day: day(until) });
}

function changedText({ to, codeName }: NoticeView, body: Body<"sanction-changed">, speech: Speech): string {
  const { say, name } = speech;
  const values = { was: name("sanction", body.was), sanction: name("sanction", body.sanction), codeName };
  const text =
    to === "respondent" ? say(`notice.changed.${body.change}`, values) : say("notice.changed.officers", values);
  return `${text} ${endText(body.until, speech)}`;
}

/** What a decision does to sanctions that the respondent has already. */
function changesText({ changes = [] }: Body<"decision">, { say, name, day }: Speech): readonly string[] {
  return changes.flatMap(({ change, was, sanction, until }) => {
    const values = { was: name("sanction", was), sanction: name("sanction", sanction) };
    const text = change === "extended" ? say("notice.part.extends", values) : say("notice.part.converts", values);
    return until === undefined ? [text] : [text, say("notice.part.changed.until", { day: day(until) })];
  });
}

function disclosureBlocks(body: Body<"disclosure">, { say, name, day, list }: Speech): readonly Block[] {
  const who = body.name ?? say("notice.disclosure.somebody");
  const { bars = [] } = body;
  const isOfEvents = bars.every((thing) => thing === "events");
  const sentences = [
    isOfEvents || body.what === "ends"
      ? say(`notice.disclosure.${body.what}`, { name: who })
      : say("notice.disclosure.from-more", { name: who, things: list(bars.map((thing) => name("permit", thing))) }),
    ...(body.what === "ends" || body.from === undefined
      ? []
      : [say("notice.disclosure.from", { day: day(body.from) })]),
    ...(body.what === "ends" || body.until === undefined
      ? []
      : [say("notice.disclosure.until", { day: day(body.until) })]),
    ...(body.what !== "ends" && body.isEndless ? [say("notice.disclosure.endless")] : []),
    ...(body.what === "ends" || body.permits.length === 0
      ? []
      : [say("notice.disclosure.permits", { permits: list(body.permits.map((permit) => name("permit", permit))) })]),
  ];
  return [paragraph(sentences.join(" ")), { kind: "small", text: say("notice.disclosure.care") }];
}

/** That there is no last day is said, whatever the rulebook wants in the notice. */
function indefinitely({ isIndefinite, from }: Body<"decision">, { say, day }: Speech): readonly string[] {
  if (isIndefinite !== true) return [];
  return [from === undefined ? say("notice.part.indefinite") : say("notice.part.indefinite.from", { day: day(from) })];
}

/** Everything the rulebook wants in the notice of a decision; a part is there when the rulebook names it and it applies. */
function decisionBlocks(view: NoticeView, body: Body<"decision">, speech: Speech): readonly Block[] {
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
    ...(body.isPending === true ? [say("notice.part.pending")] : []),
    ...((body.takesAway ?? []).length === 0
      ? []
      : [say("notice.part.takes-away", { rights: list((body.takesAway ?? []).map((right) => name("right", right))) })]),
    ...indefinitely(body, speech),
    ...keptFromTexts(body.keptFrom, speech),
    ...(has("from") && body.from !== undefined && body.isIndefinite !== true
      ? [say("notice.part.from", { day: day(body.from) })]
      : []),
    ...(has("until") && body.until !== undefined ? [say("notice.part.until", { day: day(body.until) })] : []),
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
  return [
    { kind: "paragraph", text: sentences.join(" ") },
    ...reasons,
    ...choiceBlocks(body.choice, speech),
    ...appealBlocks(body.appeal, speech),
  ];
}

/** Whoever can take over a case that nobody in office handles has a button for it. */
function orphanRows(gaps: readonly Gap[], ref: string, { say }: Speech): Card["rows"] {
  return gaps.includes("no-owner") ? [[button("primary", say("act.case.succeed"), "case.succeed", ref)]] : [];
}
