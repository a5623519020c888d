import type { Filed } from "../../application/acts/fileReport.ts";
import type { KeptFile } from "../../application/acts/messageFiles.ts";
import type { ReportPreview } from "../../application/acts/previewReport.ts";
import type { EnteredView } from "../../application/acts/reportAuthor.ts";
import type { HelpView } from "../../application/views/helpView.ts";
import type { AuthorNotes } from "../../domain/parties/authorIsTold.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { fileTexts } from "../messageFileText.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { helpBlocks, helpLinks } from "./helpCard.ts";
import { receiptBlocks } from "./receiptCards.ts";
import { cited, rulesLink, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";
import { spanText } from "./restingText.ts";

/** What whoever a report is from is told: who sees their name, what the respondent learns, and whether it may go to the police. */
export function noteTexts({ respondent, falseReports, police, next }: AuthorNotes, speech: Speech): readonly string[] {
  const { say } = speech;
  return [
    say("report.preview.name"),
    say(`report.preview.respondent.${respondent}`),
    ...(falseReports ? [say("report.preview.false-reports")] : []),
    ...(police === undefined ? [] : [say(`report.preview.police.${police}`)]),
    ...nextTexts(next, speech),
  ];
}

/** What happens next, and how soon. */
function nextTexts(next: AuthorNotes["next"], speech: Speech): readonly string[] {
  if (next === undefined) return [];
  const { say } = speech;
  const { acknowledged, assessed } = next;
  return [
    [
      say("report.preview.next"),
      ...(acknowledged === undefined
        ? []
        : [say("report.preview.next.acknowledged", { length: spanText(acknowledged, speech) })]),
      ...(assessed === undefined ? [] : [say("report.preview.next.assessed", { length: spanText(assessed, speech) })]),
    ].join(" "),
  ];
}

/** Where help is, whatever becomes of it. */
function helpTexts(help: HelpView | undefined, { say, list }: Speech): readonly string[] {
  if (help === undefined) return [];
  const contacts = help.contacts.map(({ label, phone }) =>
    phone === undefined ? label : say("help.contact", { label, phone }),
  );
  return [say("report.preview.help", { contacts: list(contacts.slice(0, NAMED)) })];
}

/** So many of those who report it together, and of those who help, are named before it is sent; all are with the receipt. */
const NAMED = 3;

/** Who reports it together, what each of them is asked, and who speaks for all. */
function togetherBlocks({ together }: ReportPreview, { say, list }: Speech): readonly Block[] {
  if (together === undefined) return [];
  const { names, spokesperson, confirms } = together;
  const asked = say(confirms ? "report.preview.together.asked" : "report.preview.together.told");
  const speaks =
    spokesperson === undefined
      ? say("report.preview.together.author")
      : say("report.preview.together.speaks", { name: spokesperson });
  const more = names.length - NAMED;
  const shown = [...names.slice(0, NAMED), ...(more > 0 ? [say("report.preview.together.more", { count: more })] : [])];
  return [paragraph([say("report.preview.together", { names: list(shown) }), asked, speaks].join(" "))];
}

/** What whoever sends it says with that of who speaks for them. */
function voiceTexts({ voice }: ReportPreview, { say }: Speech): readonly string[] {
  if (voice === undefined) return [];
  const { companion, maySpeak } = voice;
  const own = say("report.preview.voice");
  if (companion === undefined) return [own];
  const speaks = maySpeak ? "report.preview.voice.speaks" : "report.preview.voice.silent";
  return [`${own} ${say(speaks, { name: companion })}`];
}

/** What somebody is told who reports what they did themselves. */
function selfTexts({ police }: AuthorNotes, { say }: Speech): readonly string[] {
  return [
    say("report.preview.self"),
    say("report.preview.self.next"),
    ...(police === undefined ? [] : [say(`report.preview.police.${police}`)]),
  ];
}

/** From whom a report came that an officer enters, and what becomes of it. */
function enteredBlocks(entered: EnteredView | undefined, speech: Speech): readonly Block[] {
  if (entered === undefined) return [];
  const { say, name, day } = speech;
  const values = { name: entered.name, how: name("came-by", entered.how), day: day(entered.on) };
  if (entered.unsigned !== undefined)
    return [
      paragraph(say("report.unsigned.preview", values)),
      ...(entered.isShut ? [paragraph(say("report.entered.shut"))] : []),
      paragraph(say(`report.unsigned.preview.${entered.unsigned}`)),
    ];
  return [
    paragraph(say("report.entered.preview", values)),
    ...(entered.isShut ? [paragraph(say("report.entered.shut"))] : []),
    paragraph(say(entered.hasAccount ? "report.entered.has-account" : "report.entered.no-account")),
  ];
}

/** To an officer who entered a report: of one that goes past them nothing but that it is kept. */
function enteredCard(filed: Filed, entered: EnteredView, citation: Citation, speech: Speech): Card {
  const { say, list } = speech;
  const title = say("report.entered.title");
  if (entered.isShut)
    return {
      tone: "good",
      title,
      blocks: [paragraph(say("report.entered.shut"))],
      rows: [rulesRow([filed.clause], citation, speech)],
    };
  const readers = list(filed.readers.map((reader) => reader.name));
  const values = { codeName: filed.codeName, readers, clause: cited(citation, filed.clause) };
  return {
    tone: "good",
    title,
    blocks: [
      paragraph(say("report.entered", values)),
      paragraph(say(entered.hasAccount ? "report.entered.has-account" : "report.entered.no-account")),
    ],
    rows: [
      [button("primary", say("act.case.show"), "case.show", filed.case, "card")],
      rulesRow([filed.clause], citation, speech, filed.case),
    ],
  };
}

/** What becomes of a report that comes too late. */
export function lateBlocks(
  { late }: Pick<ReportPreview, "late">,
  citation: Citation,
  speech: Speech,
): readonly Block[] {
  if (late === undefined) return [];
  const { say, name, day } = speech;
  const { to } = late;
  const whom = to.kind === "office" || to.kind === "body" ? name(to.kind, to.id) : say("report.preview.late.somebody");
  const final = late.isFinal ? [say("report.preview.late.final")] : [];
  const text = say("report.preview.late", { day: day(late.lastDay), whom, clause: cited(citation, late.clause) });
  return [paragraph([text, ...final].join(" "))];
}

/** What a member sees before a report is sent: who will read it, and what they can still do. */
export function previewCard(
  preview: ReportPreview & {
    readonly hasRecord?: boolean;
    readonly hasMessage?: boolean;
    readonly files?: readonly KeptFile[];
  },
  draft: string,
  pages: number,
  citation: Citation,
  platform: "discord" | "slack",
  speech: Speech,
): Card {
  const { say, list } = speech;
  const { notes } = preview;
  const readers = list(preview.readers.map((reader) => reader.name));
  const chosen = preview.readers.map((reader) => reader.person).join("+");
  const others = preview.alternatives
    .map(({ key, readers: people }, index) => ({ key, people, index }))
    .filter((option) => option.key !== chosen);
  const offered = others.slice(0, limits.options);
  const pick: readonly (readonly Control[])[] =
    others.length === 0
      ? []
      : [
          [
            {
              kind: "select",
              act: "report.to",
              choice: "",
              ref: draft,
              placeholder: say("report.preview.other"),
              options: offered.map(({ people, index }) => ({
                value: String(index),
                label: fitted(list(people.map((reader) => reader.name)), limits.optionLabel),
              })),
            },
          ],
        ];
  const edits = Array.from({ length: pages }, (_, i) =>
    button("secondary", say("act.report.edit", { page: i + 1 }), "report.page", draft, String(i + 1)),
  );
  return {
    tone: "neutral",
    title: say(preview.entered === undefined ? "report.preview.title" : "report.entered.preview.title"),
    blocks: [
      ...enteredBlocks(preview.entered, speech),
      ...(preview.readers.length === 0
        ? []
        : [
            paragraph(
              say(preview.entered === undefined ? "report.preview.readers" : "report.entered.readers", {
                readers,
                clause: cited(citation, preview.clause),
              }),
            ),
          ]),
      ...(preview.alternatives.length === 0
        ? []
        : [
            paragraph(
              say(preview.isOwnChoice === true ? "report.preview.own-choice" : "report.preview.about-receiver"),
            ),
          ]),
      ...togetherBlocks(preview, speech),
      ...((preview.flags ?? []).includes("urgent") ? [paragraph(say("report.preview.urgent"))] : []),
      ...(preview.entered === undefined || preview.entered.unsigned !== undefined
        ? []
        : [paragraph(say("report.entered.told"))]),
      {
        kind: "list",
        items: [
          ...(preview.hasRecord === true ? [say("report.preview.record")] : []),
          ...(preview.hasMessage === true ? [say("report.preview.message")] : []),
          ...fileTexts(preview.files ?? [], speech),
          ...voiceTexts(preview, speech),
          ...(preview.isSelf === true ? selfTexts(notes, speech) : noteTexts(notes, speech)),
          ...(notes.promises === true && preview.entered === undefined ? [say("report.preview.promise")] : []),
          ...(preview.entered === undefined
            ? [...helpTexts(preview.help, speech), say(`report.preview.platform.${platform}`)]
            : []),
        ],
      },
      ...lateBlocks(preview, citation, speech),
      small(say("report.preview.not-sent")),
      ...(others.length > offered.length ? [small(say("list.more", { count: others.length - offered.length }))] : []),
    ],
    rows: [
      ...pick,
      ...inRows([
        button(
          "success",
          say(preview.entered === undefined ? "act.report.send" : "act.report.enter"),
          "report.send",
          draft,
        ),
        ...edits,
        button("danger", say("act.report.discard"), "report.discard", draft),
        rulesLink(citation, speech),
      ]),
    ],
  };
}

/** The receipt. */
export function filedCard(filed: Filed, citation: Citation, speech: Speech): Card {
  const { say, list } = speech;
  if (filed.entered !== undefined) return enteredCard(filed, filed.entered, citation, speech);
  return {
    tone: "good",
    title: say("report.filed.title"),
    blocks: [
      paragraph(
        say("report.filed", {
          codeName: filed.codeName,
          readers: list(filed.readers.map((reader) => reader.name)),
          clause: cited(citation, filed.clause),
        }),
      ),
      paragraph(say("report.filed.next")),
      ...(filed.receipt === undefined ? [] : receiptBlocks(filed.receipt, speech)),
      ...helpBlocks(filed.help, speech),
    ],
    rows: [
      ...helpLinks(filed.help),
      [button("secondary", say("act.mycase"), "mycase.list", filed.case)],
      rulesRow([filed.clause], citation, speech, filed.case),
    ],
  };
}
