import type { Message } from "../application/message.ts";
import type { Card } from "./card.ts";
import { countedNewsCard } from "./cards/anonymousCards.ts";
import { drawBoardCard } from "./cards/boardCardView.ts";
import { drawDigest } from "./cards/digestCard.ts";
import { drawJoined } from "./cards/memberCards.ts";
import { drawMinute, stageCard } from "./cards/minuteCards.ts";
import { drawMotionCard, drawMotionQuestion, drawMotionReminder } from "./cards/motionCards.ts";
import { drawNotice } from "./cards/noticeCard.ts";
import { drawObligation } from "./cards/obligationCards.ts";
import { drawAppointment } from "./cards/officeCards.ts";
import { drawOfficersCard } from "./cards/officersCardView.ts";
import { publishedCard } from "./cards/publicationCards.ts";
import { questionNewsCard } from "./cards/questionCards.ts";
import type { Citation } from "./cards/refusalCard.ts";
import { drawSessionCard } from "./cards/sessionCards.ts";
import { withNames } from "./ownNames.ts";
import type { Speech } from "./say.ts";

/** Draws what the outbox posts. */
export function drawMessage(message: Message, citation: Citation, language: Speech): Card {
  const speech = citation.names === undefined ? language : withNames(citation.names, language);
  switch (message.kind) {
    case "officers-card":
      return drawOfficersCard(message.card, citation, speech);
    case "board-card":
      return drawBoardCard(message.card, citation, speech);
    case "notice":
      return drawNotice(message.view, speech);
    case "published":
      return publishedCard(message.view, citation, speech);
    case "question":
      return questionNewsCard(message, speech);
    case "counted":
      return countedNewsCard(message.report, speech);
    case "motion-card":
      return drawMotionCard(message.card, citation, speech);
    case "motion-question":
      return drawMotionQuestion(message.card, message.asked, speech);
    case "session-card":
      return drawSessionCard(message.card, citation, speech);
    case "motion-minute":
      return drawMinute(message.card, citation, speech);
    case "motion-stage":
      return stageCard(message.card, message.stage, "stays", speech) ?? drawMinute(message.card, citation, speech);
    case "motion-reminder":
      return drawMotionReminder(message.view, citation, speech);
    case "joined":
      return drawJoined(message.view, speech);
    case "appointment":
      return drawAppointment(message.view, speech);
    case "obligation":
      return drawObligation(message.view, speech);
    case "digest":
      return drawDigest(message.views, speech, message.more);
  }
}
