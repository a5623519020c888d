import type { NoticeView } from "../../application/message.ts";
import type { Block, Card } from "../card.ts";
import { sanctionText } from "../sanctionText.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";

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
    rows: [...drawn.rows, rulesRow(clauses, citation, speech, view.case)],
  };
}

/** What a lock screen shows of a notice: that there is something, and nothing else. */
export function noticePreview({ say }: Speech): string {
  return say("notice.preview");
}

function clausesOf({ body }: NoticeView): readonly string[] {
  if (body.kind !== "decision") return [body.clause];
  const clauses = [...body.findingClauses, body.sanctionClause, body.clause, body.appealClause];
  return [...new Set(clauses.flatMap((clause) => (clause === undefined || clause === "" ? [] : [clause])))];
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

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
    case "acknowledgement":
      return {
        tone: "good",
        title: say("notice.acknowledgement.title"),
        blocks: [paragraph(say("notice.acknowledgement", { codeName })), { kind: "quote", text: body.text }],
        rows: mine,
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
      return {
        tone: "neutral",
        title: say("notice.outcome.title"),
        blocks: [
          paragraph(say("notice.stage-outcome", { codeName, outcome: name("outcome", body.outcome) })),
          ...(body.reasons === "" ? [] : [{ kind: "quote" as const, text: body.reasons }]),
        ],
        rows: mine,
      };
    case "decision":
      return {
        tone: "attention",
        title: say("notice.decision.title"),
        blocks: decisionBlocks(view, body, speech),
        rows:
          view.to === "officers" ? [[button("secondary", say("act.case.show"), "case.show", ref, "decision")]] : mine,
      };
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
    case "reminder":
      return {
        tone: "attention",
        title: say("notice.reminder.title"),
        blocks: [paragraph(reminderText(body, codeName, speech))],
        rows: [],
      };
  }
}

type Body<Kind extends NoticeView["body"]["kind"]> = Extract<NoticeView["body"], { kind: Kind }>;

function reminderText(body: Body<"reminder">, codeName: string, { say, name, day }: Speech): string {
  const kinds = { task: "task", target: "stage", lapse: "sanction" } as const;
  const what = name(kinds[body.deadlineKind], body.about);
  const values = { what, day: day(body.day), codeName, days: Math.abs(body.days) };
  if (body.deadlineKind === "lapse") return say("notice.reminder.lapse", values);
  if (body.days > 0) return say("notice.reminder.ahead", values);
  return say(body.days === 0 ? "notice.reminder.today" : "notice.reminder.late", values);
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
    ...(body.findings.length === 0
      ? []
      : [say("notice.decision.findings", { rules: list(body.findings.map((rule) => name("rule", rule))) })]),
    ...(body.sanction === undefined
      ? []
      : [say("notice.decision.sanction", { sanction: sanctionText({ ...body, sanction: body.sanction }, speech) })]),
    ...(isRespondent && has("unacceptable") ? [say("notice.part.unacceptable")] : []),
    ...(has("excluded_from_events") ? [say("notice.part.excluded")] : []),
    ...(has("permits") && body.permits.length > 0
      ? [say("notice.part.permits", { permits: list(body.permits.map((permit) => name("permit", permit))) })]
      : []),
    ...indefinitely(body, speech),
    ...(has("from") && body.from !== undefined && body.isIndefinite !== true
      ? [say("notice.part.from", { day: day(body.from) })]
      : []),
    ...(has("until") && body.until !== undefined ? [say("notice.part.until", { day: day(body.until) })] : []),
    ...(isRespondent && has("further_warnings_lead_to_suspension") ? [say("notice.part.further-warnings")] : []),
    ...(body.aimLine ? [say("notice.part.aim")] : []),
  ];
  const appeal =
    body.appealUntil === undefined
      ? []
      : [{ kind: "paragraph" as const, text: say("notice.part.appeal", { day: day(body.appealUntil) }) }];
  // A room can be read by more people than the officers: the reasons stand in the file.
  const reasons =
    body.reasons === "" || view.to === "officers"
      ? []
      : [
          { kind: "heading" as const, text: say("notice.part.reasons") },
          { kind: "quote" as const, text: body.reasons },
        ];
  return [{ kind: "paragraph", text: sentences.join(" ") }, ...reasons, ...appeal];
}
