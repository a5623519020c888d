import type { ApartView, SideView, WordsView } from "../../../src/application/views/apartView.ts";
import { apartCard } from "../../../src/surface/cards/apartCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, CODE, DAY, maximumOf, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const side: SideView = { party: id(), role: "respondent", pseudonym: "B" };

/** As many words on their way as there can be, in words that were not wanted. */
const wordsOf = (words: Words, changed: Partial<WordsView> = {}): WordsView => ({
  words: id(),
  from: { ...side, name: words.name },
  on: DAY,
  isAnswer: false,
  text: words.long.slice(0, maximumOf("across", "text")),
  wording: { text: words.long.slice(0, maximumOf("passon", "text")), isAgreed: false },
  passed: times(30, (i) => ({ ...side, on: DAY, isUnanswered: i % 2 === 0 })),
  held: undefined,
  isClosed: false,
  canPass: true,
  canHold: true,
  canClose: true,
  ...changed,
});

const viewOf = (words: Words, changed: Partial<ApartView> = {}): ApartView => ({
  kind: "apart",
  case: id(),
  codeName: CODE,
  state: {
    since: DAY,
    by: words.name,
    reasons: words.long.slice(0, maximumOf("keepapart", "text")),
    told: times(30, (i) => ({ ...side, on: i % 2 === 0 ? DAY : undefined })),
  },
  isOffered: false,
  canKeep: true,
  canEnd: true,
  canEnter: true,
  words: wordsOf(words),
  number: 2,
  total: 9,
  clause: clause(words),
  ...changed,
});

/** Both sides that are kept apart, in every situation. */
export const apartScenes: Readonly<Record<string, Scenes>> = {
  apartCard: {
    "kept apart, with a question": (speech, words) => apartCard(viewOf(words), citationOf(words), speech),
    offered: (speech, words) =>
      apartCard(viewOf(words, { state: undefined, isOffered: true, words: undefined }), citationOf(words), speech),
    "held back": (speech, words) => {
      const held = words.long.slice(0, maximumOf("holdback", "text"));
      return apartCard(viewOf(words, { words: wordsOf(words, { held, isAnswer: true }) }), citationOf(words), speech);
    },
    "no answer": (speech, words) =>
      apartCard(
        viewOf(words, { state: undefined, words: wordsOf(words, { text: undefined }) }),
        citationOf(words),
        speech,
      ),
    "nobody waits any more": (speech, words) => {
      const wording = { text: words.long.slice(0, maximumOf("passon", "text")), isAgreed: true };
      return apartCard(
        viewOf(words, { words: wordsOf(words, { wording, isClosed: true }) }),
        citationOf(words),
        speech,
      );
    },
    "before whoever said it": (speech, words) => {
      const wording = { text: words.long.slice(0, maximumOf("passon", "text")), isAgreed: undefined };
      return apartCard(viewOf(words, { words: wordsOf(words, { wording, passed: [] }) }), citationOf(words), speech);
    },
  },
};
