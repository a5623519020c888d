import type { Advised } from "../../../src/application/acts/weighSanction.ts";
import { adviceCard } from "../../../src/surface/cards/adviceCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, thing, things } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const advisedOf = (words: Words, isAllowed: boolean): Advised => ({
  kind: "advised",
  sanction: thing(words),
  isAllowed,
  advice: [
    {
      kind: "repeat",
      active: things(words, 5),
      instead: thing(words, 1),
      isBinding: !isAllowed,
      clause: clause(words),
    },
    {
      kind: "conditions",
      conditions: [{ severity: [...things(words, 5)] }, { violations_at_least: 2 }, { repeat_severity: thing(words) }],
      isBinding: !isAllowed,
      clause: clause(words),
    },
  ],
});

/** What the rules say against a sanction that somebody is about to choose. */
export const adviceCards: Scenes = {
  "that is only advised against": (speech, words) =>
    adviceCard(advisedOf(words, true), id(), "motion//1", citationOf(words), speech),
  "that cannot be chosen": (speech, words) =>
    adviceCard(advisedOf(words, false), id(), "conclude/upheld/2", citationOf(words), speech),
};
