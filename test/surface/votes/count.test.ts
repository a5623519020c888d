import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { renderCard } from "../../../src/discord/render/renderCard.ts";
import { RON } from "../../../src/domain/voting/ranked/ron.ts";
import { languages, speechOf } from "../../../src/locale/speech.ts";
import type { Block, Card } from "../../../src/surface/card.ts";
import { countPages } from "../../../src/surface/votes/countPages.ts";
import { countPicture } from "../../../src/surface/votes/countPicture.ts";
import { tableOf } from "../../../src/surface/votes/countTable.ts";
import { stageTitle, stageWords } from "../../../src/surface/votes/stageWords.ts";
import { discordFaults, discordTexts, slackFaults } from "../platforms.ts";
import { counted, countOf } from "./counts.ts";

const english = speechOf("en");
const plain = (option: string) => option;

/** Two seats; nominations are re-opened once an exclusion brings them over the quota. */
const reopened = countOf(
  2,
  ["Alex", "Bo", "Chris", RON],
  [
    [40, ["Alex", RON]],
    [24, ["Bo"]],
    [16, ["Chris", RON]],
    [20, [RON, "Bo"]],
  ],
  "again",
);

const wordsOf = (count: typeof reopened) =>
  count.stages.map((stage, place) => [
    stageTitle(stage, place + 1, plain, english),
    ...stageWords(count, stage, count.stages[place - 1], plain, english),
  ]);

describe("[F085] every stage of a count explains itself", () => {
  test("[F093] in words, with the numbers it rests on", () => {
    expect(wordsOf(reopened)).toEqual([
      [
        "Stage 1: first choices",
        "100 valid ballots for 2 seats. The quota is the number of ballots divided by one more than the seats, to two decimal places: 33.34.",
        "Elected: Alex.",
      ],
      [
        "Stage 2: the surplus of Alex is transferred",
        "Alex has 6.66 votes more than the quota. They come out of the 40 ballots received last.",
        "40 of these name somebody who can still receive votes: each is transferred at 0.16.",
        "0.26 votes cannot be transferred.",
      ],
      [
        "Stage 3: a candidate is excluded",
        "Chris has the fewest votes and is excluded.",
        "Their ballots go to the next choice on each that can still receive votes, those of the highest value first: 16 ballots at 1.00.",
        "A seat goes to re-open nominations and stays vacant.",
      ],
    ]);
  });

  test("as a table whose columns stand under each other, with signs for who is elected and who is excluded", () => {
    expect(tableOf(reopened, 2, plain, english)).toEqual([
      "Alex                    33.34 ✓",
      "Bo                      24.00",
      "Chris            −16.00  0.00 ×",
      "Re-open nominat… +16.00 42.40 ✓",
      "not transferable         0.26",
      "quota                   33.34",
    ]);
  });

  test("a tie says who was tied and what decided: an earlier stage, or the lot", () => {
    const words = counted.flatMap(([id, count]) => (id === "S001" ? wordsOf(count).flat() : []));
    expect(words).toContain(
      "C01, C06 and C10 have had as many votes at every stage. The lot decides that C01 goes first.",
    );
    expect(words).toContain(
      "C08 and C14 have as many votes. C08 had the fewest at the earliest stage at which they differed, and goes first.",
    );
    expect(words).toContain("Ballots have run out before anybody was elected, so the quota falls to 99.67.");
  });

  test("candidates stand in the order in which they were submitted, whatever names them", () => {
    const numbered = countOf(1, ["7", "2", "10"], [[1, ["2"]]]);
    expect(tableOf(numbered, 0, plain, english).map((line) => line.split(" ")[0])).toEqual([
      "7",
      "2",
      "10",
      "not",
      "quota",
    ]);
  });

  test("two who are called nearly the same can be told apart", () => {
    const names = { a: "Christina Lindström Andersson", b: "Christina Lindström Berg" };
    const count = countOf(
      1,
      ["a", "b"],
      [
        [2, ["a"]],
        [1, ["b"]],
      ],
    );
    const lines = tableOf(count, 0, (option) => (option === "a" ? names.a : names.b), english);
    expect(new Set(lines.map((line) => line.slice(0, 22))).size).toBe(lines.length);
  });
});

const cardOf = (blocks: readonly Block[]): Card => ({ tone: "neutral", title: "The count", blocks, rows: [] });
const nasty = (option: string) => `@everyone <@&1> \`\`\`${option}\`\`\` *_~|[x](https://y.example)\n\u202Eabc`;

describe.each(languages)("[F085] a count in %s", (language) => {
  const speech = speechOf(language);
  test.each(counted)("of %s fits into messages of both platforms, whatever the candidates are called", (_id, count) => {
    for (const page of countPages(count, nasty, speech)) {
      expect(discordFaults(cardOf(page), true)).toEqual([]);
      expect(slackFaults(cardOf(page), speech)).toEqual([]);
    }
  });
});

test.each(languages)(
  "[F085] an election of 120 candidates with long names fits into messages, too, in %s",
  (language) => {
    const candidates = Array.from({ length: 120 }, (_, i) => `${String(i).padStart(3, "0")}${"x".repeat(80)}`);
    const bundles = candidates.map((name, i) => [1 + (i % 5), [name, candidates[(i * 7) % 120] ?? ""]] as const);
    const count = countOf(3, candidates, bundles);
    const speech = speechOf(language);
    for (const page of countPages(count, plain, speech)) {
      expect(discordFaults(cardOf(page), true)).toEqual([]);
      expect(slackFaults(cardOf(page), speech)).toEqual([]);
    }
  },
);

describe("names that somebody chose", () => {
  test("mention nobody and break out of no table", () => {
    const [page = []] = countPages(reopened, nasty, english);
    const shown = discordTexts(renderCard(cardOf(page))).join("");
    const outside = shown.split("```").filter((_, i) => i % 2 === 0);
    expect(outside.join("")).not.toMatch(/@everyone|<@&1>/);
    expect(shown.match(/```/g)).toHaveLength(reopened.stages.length * 2);
  });

  test("nobody takes the name of re-open nominations by what they call themselves", () => {
    const [page = []] = countPages(countOf(1, ["a"], [[1, ["a"]]]), () => "Re-open nominations", english);
    expect(JSON.stringify(page)).not.toContain("stays vacant");
  });

  test("are text in the picture, and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>&\"'/abc\u0000\u202E\n".split("")) }), (name) => {
        const picture = countPicture(reopened, name, () => name, english);
        const tags = [...picture.matchAll(/<([/a-z]+)/g)].map(([, tag]) => tag);
        expect(new Set(tags)).toEqual(
          new Set(["svg", "/svg", "title", "/title", "desc", "/desc", "rect", "text", "/text", "line"]),
        );
        expect(picture).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
        // XML has no place for these, not even escaped.
        expect(picture).not.toMatch(/[^\P{Cc}\n]/u);
      }),
    );
  });
});

test("[F085] the picture shows every candidate's votes at every stage, and loads nothing", () => {
  const picture = countPicture(reopened, "Presidents", plain, english);
  for (const votes of ["40.00 ✓", "24.00", "16.00", "26.40", "0.00 ×", "42.40 ✓", "33.34", "0.26"])
    expect(picture).toContain(`>${votes}<`);
  expect(picture.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|href|<style|<script|<image/);
});
