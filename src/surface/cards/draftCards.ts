import type { DraftList, OwnRecord } from "../../application/acts/drafts.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Card } from "../card.ts";
import { valueOf } from "../form.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";

/** So much of a text stands in a list, to know it again. */
const BEGINNING = 60;
/** So many have buttons of their own. */
const LISTED = 10;

/**
 * What somebody has typed and not sent.
 * @param field the question whose answer stands in the list, to know a report again
 */
export function draftsCard({ reports, others }: DraftList, field: string, speech: Speech): Card {
  const { say, day } = speech;
  const shown = reports.slice(0, LISTED);
  const items = shown.map(({ day: on, until, values }, i) => {
    const text = valueOf(values, field).trim();
    return say("draft.line", {
      number: i + 1,
      day: day(on),
      until: day(until),
      text: text === "" ? say("draft.empty") : fitted(text, BEGINNING),
    });
  });
  const nothing = reports.length === 0 && others === 0;
  return {
    tone: "neutral",
    title: say("draft.title"),
    blocks: [
      ...(nothing ? [paragraph(say("draft.none"))] : []),
      ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
      ...(reports.length > shown.length ? [small(say("list.more", { count: reports.length - shown.length }))] : []),
      ...(others === 0 ? [] : [paragraph(say("draft.others", { count: others }))]),
      small(say("draft.small")),
    ],
    rows: inRows([
      ...shown.flatMap(({ id }, i) => [
        button("primary", say("act.draft.continue", { number: i + 1 }), "report.page", id, "1"),
        button("danger", say("act.draft.discard", { number: i + 1 }), "draft.discard", id),
      ]),
      ...(others === 0 ? [] : [button("danger", say("act.draft.others"), "draft.others", "home")]),
    ]),
  };
}

const writtenText = (written: string, { say, day }: Speech) => {
  const [on = "", time = ""] = written.split("T");
  return say("receipt.moment", { day: day(on), time });
};

/** What somebody wrote down for themselves, and what can be done with it. */
export function recordCard(record: OwnRecord, isNew: boolean, speech: Speech): Card {
  const { say } = speech;
  return {
    tone: isNew ? "good" : "neutral",
    title: say(isNew ? "record.kept.title" : "record.title"),
    blocks: [
      { kind: "facts", facts: [{ label: say("record.written"), value: writtenText(record.written, speech) }] },
      { kind: "quote", text: record.text },
      small(say("record.small")),
    ],
    rows: [
      [
        button("primary", say("act.record.file"), "record.file", record.id),
        button("secondary", say("act.record.list"), "record.list", "home"),
        button("danger", say("act.record.discard"), "record.discard", record.id),
      ],
    ],
  };
}

/** Everything that somebody wrote down for themselves. */
export function ownRecordsCard(records: readonly OwnRecord[], speech: Speech): Card {
  const { say } = speech;
  const shown = records.slice(0, LISTED);
  return {
    tone: "neutral",
    title: say("record.list.title"),
    blocks: [
      shown.length === 0
        ? paragraph(say("record.none"))
        : {
            kind: "list",
            items: shown.map(({ written, text }) =>
              say("record.line", { moment: writtenText(written, speech), text: fitted(text, BEGINNING) }),
            ),
          },
      ...(records.length > shown.length ? [small(say("list.more", { count: records.length - shown.length }))] : []),
      small(say("record.small")),
    ],
    rows: inRows([
      ...shown.map(({ id, written }) =>
        button("secondary", fitted(writtenText(written, speech), limits.buttonLabel), "record.read", id),
      ),
      button("primary", say("act.record.write"), "record.write", "home"),
    ]),
  };
}
