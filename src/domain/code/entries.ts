import type { Code } from "../../rulebook/rulebook.ts";
import { oncePer } from "../oncePer.ts";

type Texts = Readonly<Record<string, string>>;

/** A clause of the document as it is shown, or a chapter that says something itself. */
export interface CodeEntry {
  readonly clause: string;
  readonly title: Texts;
  readonly says: Texts;
  /** Other words with which people look for it. */
  readonly foundBy: Texts;
  /** Where it can be read in the document; undefined where only the whole document can be opened. */
  readonly link: string | undefined;
  /** The clause of the chapter in which it stands. */
  readonly chapter: string;
}

/** Everything the code says, in the order of the document. */
export const entriesOf = oncePer((code: Code): readonly CodeEntry[] =>
  code.flatMap((chapter) => [
    ...(chapter.says === undefined ? [] : [{ ...entryOf(chapter, chapter), says: chapter.says }]),
    ...chapter.clauses.map((entry) => ({ ...entryOf(entry, chapter), says: entry.says })),
  ]),
);

type Chapter = Code[number];

function entryOf(
  { clause, title, link, found_by: foundBy = {} }: Pick<Chapter, "clause" | "title" | "link" | "found_by">,
  chapter: Chapter,
) {
  return { clause, title, foundBy, link: link ?? chapter.link, chapter: chapter.clause };
}

/**
 * What the code says under a clause, however it is written ("4.1", "§ 4.1", "Memo 4.1"); of a part of a clause, such as 4.1 (a) or 4.1.2,
 * what it says under the whole of it. Undefined where it says nothing.
 * @param cite how clauses are cited: "Memo"
 */
export function findEntry(code: Code, clause: string, cite = ""): CodeEntry | undefined {
  const wanted = plain(clause, cite);
  return plainly(code)(cite).find(
    ({ own, isChapter }) =>
      wanted === own || (!isChapter && wanted.startsWith(own) && /^[^\p{L}\p{N}]/u.test(wanted.slice(own.length))),
  )?.entry;
}

/** The entries of a code with their clauses as they are compared, the longest first: for each way in which its clauses are cited. */
const plainly = oncePer((code: Code) => {
  const chapters = new Set(code.map((chapter) => chapter.clause));
  const made = new Map<string, readonly PlainEntry[]>();
  return (cite: string): readonly PlainEntry[] => {
    const known = made.get(cite);
    if (known !== undefined) return known;
    const entries = entriesOf(code)
      .toSorted((a, b) => b.clause.length - a.clause.length)
      .map((entry) => ({ entry, own: plain(entry.clause, cite), isChapter: chapters.has(entry.clause) }));
    made.set(cite, entries);
    return entries;
  };
});

interface PlainEntry {
  readonly entry: CodeEntry;
  readonly own: string;
  readonly isChapter: boolean;
}

/** A chapter by its clause, however it is written. */
export function findChapter(code: Code, clause: string, cite = ""): Chapter | undefined {
  return code.find((chapter) => plain(chapter.clause, cite) === plain(clause, cite));
}

function plain(clause: string, cite: string): string {
  const text = clause.trim().toLowerCase();
  const named = cite !== "" && text.startsWith(`${cite.toLowerCase()} `) ? text.slice(cite.length) : text;
  return named.replace(/^[\s§]+/, "").replace(/[\s.]+$/, "");
}

/** A text in a reader's language; in English where there is none in it. */
export function textIn(texts: Texts, locale: string): string {
  return texts[locale] ?? texts["en"] ?? "";
}
