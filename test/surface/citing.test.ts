import { describe, expect, test } from "vitest";

import { languages, speechOf } from "../../src/locale/speech.ts";
import type { Card } from "../../src/surface/card.ts";
import { rulesRow } from "../../src/surface/cards/refusalCard.ts";
import { kth } from "../fakes/kth.ts";
import { scenes } from "./scenes/everyScene.ts";
import { refusals } from "./scenes/refusalCards.ts";
import { citationOf, everyday } from "./scenes/scene.ts";

const cites = (card: Card) => /Memo \d/.test(JSON.stringify([card.title, card.blocks]));
const links = (card: Card) =>
  card.rows.flat().some((control) => control.kind === "link" && control.url === kth.document.link);
const explains = (card: Card) =>
  card.rows.flat().some((control) => control.kind === "button" && control.act === "code.read");

/** What is wrong with some cards, each named by what it is and in which situation. */
function wrongWith(names: readonly string[], language: string, isWrong: (card: Card) => boolean): readonly string[] {
  return names.flatMap((name) =>
    Object.entries(scenes[name] ?? {}).flatMap(([situation, draw]) => {
      const card = draw(speechOf(language), everyday);
      return card !== undefined && isWrong(card) ? [`${name}, ${situation}`] : [];
    }),
  );
}

describe.each([...languages])("in %s", (language) => {
  test("[K50] every kind of notice cites its clauses, links to the document and offers what the clauses say", () => {
    expect(Object.keys(scenes["drawNotice"] ?? {}).length).toBeGreaterThan(20);
    expect(wrongWith(["drawNotice"], language, (card) => !cites(card) || !links(card) || !explains(card))).toEqual([]);
  });

  test("every refusal by a clause cites it, links to the document and offers what the clause says", () => {
    const byClause = Object.entries(refusals(everyday)).flatMap(([kind, refusal]) =>
      "clause" in refusal ? [kind] : [],
    );
    expect(byClause.length).toBeGreaterThan(25);
    const wrong = wrongWith(["refusalCard"], language, (card) => !cites(card) || !links(card) || !explains(card));
    expect(wrong.filter((each) => byClause.includes(each.replace("refusalCard, ", "")))).toEqual([]);
  });

  test("what is refused by no clause is what has been done already, and what is not there", () => {
    const others = Object.entries(refusals(everyday)).flatMap(([kind, refusal]) => ("clause" in refusal ? [] : [kind]));
    expect(others.toSorted()).toEqual([
      "already-done",
      "already-filed",
      "already-taken",
      "no-such-code",
      "not-for-you",
      "nothing-here",
    ]);
  });

  test("[V-03] what is not there is refused without a clause and without a link", () => {
    const wrong = wrongWith(["refusalCard"], language, (card) => cites(card) || links(card) || explains(card));
    expect(wrong).not.toContain("refusalCard, nothing-here");
  });

  test("whatever else cites a clause links to the document", () => {
    expect(wrongWith(Object.keys(scenes), language, (card) => cites(card) && !links(card))).toEqual([]);
  });
});

describe("where a clause that is cited can be read", () => {
  const speech = speechOf("en");
  const citation = citationOf(everyday);
  const read = "https://example.org/memo#4.1";
  const deep = {
    ...citation,
    code: citation.code.map((chapter) => ({
      ...chapter,
      clauses: chapter.clauses.map((entry) => (entry.clause === "4.1" ? { ...entry, link: read } : entry)),
    })),
  };
  const urls = (clauses: readonly string[]) =>
    rulesRow(clauses, deep, speech).flatMap((control) => (control.kind === "link" ? [control.url] : []));
  const labels = (clauses: readonly string[]) =>
    rulesRow(clauses, deep, speech).flatMap((control) => (control.kind === "select" ? [] : [control.label]));

  test("the link goes to the clause, where it can be opened by itself and is the only one", () => {
    expect(urls(["4.1"])).toEqual([read]);
    expect(urls(["5.4"])).toEqual([kth.document.link]);
    expect(urls(["4.1", "5.4"])).toEqual([kth.document.link]);
  });

  test("what is offered names the clause, or says that there are several; nothing for one that is not in the code", () => {
    expect(labels(["4.1"])).toEqual(["Read the rules", "What does 4.1 say?"]);
    expect(labels(["4.1", "4.1 (a)"])).toEqual(["Read the rules", "What does 4.1 say?"]);
    expect(labels(["4.1", "5.4"])).toEqual(["Read the rules", "What do these clauses say?"]);
    expect(labels(["9.9"])).toEqual(["Read the rules"]);
  });
});
