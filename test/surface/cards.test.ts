import { readdirSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";

import { languages, speechOf } from "../../src/locale/speech.ts";
import { cardExcess } from "./neutral.ts";
import { discordFaults, slackFaults } from "./platforms.ts";
import { isForRoom, scenes } from "./scenes/everyScene.ts";
import { everyWords } from "./words.ts";

const cards = "src/surface/cards";

/** What these files offer besides cards: parts of cards. */
const parts = [
  "ANSWERS",
  "spanText",
  "lateBlocks",
  "answerPages",
  "agreementNotices",
  "allegationsNotice",
  "readingsPage",
  "apartNotices",
  "challengeNotices",
  "disclosureNotices",
  "hearingNotices",
  "intakeNotices",
  "outcomeNotices",
  "upkeepNotices",
  "caseButton",
  "ownCaseButton",
  "CONFIRMED",
  "awayBlocks",
  "button",
  "citationOf",
  "challengePages",
  "cited",
  "comingText",
  "countRow",
  "dueBlocks",
  "entriesAt",
  "gistText",
  "happeningText",
  "helpBlocks",
  "helpLinks",
  "inRows",
  "isChallengePart",
  "isFilePart",
  "missingText",
  "motionLine",
  "motionText",
  "noQuorumBlocks",
  "noteTexts",
  "noticePreview",
  "ownChallengeControls",
  "isShort",
  "ownControls",
  "quorumNumbers",
  "referButton",
  "evidenceNotices",
  "fileControls",
  "ownVoiceNotices",
  "returnControls",
  "returnedBlocks",
  "sendAgainControls",
  "voiceTexts",
  "itemBlocks",
  "itemControls",
  "priorBlocks",
  "sanctionNotices",
  "recordNotices",
  "caseLines",
  "periodName",
  "recipientName",
  "stepText",
  "tableLines",
  "timeNotices",
  "NOW",
  "ANSWERED",
  "refusalText",
  "restingText",
  "resultText",
  "rulesLink",
  "rulesRow",
  "receiptBlocks",
  "sanctionBlocks",
  "timelinePage",
  "turningRows",
  "versionBlocks",
  "voteText",
  "titled",
];

/** The names of everything that a file of cards offers. */
async function offeredBy(file: string): Promise<readonly string[]> {
  const module: unknown = await import(path.resolve(cards, file));
  return Object.keys(Object(module));
}

test("every card there is has its situations here", async () => {
  const made = (await Promise.all(readdirSync(cards).map(offeredBy))).flat();
  expect(made.filter((name) => !parts.includes(name)).toSorted()).toEqual(Object.keys(scenes).toSorted());
});

describe.each([...languages])("in %s both platforms take", (language) => {
  const speech = speechOf(language);
  test.each(Object.keys(scenes))("%s in every situation, whatever the words", (name) => {
    const wrong = Object.entries(scenes[name] ?? {}).flatMap(([situation, draw]) =>
      everyWords.flatMap((words) => {
        const card = draw(speech, words);
        if (card === undefined) return [`${situation}: there is no card`];
        const faults = [
          ...cardExcess(card),
          ...discordFaults(card, isForRoom(name, situation)),
          ...slackFaults(card, speech, name === "homeCard"),
        ];
        return faults.map((fault) => `${situation}, ${words.called}: ${fault}`);
      }),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});
