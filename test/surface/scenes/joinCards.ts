import type { JoinView } from "../../../src/application/acts/together.ts";
import { joinCard } from "../../../src/surface/cards/joinCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, CODE } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const asked = (words: Words, changed: Partial<JoinView> = {}): JoinView => ({
  kind: "join",
  case: id(),
  codeName: undefined,
  author: words.name,
  spokesperson: { name: words.name, isOneself: false },
  isIn: false,
  hasDeclined: false,
  clause: clause(words),
  ...changed,
});

/** To somebody who was named as reporting something together with others. */
export const joinCards: Scenes = {
  "who has not answered": (speech, words) => joinCard(asked(words), citationOf(words), speech),
  "who is named to speak for all": (speech, words) =>
    joinCard(asked(words, { spokesperson: { name: words.name, isOneself: true } }), citationOf(words), speech),
  "where nobody speaks for all": (speech, words) =>
    joinCard(asked(words, { spokesperson: undefined }), citationOf(words), speech),
  "who is in": (speech, words) => joinCard(asked(words, { isIn: true, codeName: CODE }), citationOf(words), speech),
  "who is not": (speech, words) => joinCard(asked(words, { hasDeclined: true }), citationOf(words), speech),
};
