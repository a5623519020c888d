import { Temporal } from "temporal-polyfill";

import type { DoorAnswer, DoorLogLine } from "../../../src/application/acts/checkDoor.ts";
import { delegatedCard, doorAnswerCard, doorLogCard } from "../../../src/surface/cards/doorCards.ts";
import type { Words } from "../words.ts";
import { DAY, citationOf, clause, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const at = Temporal.Instant.from("2026-03-15T18:03:00Z");
const ZONE = "Europe/Stockholm";

const answerOf = (words: Words, changed: Partial<DoorAnswer> = {}): DoorAnswer => ({
  kind: "door-answer",
  as: "keeper",
  whom: words.name,
  isByName: false,
  event: thing(words),
  answer: "refuse",
  until: DAY,
  clause: clause(words),
  ...changed,
});

const lineOf = (words: Words): DoorLogLine => ({
  at,
  by: words.name,
  about: "A",
  event: thing(words),
  answer: "refuse",
});

/** What is said at the doors of events, and what officers see of it. */
export const doorScenes: Readonly<Record<string, Scenes>> = {
  doorAnswerCard: {
    "may not take part": (speech, words) => doorAnswerCard(answerOf(words), true, citationOf(words), speech),
    "may not take part, with no last day": (speech, words) =>
      doorAnswerCard(answerOf(words, { until: undefined }), false, citationOf(words), speech),
    "may take part, by name": (speech, words) =>
      doorAnswerCard(answerOf(words, { answer: "admit", isByName: true }), true, citationOf(words), speech),
    "may not use a place": (speech, words) =>
      doorAnswerCard(answerOf(words, { of: "place" }), true, citationOf(words), speech),
    "may not use a place, with no last day": (speech, words) =>
      doorAnswerCard(answerOf(words, { of: "place", until: undefined }), true, citationOf(words), speech),
    "may use a place": (speech, words) =>
      doorAnswerCard(answerOf(words, { of: "place", answer: "admit" }), true, citationOf(words), speech),
    "about an application, refused": (speech, words) =>
      doorAnswerCard(answerOf(words, { of: "application" }), true, citationOf(words), speech),
    "about an application, refused for good": (speech, words) =>
      doorAnswerCard(answerOf(words, { of: "application", until: undefined }), true, citationOf(words), speech),
    "about an application, taken": (speech, words) =>
      doorAnswerCard(answerOf(words, { of: "application", answer: "admit" }), true, citationOf(words), speech),
    "an event of which the rules say nothing": (speech, words) =>
      doorAnswerCard(answerOf(words, { answer: "unknown" }), false, citationOf(words), speech),
  },
  delegatedCard: {
    "": (speech, words) =>
      delegatedCard(
        { kind: "delegated", whom: words.name, until: at, clause: clause(words) },
        ZONE,
        citationOf(words),
        speech,
      ),
  },
  doorLogCard: {
    "nobody has asked": (speech) => doorLogCard([], ZONE, speech),
    "as many questions as are shown": (speech, words) =>
      doorLogCard(
        times(20, () => lineOf(words)),
        ZONE,
        speech,
      ),
  },
};
