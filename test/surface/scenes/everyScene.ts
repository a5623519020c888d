import { adviceCards } from "./adviceCards.ts";
import { anonymousScenes } from "./anonymousCards.ts";
import { apartScenes } from "./apartCards.ts";
import { challengeScenes } from "./challengeCards.ts";
import { choiceScenes } from "./choiceCards.ts";
import { codeScenes } from "./codeCards.ts";
import { digestCards } from "./digestCards.ts";
import { doorScenes } from "./doorCards.ts";
import { draftScenes } from "./draftCards.ts";
import { dueCards } from "./dueCards.ts";
import { evidenceScenes } from "./evidenceCards.ts";
import { handCards } from "./handCards.ts";
import { hearingScenes } from "./hearingCards.ts";
import { joinCards } from "./joinCards.ts";
import { memberScenes } from "./memberCards.ts";
import { motionScenes } from "./motionCards.ts";
import { notices } from "./noticeCards.ts";
import { obligationScenes } from "./obligationCards.ts";
import { officeScenes } from "./officeCards.ts";
import { ownCaseScenes } from "./ownCaseCards.ts";
import { privateScenes } from "./privateCards.ts";
import { publicationScenes } from "./publicationCards.ts";
import { questionScenes } from "./questionCards.ts";
import { recordScenes } from "./recordCards.ts";
import { refusalCards } from "./refusalCards.ts";
import { rollScenes } from "./rollCards.ts";
import { boardCards, conflictCards, officersCards, referralCards, successionCards } from "./roomCards.ts";
import { differenceCards, rulesCards } from "./rulesCards.ts";
import { sanctionScenes } from "./sanctionCards.ts";
import type { Scenes } from "./scene.ts";
import { sessionScenes } from "./sessionCards.ts";
import { setupScenes } from "./setupCards.ts";
import { daysCards } from "./timeCards.ts";
import { whyCards } from "./whyCards.ts";

/** Every function that makes a card, with every situation it is drawn in. */
export const scenes: Readonly<Record<string, Scenes>> = {
  drawOfficersCard: officersCards,
  drawBoardCard: boardCards,
  conflictCard: conflictCards,
  joinCard: joinCards,
  successionCard: successionCards,
  referralCard: referralCards,
  adviceCard: adviceCards,
  drawNotice: notices,
  refusalCard: refusalCards,
  rulesCard: rulesCards,
  differenceCard: differenceCards,
  whyCard: whyCards,
  dueCard: dueCards,
  drawDigest: digestCards,
  ...privateScenes,
  ...ownCaseScenes,
  ...choiceScenes,
  ...challengeScenes,
  ...evidenceScenes,
  ...hearingScenes,
  ...apartScenes,
  ...codeScenes,
  ...setupScenes,
  ...doorScenes,
  ...recordScenes,
  ...publicationScenes,
  ...sanctionScenes,
  ...obligationScenes,
  ...memberScenes,
  ...rollScenes,
  ...officeScenes,
  ...anonymousScenes,
  ...draftScenes,
  ...questionScenes,
  daysCard: daysCards,
  handsCard: handCards,
  ...motionScenes,
  ...sessionScenes,
};

/** Whether a card is posted in a room, where it calls everybody. */
export const isForRoom = (card: string, situation: string): boolean =>
  card === "drawOfficersCard" ||
  card === "drawBoardCard" ||
  card === "drawMotionCard" ||
  card === "drawMinute" ||
  card === "drawSessionCard" ||
  (card === "drawNotice" && /to the officers|undelivered|reminder/.test(situation));
