import { entriesOf, findEntry, textIn } from "../../domain/code/entries.ts";
import type { CodeEntry } from "../../domain/code/entries.ts";
import type { Resting } from "../../domain/code/restsOn.ts";
import type { Code } from "../../rulebook/rulebook.ts";
import { paragraph } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";
import { restingText } from "./restingText.ts";

type Chapter = Code[number];

/** So much of a chapter stands on one page. */
const LENGTH = 2800;
const CLAUSES = 10;
/** So many clauses that were found are shown whole; the others can be chosen. */
const FOUND = 3;

/** The chapters of the document, privately; where nothing of it is entered, the link to it. */
export function chaptersCard(citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { code } = citation;
  if (code.length === 0) return codeCard(citation.title, [paragraph(say("code.none"))], [], citation.link, speech);
  const items = code.map((chapter) => titled(chapter, speech));
  const blocks: readonly Block[] = [
    paragraph(say("code.intro", { title: citation.title })),
    { kind: "list", items },
    paragraph(say("code.how", { example: entriesOf(code).at(-1)?.clause ?? "1" })),
  ];
  return codeCard(citation.title, blocks, [[chapterSelect(code, speech)]], citation.link, speech);
}

/**
 * A page of a chapter: what each of its clauses says.
 * @param wanted which page, from 1; the last for one there is not
 */
export function chapterCard(chapter: Chapter, wanted: number, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const pages = paged(entriesOf([chapter]), speech);
  const page = Math.max(1, Math.min(wanted, pages.length));
  const entries = pages[page - 1] ?? [];
  const turn = (label: string, to: number) =>
    button("secondary", label, "code.chapter", "home", `${chapter.clause}|${to}`);
  const turns: readonly Control[] = [
    ...(page > 1 ? [turn(say("page.previous"), page - 1)] : []),
    ...(page < pages.length ? [turn(say("page.next"), page + 1)] : []),
    allChapters(speech),
  ];
  const blocks = entries.flatMap((entry): readonly Block[] =>
    entry.clause === chapter.clause ? [paragraph(textIn(entry.says, speech.locale))] : entryBlocks(entry, speech),
  );
  const title = titleOf(chapter, citation, speech);
  return codeCard(title, blocks, [...clauseRow(entries, speech), turns], chapter.link ?? citation.link, speech);
}

/** What one clause says, and with which numbers Redress goes by it. */
export function clauseCard(entry: CodeEntry, resting: readonly Resting[], citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const chapter = citation.code.find(({ clause }) => clause === entry.chapter);
  const applied: readonly Block[] =
    resting.length === 0
      ? []
      : [
          { kind: "heading", text: say("code.applied") },
          { kind: "list", items: fittingLines(resting.map((each) => restingText(each, speech))) },
        ];
  const whole =
    chapter === undefined || chapter.clauses.length === 0
      ? []
      : [button("secondary", say("code.chapter", { clause: chapter.clause }), "code.chapter", "home", chapter.clause)];
  return codeCard(
    titleOf(entry, citation, speech),
    [paragraph(textIn(entry.says, speech.locale)), ...applied],
    [[...whole, allChapters(speech)]],
    entry.link ?? citation.link,
    speech,
  );
}

/** Several clauses below each other: those that were found, or that something cites. */
export function clausesCard(title: string, entries: readonly CodeEntry[], citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const [shown = []] = paged(entries.slice(0, FOUND), speech);
  const more = entries.length - shown.length;
  const blocks = [
    ...shown.flatMap((entry) => entryBlocks(entry, speech)),
    ...(more === 0 ? [] : [paragraph(say("code.more", { count: more }))]),
  ];
  return codeCard(title, blocks, [...clauseRow(entries, speech), [allChapters(speech)]], citation.link, speech);
}

/** Nothing was found: the chapters are offered. */
export function notFoundCard(words: string, citation: Citation, speech: Speech): Card {
  const text = paragraph(speech.say("code.not-found", { words: fitted(words, limits.buttonLabel) }));
  const rows = citation.code.length === 0 ? [] : [[chapterSelect(citation.code, speech)]];
  return codeCard(speech.say("code.not-found.title"), [text], rows, citation.link, speech);
}

/** "4.1 How the board decides". */
export function titled({ clause, title }: Pick<CodeEntry, "clause" | "title">, { locale }: Speech): string {
  return `${clause} ${textIn(title, locale)}`;
}

/** The clauses of the code that are among these, each once. */
export function entriesAt(clauses: readonly string[], { code, cite }: Citation): readonly CodeEntry[] {
  const found = clauses.flatMap((clause) => findEntry(code, clause, cite) ?? []);
  return found.filter((entry, i) => found.findIndex((each) => each.clause === entry.clause) === i);
}

const titleOf = ({ clause, title }: Pick<CodeEntry, "clause" | "title">, citation: Citation, { locale }: Speech) =>
  `${cited(citation, clause)}: ${textIn(title, locale)}`;

function codeCard(title: string, blocks: readonly Block[], rows: Card["rows"], url: string, { say }: Speech): Card {
  const selects = rows.filter((row) => row.some((control) => control.kind === "select"));
  const buttons = rows.filter((row) => !selects.includes(row)).flat();
  return {
    tone: "neutral",
    title,
    blocks: [...blocks, { kind: "small", text: say("code.small") }],
    rows: [...selects, [...buttons, { kind: "link", label: say("code.document"), url }]],
  };
}

const allChapters = ({ say }: Speech) => button("secondary", say("code.all"), "code.chapters", "home");

function entryBlocks(entry: CodeEntry, speech: Speech): readonly Block[] {
  return [
    { kind: "heading", text: titled(entry, speech) },
    { kind: "paragraph", text: textIn(entry.says, speech.locale) },
  ];
}

function chapterSelect(code: Code, speech: Speech): Control {
  return selectOf("code.chapter", speech.say("code.choose-chapter"), code, speech);
}

function clauseRow(entries: readonly CodeEntry[], speech: Speech): Card["rows"] {
  if (entries.length < 2) return [];
  const shown = entries.slice(0, limits.options);
  return [[selectOf("code.clause", speech.say("code.choose-clause"), shown, speech)]];
}

function selectOf(
  act: string,
  placeholder: string,
  things: readonly Pick<CodeEntry, "clause" | "title">[],
  speech: Speech,
): Control {
  const options = things.map((thing) => ({
    value: thing.clause,
    label: fitted(titled(thing, speech), limits.optionLabel),
  }));
  return { kind: "select", act, choice: "", ref: "home", placeholder, options };
}

/** So many of some lines as fit beside a clause. */
function fittingLines(all: readonly string[]): readonly string[] {
  // Several procedures may do the same by a clause.
  const lines = [...new Set(all)];
  const lengths = lines.map((_, i) => lines.slice(0, i + 1).join("").length);
  return lines.filter((_, i) => (lengths[i] ?? 0) <= LENGTH / 2);
}

/** Clauses in pages that fit into one message. */
function paged(entries: readonly CodeEntry[], speech: Speech): readonly (readonly CodeEntry[])[] {
  const lengthOf = (entry: CodeEntry) => titled(entry, speech).length + textIn(entry.says, speech.locale).length;
  const pages: CodeEntry[][] = [];
  let length = 0;
  for (const entry of entries) {
    const last = pages.at(-1);
    length += lengthOf(entry);
    if (last !== undefined && last.length < CLAUSES && length <= LENGTH) last.push(entry);
    else {
      pages.push([entry]);
      length = lengthOf(entry);
    }
  }
  return pages;
}
