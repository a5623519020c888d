import { expect, test } from "vitest";

import type { CaseFileView } from "../../src/application/acts/readCaseFile.ts";
import { speechOf } from "../../src/locale/speech.ts";
import type { Card } from "../../src/surface/card.ts";
import { caseFileCard } from "../../src/surface/cards/caseFileCard.ts";
import { caseListCard, voteListCard } from "../../src/surface/cards/listCards.ts";
import { drawOfficersCard } from "../../src/surface/cards/officersCardView.ts";
import { refusalText } from "../../src/surface/cards/refusalCard.ts";
import { previewCard } from "../../src/surface/cards/reportCards.ts";
import { timelineCard } from "../../src/surface/cards/timelineCard.ts";
import { boardCardOf, fullCard, quietCard } from "./scenes/roomCards.ts";
import { citationOf, everyday, times } from "./scenes/scene.ts";
import { id } from "./words.ts";

const speech = speechOf("en");

function words(card: Card): string {
  const said: string[] = [];
  JSON.stringify(card.blocks, (_, value: unknown) => {
    if (typeof value === "string") said.push(value);
    return value;
  });
  return said.join("\n");
}

const choices = (card: Card) =>
  card.rows.flat().flatMap((control) => (control.kind === "button" ? control.choice : []));

/** Every page of a part of a case file, turned one after the other as far as there is a button for the next. */
function pagesOf(body: CaseFileView["body"]): readonly Card[] {
  const file: CaseFileView = { kind: "case-file", case: id(), codeName: "quiet-harbour-41", parts: [body.part], body };
  const pages: Card[] = [];
  for (
    let card = caseFileCard(file, 1, citationOf(everyday), speech);
    ;
    card = caseFileCard(file, pages.length + 1, citationOf(everyday), speech)
  ) {
    pages.push(card);
    if (!choices(card).includes(`${body.part}.${pages.length + 1}`)) return pages;
  }
}

const emptyCard: Card = { tone: "neutral", title: "", blocks: [], rows: [] };

test("a report too long for one message stands on several pages, every answer on one of them, in the order of its questions", () => {
  const answers = Object.fromEntries(
    times(15, (i) => [`question_${i}`, `#${i}# ${"word ".repeat(i % 4 === 0 ? 590 : 30)}`]),
  );
  const pages = pagesOf({ part: "report", answers, kinds: {} });
  expect(pages.length).toBeGreaterThan(3);
  const read = pages.map(words).join("\n");
  const places = Object.values(answers).map((answer) => read.split(answer).length === 2 && read.indexOf(answer));
  expect(places).toEqual(places.filter((place) => place !== false).toSorted((a, b) => a - b));
  expect(choices(pages[1] ?? emptyCard)).toEqual(["report.1", "report.3"]);
});

test("an everyday report stands on one page, without what was left empty", () => {
  const [page, ...others] = pagesOf({ part: "report", answers: { what: "He went on.", witnesses: "  " }, kinds: {} });
  expect(others).toEqual([]);
  expect(words(page ?? emptyCard)).toContain("He went on.");
  expect(words(page ?? emptyCard)).not.toContain("Did anybody see it?");
});

test("a long timeline is turned page by page, with every line once", () => {
  const happening = { kind: "noted" } as const;
  const lines = times(60, (i) => ({ day: `2026-03-${i}`, time: "09:00", by: "Sara", happening, clause: "5.2" }));
  const appeal = { kind: "appeal", about: "respondent", day: "2026-04-25", isLate: false, clause: "5.4" } as const;
  const pages = pagesOf({ part: "timeline", lines, coming: [appeal], version: undefined });
  expect(pages).toHaveLength(3);
  expect(pages.map((page) => words(page).includes("Saturday, 25 April 2026 (Memo 5.4)"))).toEqual([false, false, true]);
  const read = pages.map(words).join("\n");
  for (const { day } of lines) expect(read.match(new RegExp(`${day}\\b`, "g"))).toHaveLength(1);
});

test("of more cases than there are buttons the rest is counted, not forgotten", () => {
  const handled = caseListCard(
    times(40, () => ({ ...quietCard(), case: id() })),
    false,
    speech,
  );
  const decided = voteListCard(
    times(26, () => boardCardOf(everyday, { case: id() })),
    [],
    false,
    speech,
  );
  expect(handled.rows.flat()).toHaveLength(25);
  expect(words(handled)).toContain("and 15 more");
  expect(words(decided)).toContain("and 1 more");
});

test("however many notices could not be delivered, what is always there has its button, and the rest is counted", () => {
  const card = drawOfficersCard(fullCard(everyday), citationOf(everyday), speech);
  const acts = card.rows.flat().flatMap((control) => (control.kind === "button" ? control.act : []));
  expect(acts).toHaveLength(24);
  expect(card.rows.flat()).toHaveLength(25);
  for (const act of ["case.show", "case.acknowledge", "case.conclude", "case.delivered", "case.note", "case.recuse"])
    expect(acts).toContain(act);
  expect(words(card)).toContain("and 21 more");
});

const reader = (name: string) => ({ person: id(), name });

test("of many who may get a report instead as many are offered as fit, and the rest is counted", () => {
  const readers = [reader("Petra")];
  const alternatives = times(115, (i) => ({ key: `person-${i}`, readers: [reader(`Officer ${i}`)] }));
  const notes = { respondent: "name-on-request", falseReports: false, police: undefined } as const;
  const preview = { kind: "preview", readers, alternatives, notes, clause: "5.1" } as const;
  const card = previewCard(preview, id(), 2, citationOf(everyday), "slack", speech);
  const [select] = card.rows.flat();
  expect(select?.kind === "select" && select.options.map(({ value }) => value)).toEqual(times(100, String));
  expect(words(card)).toContain("and 15 more");
});

test("of many names found in a brief ten are enough to say", () => {
  const found = times(30, (i) => `Name${i}`);
  const text = refusalText({ refused: "brief-names-somebody", found, clause: "5.2" }, speech);
  expect(text.match(/“Name\d+”/g)).toHaveLength(10);
});

test("whoever turns to a page that is no longer there is shown the last one, not an empty timeline", () => {
  const happening = { kind: "noted" } as const;
  const line = { day: "2026-03-01", time: "09:00", by: undefined, happening, clause: undefined };
  const lines = times(30, () => line);
  const view = { case: id(), codeName: "quiet-harbour-41", lines, coming: [], version: undefined };
  const gone = timelineCard(view, "vote.timeline", 3, [], citationOf(everyday), speech);
  expect(gone).toEqual(timelineCard(view, "vote.timeline", 2, [], citationOf(everyday), speech));
  expect(words(gone)).toContain("Note");
  const file: CaseFileView = { ...view, kind: "case-file", parts: ["timeline"], body: { ...view, part: "timeline" } };
  expect(caseFileCard(file, 3, citationOf(everyday), speech)).toEqual(
    caseFileCard(file, 2, citationOf(everyday), speech),
  );
});
