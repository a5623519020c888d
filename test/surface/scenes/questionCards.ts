import type { AskWay, QuestionLine, QuestionView } from "../../../src/application/acts/questions.ts";
import { askCard, registerQuestionCard, questionNewsCard } from "../../../src/surface/cards/questionCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, CODE, DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const wayOf = (words: Words, isChosen: boolean): AskWay => ({
  register: thing(words, isChosen ? 0 : 1),
  what: words.short,
  isChosen,
  people: times(30, () => ({ person: id(), name: words.name })),
  within: { amount: 5, unit: "working-days" },
  clause: clause(words),
});

const lineOf = (words: Words, stands: "asker" | "asked", isWaiting: boolean): QuestionLine => ({
  id: id(),
  codeName: CODE,
  register: thing(words),
  stands,
  asked: DAY,
  isWaiting,
  answerBy: isWaiting ? DAY : undefined,
  clause: clause(words),
});

const questionOf = (words: Words, stands: "asker" | "asked", proposal: QuestionView["proposal"]): QuestionView => ({
  kind: "question",
  ...lineOf(words, stands, true),
  askerName: words.name,
  to: times(30, () => words.name),
  written: times(12, (i) => ({ isAsker: i % 2 === 0, name: words.name, at: `${DAY}T23:59`, text: words.long })),
  proposal,
});

/** Asking in confidence, without a report. */
export const questionScenes: Readonly<Record<string, Scenes>> = {
  askCard: {
    "where nobody can be asked": (speech, words) => askCard({ ways: [], questions: [] }, citationOf(words), speech),
    "with every way and many questions": (speech, words) =>
      askCard(
        {
          ways: [wayOf(words, true), wayOf(words, false)],
          questions: times(40, (i) => lineOf(words, i % 2 === 0 ? "asker" : "asked", i % 3 === 0)),
        },
        citationOf(words),
        speech,
      ),
  },
  registerQuestionCard: {
    "to the asker": (speech, words) =>
      registerQuestionCard(questionOf(words, "asker", "none"), citationOf(words), speech),
    "to the asker, with a proposal": (speech, words) =>
      registerQuestionCard(questionOf(words, "asker", "open"), citationOf(words), speech),
    "to somebody who was asked": (speech, words) =>
      registerQuestionCard(questionOf(words, "asked", "none"), citationOf(words), speech),
  },
  questionNewsCard: Object.fromEntries(
    (["asked", "answered", "proposed", "reminder"] as const).map((what) => [
      what,
      (speech) => questionNewsCard({ kind: "question", question: id(), what }, speech),
    ]),
  ),
};
