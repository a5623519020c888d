import { endQuestionCard } from "../../../src/surface/cards/ownCaseCards.ts";
import { id } from "../words.ts";
import { CODE, citationOf, clause } from "./scene.ts";
import type { Scenes } from "./scene.ts";

export const ownCaseScenes: Readonly<Record<string, Scenes>> = {
  endQuestionCard: {
    "before a case is ended": (speech, words) =>
      endQuestionCard(
        { kind: "end-question", case: id(), codeName: CODE, clause: clause(words) },
        citationOf(words),
        speech,
      ),
  },
};
