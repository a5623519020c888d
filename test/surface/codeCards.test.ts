import { describe, expect, test } from "vitest";

import { speechOf } from "../../src/locale/speech.ts";
import type { Card } from "../../src/surface/card.ts";
import { chapterCard, clauseCard, clausesCard, entriesAt } from "../../src/surface/cards/codeCards.ts";
import { citationOf, everyday } from "./scenes/scene.ts";
import { everyWords } from "./words.ts";

const speech = speechOf("en");
const citation = citationOf(everyday);
const headings = (card: Card) => card.blocks.flatMap((block) => (block.kind === "heading" ? block.text : []));
const acts = (card: Card) =>
  card.rows.flat().flatMap((control) => (control.kind === "button" ? `${control.act} ${control.choice}` : []));

/** Every page of a chapter, turned one after the other as far as there is a button for the next. */
function pagesOf(chapter: (typeof citation.code)[number], of = citation): readonly Card[] {
  const pages: Card[] = [];
  for (let page = 1; ; page += 1) {
    const card = chapterCard(chapter, page, of, speech);
    pages.push(card);
    if (!acts(card).includes(`code.chapter ${chapter.clause}|${page + 1}`)) return pages;
  }
}

describe("a chapter is read whole, however long it is", () => {
  test.each(everyWords.slice(0, 2))("$called", (words) => {
    const of = citationOf(words);
    for (const chapter of of.code.slice(0, 3)) {
      const pages = pagesOf(chapter, of);
      expect(pages.flatMap(headings).map((text) => text.split(" ").slice(0, -1).join(" "))).toHaveLength(
        chapter.clauses.length,
      );
      expect(new Set(pages.flatMap(headings)).size).toBe(chapter.clauses.length);
    }
  });

  test("from each page one comes to the one before and the one after, and from the first to none before it", () => {
    const of = citationOf(everyWords[1] ?? everyday);
    const [chapter] = of.code;
    if (chapter === undefined) throw new Error("There is no chapter.");
    const pages = pagesOf(chapter, of);
    expect(pages.length).toBeGreaterThan(5);
    expect(acts(pages[0] ?? pages[1] ?? fail())).not.toContain(`code.chapter ${chapter.clause}|0`);
    expect(acts(pages[1] ?? fail())).toContain(`code.chapter ${chapter.clause}|1`);
    expect(chapterCard(chapter, 99, of, speech)).toEqual(pages.at(-1));
  });
});

test("of many clauses that are found as many are shown as fit, and the others can be chosen", () => {
  const all = citation.code.flatMap((chapter) => chapter.clauses.map(({ clause }) => clause));
  const card = clausesCard("Clauses found", entriesAt(all, citation), citation, speech);
  const shown = headings(card).length;
  expect(shown).toBe(3);
  expect(JSON.stringify(card.blocks)).toContain(`${all.length - shown} more clauses speak of it`);
  const [select] = card.rows.flat().filter((control) => control.kind === "select");
  expect(select?.options.map(({ value }) => value)).toEqual(all);
});

test("what several procedures do alike by a clause is said once", () => {
  const [entry] = entriesAt(["5.2"], citation);
  if (entry === undefined) throw new Error("There is no such clause.");
  const acknowledged = { kind: "task", task: "acknowledge", within: { amount: 2, unit: "days" } } as const;
  const card = clauseCard(entry, [acknowledged, acknowledged], citation, speech);
  expect(card.blocks.flatMap((block) => (block.kind === "list" ? block.items : []))).toEqual([
    "Acknowledge the report: within 2 days",
  ]);
});

function fail(): never {
  throw new Error("It is not there.");
}
