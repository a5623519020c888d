import { readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { languages, speechOf } from "../../src/locale/speech.ts";
import * as accessCard from "../../src/surface/cards/accessCard.ts";
import * as adviceCard from "../../src/surface/cards/adviceCard.ts";
import * as agreementNotices from "../../src/surface/cards/agreementNotices.ts";
import * as anonymousCards from "../../src/surface/cards/anonymousCards.ts";
import * as answerPages from "../../src/surface/cards/answerPages.ts";
import * as ballotCards from "../../src/surface/cards/ballotCards.ts";
import * as boardCardView from "../../src/surface/cards/boardCardView.ts";
import * as challengeCards from "../../src/surface/cards/challengeCards.ts";
import * as choiceCards from "../../src/surface/cards/choiceCards.ts";
import * as codeCards from "../../src/surface/cards/codeCards.ts";
import * as conflictCard from "../../src/surface/cards/conflictCard.ts";
import * as controls from "../../src/surface/cards/controls.ts";
import * as countedCards from "../../src/surface/cards/countedCards.ts";
import * as daysCard from "../../src/surface/cards/daysCard.ts";
import * as digestCard from "../../src/surface/cards/digestCard.ts";
import * as doorCards from "../../src/surface/cards/doorCards.ts";
import * as draftCards from "../../src/surface/cards/draftCards.ts";
import * as dueCard from "../../src/surface/cards/dueCard.ts";
import * as evidenceCards from "../../src/surface/cards/evidenceCards.ts";
import * as evidenceNotices from "../../src/surface/cards/evidenceNotices.ts";
import * as formCards from "../../src/surface/cards/formCards.ts";
import * as handsCard from "../../src/surface/cards/handsCard.ts";
import * as helpCard from "../../src/surface/cards/helpCard.ts";
import * as homeCard from "../../src/surface/cards/homeCard.ts";
import * as joinCard from "../../src/surface/cards/joinCard.ts";
import * as memberCards from "../../src/surface/cards/memberCards.ts";
import * as minuteCards from "../../src/surface/cards/minuteCards.ts";
import * as motionCards from "../../src/surface/cards/motionCards.ts";
import * as motionWhyCard from "../../src/surface/cards/motionWhyCard.ts";
import * as noteCard from "../../src/surface/cards/noteCard.ts";
import * as noticeCard from "../../src/surface/cards/noticeCard.ts";
import * as notLiveCard from "../../src/surface/cards/notLiveCard.ts";
import * as obligationCards from "../../src/surface/cards/obligationCards.ts";
import * as officeCards from "../../src/surface/cards/officeCards.ts";
import * as officersCardView from "../../src/surface/cards/officersCardView.ts";
import * as ownCaseCards from "../../src/surface/cards/ownCaseCards.ts";
import * as privateCards from "../../src/surface/cards/privateCards.ts";
import * as questionCards from "../../src/surface/cards/questionCards.ts";
import * as receiptCards from "../../src/surface/cards/receiptCards.ts";
import * as recordCards from "../../src/surface/cards/recordCards.ts";
import * as recordNotices from "../../src/surface/cards/recordNotices.ts";
import * as referralCard from "../../src/surface/cards/referralCard.ts";
import * as refusalCard from "../../src/surface/cards/refusalCard.ts";
import * as reportCards from "../../src/surface/cards/reportCards.ts";
import * as restingText from "../../src/surface/cards/restingText.ts";
import * as rollCards from "../../src/surface/cards/rollCards.ts";
import * as rulesCards from "../../src/surface/cards/rulesCards.ts";
import * as sanctionCards from "../../src/surface/cards/sanctionCards.ts";
import * as sanctionNotices from "../../src/surface/cards/sanctionNotices.ts";
import * as sessionCards from "../../src/surface/cards/sessionCards.ts";
import * as setupCards from "../../src/surface/cards/setupCards.ts";
import * as statisticsCards from "../../src/surface/cards/statisticsCards.ts";
import * as stepLogCard from "../../src/surface/cards/stepLogCard.ts";
import * as timelineCard from "../../src/surface/cards/timelineCard.ts";
import * as timeNotices from "../../src/surface/cards/timeNotices.ts";
import * as whyCard from "../../src/surface/cards/whyCard.ts";
import { cardExcess } from "./neutral.ts";
import { discordFaults, slackFaults } from "./platforms.ts";
import { isForRoom, scenes } from "./scenes/everyScene.ts";
import { everyWords } from "./words.ts";

const rooms = {
  accessCard,
  adviceCard,
  agreementNotices,
  anonymousCards,
  answerPages,
  ballotCards,
  boardCardView,
  challengeCards,
  choiceCards,
  codeCards,
  conflictCard,
  controls,
  countedCards,
  daysCard,
  digestCard,
  doorCards,
  draftCards,
  dueCard,
  evidenceCards,
  evidenceNotices,
  formCards,
  handsCard,
  helpCard,
  homeCard,
  joinCard,
  memberCards,
  minuteCards,
  motionCards,
  motionWhyCard,
  notLiveCard,
  noteCard,
  noticeCard,
  obligationCards,
  officeCards,
  officersCardView,
  ownCaseCards,
  privateCards,
  questionCards,
  receiptCards,
  recordCards,
  recordNotices,
  referralCard,
  refusalCard,
  reportCards,
  restingText,
  rollCards,
  rulesCards,
  sanctionCards,
  sanctionNotices,
  sessionCards,
  setupCards,
  statisticsCards,
  stepLogCard,
  timeNotices,
  timelineCard,
  whyCard,
};

/** What these files offer besides cards: parts of cards. */
const parts = [
  "ANSWERS",
  "spanText",
  "lateBlocks",
  "answerPages",
  "drawAgreementNotice",
  "CONFIRMED",
  "awayBlocks",
  "button",
  "citationOf",
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
  "ownControls",
  "quorumNumbers",
  "referButton",
  "drawEvidenceNotice",
  "itemBlocks",
  "itemControls",
  "priorBlocks",
  "drawSanctionNotice",
  "drawRecordNotice",
  "caseLines",
  "periodName",
  "recipientName",
  "stepText",
  "tableLines",
  "drawTimeNotice",
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

test("every card there is has its situations here", () => {
  expect(readdirSync("src/surface/cards").toSorted()).toEqual(Object.keys(rooms).map((file) => `${file}.ts`));
  const made = Object.values(rooms).flatMap((file) => Object.keys(file));
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
