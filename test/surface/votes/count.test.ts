import { describe, expect, test } from "vitest";

import { renderCard } from "../../../src/discord/render/renderCard.ts";
import { RON } from "../../../src/domain/voting/ranked/ron.ts";
import { languages, speechOf } from "../../../src/locale/speech.ts";
import type { Block, Card } from "../../../src/surface/card.ts";
import { countPicture } from "../../../src/surface/votes/countPicture.ts";
import { rowsAt, tableOf } from "../../../src/surface/votes/countTable.ts";
import { stageBlocks } from "../../../src/surface/votes/stageBlocks.ts";
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

/** Every stage of a count, each as a message has it. */
const pagesOf = (count: typeof reopened, names: (option: string) => string, speech = english) =>
  count.stages.map((_, place) => stageBlocks(count, place, names, speech));

describe.each(languages)("[F085] a count in %s", (language) => {
  const speech = speechOf(language);
  test.each(counted)("of %s fits into messages of both platforms, whatever the candidates are called", (_id, count) => {
    for (const page of pagesOf(count, nasty, speech)) {
      expect(discordFaults(cardOf(page), true)).toEqual([]);
      expect(slackFaults(cardOf(page), speech)).toEqual([]);
    }
  });
});

describe("names that somebody chose", () => {
  test("mention nobody and break out of no table", () => {
    const [page = []] = pagesOf(reopened, nasty);
    const shown = discordTexts(renderCard(cardOf(page))).join("");
    const outside = shown.split("```").filter((_, i) => i % 2 === 0);
    expect(outside.join("")).not.toMatch(/@everyone|<@&1>/);
    expect(shown.match(/```/g)).toHaveLength(4);
  });

  test("nobody takes the name of re-open nominations by what they call themselves", () => {
    const [page = []] = pagesOf(countOf(1, ["a"], [[1, ["a"]]]), () => "Re-open nominations");
    expect(JSON.stringify(page)).not.toContain("stays vacant");
  });
});

describe("[F085] the picture of a stage", () => {
  test("shows everybody's votes as bars, with a line at the quota", () => {
    expect(countPicture(reopened, 2, plain, english)).toEqual([
      "Alex         ████████|  33.34 ✓",
      "Bo           █████   |  24.00",
      "Chris                |   0.00 ×",
      "Re-open nom… ████████|█ 42.40 ✓",
      "quota                |  33.34",
    ]);
  });

  test("a bar passes the line only of those who have the quota, and as many votes are as long at every stage", () => {
    for (const [, count] of counted)
      for (const [place, stage] of count.stages.entries()) {
        const rows = rowsAt(count, place, plain, english);
        const lines = countPicture(count, place, plain, english);
        for (const [i, { votes }] of rows.entries())
          expect(/█\|/.test(lines[i] ?? "")).toBe(votes >= stage.quota && stage.quota > 0);
      }
  });

  test("names in it are on one line, and stay as wide as their column", () => {
    for (const line of countPicture(reopened, 0, nasty, english)) expect(line).not.toMatch(/[\n\u202E]/);
  });
});
