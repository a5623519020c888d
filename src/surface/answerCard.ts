import type { Card } from "./card.ts";
import { continueCard, errorsCard } from "./cards/formCards.ts";
import { unsentCard } from "./cards/unsentCard.ts";
import type { Answer } from "./delivery.ts";
import type { Speech } from "./say.ts";

/** What is shown for an answer where no form can open: for a form, a button to it. */
export function answerCard(answer: Answer, speech: Speech): Card | undefined {
  switch (answer.kind) {
    case "note":
    case "aside":
    case "instead":
    case "home":
    case "file":
      return answer.card;
    case "form":
      return continueCard(answer, speech);
    case "errors":
      return errorsCard(answer, speech);
    case "unsent":
      return unsentCard(answer, speech);
    case "suggestions":
    case "silence":
      return undefined;
  }
}
