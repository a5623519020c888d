import { globSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { entriesOf, findEntry } from "../../src/domain/code/entries.ts";
import { restsOn } from "../../src/domain/code/restsOn.ts";
import type { Resting } from "../../src/domain/code/restsOn.ts";
import { lintCode } from "../../src/domain/lint/code.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { kth, rulebookOf } from "../fakes/kth.ts";
import { requirements } from "../requirements/answers.ts";

const numbers = {
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  sv: ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"],
} as const;
const units = { en: "days", sv: "dagar" } as const;

/** Whether a text gives a number, in figures or as a word. */
const says = (text: string, language: "en" | "sv", number: number) =>
  new RegExp(`\\b(${number}|${numbers[language][number] ?? number})\\b`, "iu").test(text);

/** The numbers that the document itself gives: no targets and reminders of Redress, and no values that the document leaves open. */
function numbersOf(rulebook: Rulebook, resting: Resting): readonly number[] {
  const isOpen = (path: string) => rulebook.document.unconfirmed.some(({ key }) => `${path}.`.startsWith(`${key}.`));
  switch (resting.kind) {
    case "vote":
      return resting.present === undefined || isOpen(`votes.${resting.vote}.quorum.present`) ? [] : [resting.present];
    case "sanction":
      return isOpen(`sanctions.${resting.sanction}.lasts`) ? [] : [resting.lasts.amount];
    case "challenge":
      return isOpen(`challenges.${resting.challenge}.window.within`) ? [] : [resting.within.amount];
    case "task":
    case "stage":
    case "summons":
      return [];
  }
}

describe.each(globSync("src/rulebooks/*.yaml").filter((file) => !file.endsWith(".roster.yaml")))("%s", (file) => {
  const rulebook = rulebookOf(readFileSync(file, "utf8"));
  const entries = entriesOf(rulebook.code);

  test("every clause that it cites can be looked up in its code", () => {
    expect(lintCode(rulebook)).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
  });

  test("the numbers by which Redress goes stand in the code", () => {
    const languages = (["en", "sv"] as const).filter((language) =>
      entries.every((entry) => entry.says[language] !== undefined),
    );
    const numbersGoneBy = entries.flatMap((entry) =>
      restsOn(rulebook, entry.clause).flatMap((resting) => numbersOf(rulebook, resting)),
    );
    const missing = languages.flatMap((language) => {
      const whole = entries.map((entry) => entry.says[language]).join("\n");
      return numbersGoneBy.flatMap((number) => (says(whole, language, number) ? [] : [`${number} (${language})`]));
    });
    expect(missing).toEqual([]);
  });
});

describe("the memo of the chapter", () => {
  const entries = entriesOf(kth.code);
  const rows = requirements.filter(({ id }) => id.startsWith("K"));

  test.each(rows.map(({ id, ref }) => [id, ref.split(" ")[0] ?? ""]))(
    "[%s] clause %s is shown by /code",
    (_, clause) => {
      expect(findEntry(kth.code, clause)?.clause).toBe(clause);
    },
  );

  test("there are 72 rows, and no clause that none of them has", () => {
    expect(rows).toHaveLength(72);
    const clauses = rows.map(({ ref }) => ref.split(" ")[0] ?? "");
    expect(entries.map(({ clause }) => clause)).toEqual([...new Set(clauses)]);
  });

  test("every text is there in both languages", () => {
    const texts = [...kth.code.map(({ title }) => title), ...entries.flatMap(({ title, says: said }) => [title, said])];
    expect(texts.filter((text) => text["sv"] === undefined || text["sv"] === text["en"])).toEqual([]);
  });

  test("each clause has the numbers by which Redress goes because of it", () => {
    const missing = entries.flatMap((entry) =>
      restsOn(kth, entry.clause)
        .flatMap((resting) => numbersOf(kth, resting))
        .flatMap((number) =>
          (["en", "sv"] as const).flatMap((language) =>
            says(entry.says[language] ?? "", language, number) ? [] : [`${entry.clause} (${language}) lacks ${number}`],
          ),
        ),
    );
    expect(missing).toEqual([]);
  });

  test("every number of days in it is one that the rulebook goes by", () => {
    const days = entries.flatMap((entry) =>
      (["en", "sv"] as const).flatMap((language) =>
        [...(entry.says[language] ?? "").matchAll(new RegExp(`(\\d+) ${units[language]}`, "g"))].map(
          (found) => `${entry.clause}: ${found[1]}`,
        ),
      ),
    );
    const known = entries.flatMap((entry) =>
      restsOn(kth, entry.clause).flatMap((resting) =>
        numbersOf(kth, resting).map((number) => `${entry.clause}: ${number}`),
      ),
    );
    expect([...new Set(days)].filter((each) => !known.includes(each))).toEqual([]);
    expect(new Set(days)).toEqual(new Set(["5.4: 30", "6.2: 365", "6.3: 90", "6.4: 365"]));
  });
});
