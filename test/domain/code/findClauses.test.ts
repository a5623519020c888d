import { describe, expect, test } from "vitest";

import { findChapter, findEntry, textIn } from "../../../src/domain/code/entries.ts";
import { findClauses } from "../../../src/domain/code/findClauses.ts";
import { kth } from "../../fakes/kth.ts";

/** The clauses that are found, the best first. */
const found = (words: string) => findClauses(kth.code, words).map(({ clause }) => clause);

describe("a clause is found by what somebody would type", () => {
  test.each([
    ["[K22] a word of the field that does not stand in the clause", "quorum", "4.1"],
    ["[K22] a question", "How many must be present?", "4.1"],
    ["[K57] capitals", "APPEAL", "5.4"],
    ["[K57] another form of the word", "appealing", "5.4"],
    ["[K57] a misspelling", "apeal", "5.4"],
    ["[K67] another word of the same stem", "suspended for a first time", "6.3"],
    ["[K67] a misspelt suspension", "suspention", "6.3"],
    ["[K63] a sanction", "warning", "6.2"],
    ["[K59] whom the chapter does not turn to", "police", "6"],
    ["[K36] what the clause says in other words", "anonymously", "5.1"],
    ["[K58] what the respondent wants to know", "who reported me", "5.4"],
    ["[K16] what somebody would call it", "a close friend of mine", "2.4"],
    ["[K17][K19] a kind of breach", "racism", "3.1"],
    ["[K32] an office", "auditors", "4.2"],
    ["[K49] what the affected person can do", "stop the investigation", "5.2"],
    ["[K15] a duty", "secrecy", "2.3"],
    ["[K04] a change of the document", "amendment", "1.3"],
    ["[K57] in Swedish", "överklaga", "5.4"],
    ["[K57] in Swedish, without the dots", "overklagande", "5.4"],
    ["[K63] in Swedish, another form", "varningar", "6.2"],
    ["[K21] in Swedish, what is done there", "rösta", "4.1"],
    ["[K16] in Swedish, a short word", "jäv", "2.4"],
    ["[K42] in Swedish, a misspelling", "vitne", "5.2"],
  ])("%s", (_, words, clause) => {
    expect(found(words)[0]).toBe(clause);
  });

  test("nothing is found for words of which no clause speaks, for none at all, and for what is no word", () => {
    for (const words of ["zebra", "", "   ", "?!", "🙂", "\u0000", "a", "the", "och"])
      expect([words, found(words)]).toEqual([words, []]);
  });

  test("a very long search is answered too", () => {
    expect(found(`appeal ${"what ever ".repeat(600)}`)[0]).toBe("5.4");
    expect(found("x".repeat(6000))).toEqual([]);
  });
});

describe("a clause is opened by its number", () => {
  test.each([
    ["4.1", "4.1"],
    [" 4.1. ", "4.1"],
    ["§ 4.1", "4.1"],
    ["§4.1", "4.1"],
    ["Memo 4.1", "4.1"],
    ["memo 4.1", "4.1"],
    ["a part of it: the whole is what there is", "4.1 (b)", "4.1"],
    ["4.1.2", "4.1"],
    ["6", "6"],
  ])("%s", (...row) => {
    const [clause, expected] = row.slice(-2);
    expect(findEntry(kth.code, clause ?? "", "Memo")?.clause).toBe(expected);
  });

  test.each(["4.10", "4.9", "4", "6.9", "", "one"])("%s is none of its clauses", (clause) => {
    expect(findEntry(kth.code, clause, "Memo")).toBeUndefined();
  });

  test("a chapter is opened by its number, however it is written", () => {
    expect(findChapter(kth.code, "§ 4", "Memo")?.title["en"]).toBe("Decisions and records");
    expect(findChapter(kth.code, "4.1", "Memo")).toBeUndefined();
  });
});

test("a text is read in the reader's language, and in English where there is none in it", () => {
  expect(textIn({ en: "History", sv: "Historik" }, "sv")).toBe("Historik");
  expect(textIn({ en: "History" }, "sv")).toBe("History");
});
