import type { DueItem } from "../../../src/application/acts/whatIsDue.ts";
import { dueCard } from "../../../src/surface/cards/dueCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { CODE, DAY, citationOf, clause, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const whats = (words: Words): readonly DueItem["what"][] => [
  ...(["task", "target", "limit", "step", "lapse", "meeting", "appeal"] as const).map((kind) => ({
    kind,
    about: thing(words),
    day: DAY,
    isLate: false,
    clause: clause(words),
  })),
  { kind: "challenge", task: "lateness", since: DAY, clause: clause(words) },
  { kind: "ballot", clause: clause(words) },
  { kind: "duty", about: thing(words), exportTo: undefined, day: DAY, isLate: false, clause: clause(words) },
  {
    kind: "duty",
    about: "",
    exportTo: times(3, () => ({ id: "external:x", label: thing(words) })),
    day: DAY,
    isLate: true,
    clause: clause(words),
  },
  { kind: "open", about: thing(words), since: DAY, clause: clause(words) },
];

const itemsOf = (words: Words, count: number): readonly DueItem[] =>
  (["late", "soon", "later", "no-date"] as const).flatMap((urgency) =>
    (["you", "officers", "board"] as const).flatMap((whose) =>
      whats(words).flatMap((what) => times(count, () => ({ case: id(), codeName: CODE, whose, urgency, what }))),
    ),
  );

/** What is due to somebody. */
export const dueCards: Scenes = {
  nothing: (speech, words) => dueCard([], 1, citationOf(words), speech),
  "one of each": (speech, words) => dueCard(itemsOf(words, 1), 1, citationOf(words), speech),
  "a great deal, in the middle": (speech, words) => dueCard(itemsOf(words, 5), 3, citationOf(words), speech),
};
