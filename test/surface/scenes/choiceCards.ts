import type { ChoiceQuestion } from "../../../src/application/acts/choices.ts";
import { choiceCard, choiceConfirmCard } from "../../../src/surface/cards/choiceCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { CODE, DAY, citationOf, clause, thing, things } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const questionOf = (words: Words, changed: Partial<ChoiceQuestion> = {}): ChoiceQuestion => ({
  kind: "choice-question",
  case: id(),
  codeName: CODE,
  outcomes: things(words, words.isPlain ? 2 : 10),
  until: DAY,
  silence: thing(words),
  chosen: undefined,
  isShared: false,
  clause: clause(words),
  ...changed,
});

/** What whoever a case is about is shown before they choose how it goes on. */
export const choiceScenes: Readonly<Record<string, Scenes>> = {
  choiceCard: {
    "": (speech, words) => choiceCard(questionOf(words), citationOf(words), speech),
    "before its time has begun": (speech, words) =>
      choiceCard(questionOf(words, { until: undefined }), citationOf(words), speech),
    "that was made and can still be changed": (speech, words) =>
      choiceCard(questionOf(words, { chosen: thing(words), isShared: true }), citationOf(words), speech),
  },
  choiceConfirmCard: {
    "of one": (speech, words) => choiceConfirmCard(questionOf(words), thing(words), citationOf(words), speech),
    "of several": (speech, words) =>
      choiceConfirmCard(questionOf(words, { isShared: true }), thing(words), citationOf(words), speech),
  },
};
