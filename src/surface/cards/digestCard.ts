import type { MoreReminders } from "../../application/message.ts";
import type { NoticeView } from "../../application/notice.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { anonymisingText, escalationText, gapsText, reminderText } from "../reminderText.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";

/** Several reminders in one message: what is late first, each with its case and its clause. */
export function drawDigest(views: readonly NoticeView[], speech: Speech, more?: MoreReminders): Card {
  const { say } = speech;
  const groups = [
    { title: say("due.group.late"), views: views.filter(isLate) },
    { title: say("digest.others"), views: views.filter((view) => !isLate(view)) },
  ];
  const blocks = groups.flatMap((group): readonly Block[] =>
    group.views.length === 0
      ? []
      : [
          { kind: "heading", text: group.title },
          { kind: "list", items: group.views.map((view) => lineOf(view, speech)) },
        ],
  );
  const seen = views.flatMap((view): readonly Control[] =>
    view.body.kind === "escalation"
      ? [
          button(
            "primary",
            fitted(say("act.seen.case", { codeName: view.codeName }), limits.buttonLabel),
            "due.seen",
            view.case,
            view.notice,
          ),
        ]
      : [],
  );
  return {
    tone: "attention",
    title: say("digest.title"),
    blocks: [
      { kind: "paragraph", text: say("digest.intro", { count: views.length + (more?.reminders ?? 0) }) },
      ...blocks,
      ...moreOf(more, speech),
    ],
    rows: [...inRows([...seen, button("secondary", say("home.due"), "due.list", "home")]), ...rulesOf(views, speech)],
  };
}

/** The others, by the names of their cases. */
function moreOf(more: MoreReminders | undefined, { say }: Speech): readonly Block[] {
  if (more === undefined) return [];
  const { reminders: count, named, unnamed } = more;
  const text = [
    say("digest.more", { count, cases: named.join(", ") }),
    ...(unnamed > 0 ? [say("digest.unnamed", { count: unnamed })] : []),
  ].join(" ");
  return [
    { kind: "heading", text: say("digest.more.title") },
    { kind: "paragraph", text },
  ];
}

/** The document that the reminders cite. */
function rulesOf(views: readonly NoticeView[], speech: Speech): Card["rows"] {
  const [first] = views;
  const clauses = [...new Set(views.flatMap(({ body }) => ("clause" in body ? [body.clause] : [])))];
  return first === undefined ? [] : [rulesRow(clauses, first.document, speech)];
}

function isLate({ body }: NoticeView): boolean {
  if (body.kind === "escalation") return true;
  return body.kind === "reminder" && body.days < 0 && body.deadlineKind !== "inactivity";
}

function lineOf({ body, codeName, document }: NoticeView, speech: Speech): string {
  const text = textOf(body, codeName, speech);
  return "clause" in body ? `${text} (${cited(document, body.clause)})` : text;
}

function textOf(body: NoticeView["body"], codeName: string, speech: Speech): string {
  if (body.kind === "escalation") return escalationText(body, codeName, speech, "short");
  if (body.kind === "gaps") return gapsText(body, codeName, speech);
  if (body.kind === "anonymising") return anonymisingText(body, codeName, speech);
  return body.kind === "reminder" ? reminderText(body, codeName, speech) : "";
}
