import type { RollPreview } from "../../../src/application/acts/importRoll.ts";
import { rollCard, rollEnteredCard } from "../../../src/surface/cards/rollCards.ts";
import type { Words } from "../words.ts";
import { thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const faults = [
  "no-name",
  "long-name",
  "no-account",
  "not-discord",
  "not-slack",
  "twice",
  "broken",
  "two-people",
] as const;

const previewOf = (words: Words, changed: Partial<RollPreview> = {}): RollPreview => ({
  kind: "roll",
  class: thing(words),
  entered: 60,
  fresh: 12,
  already: 3,
  names: times(10, () => words.name.slice(0, 75)),
  faults: [],
  ...changed,
});

/** How a list of members is understood. */
export const rollScenes: Readonly<Record<string, Scenes>> = {
  rollCard: {
    "with everything wrong that can be": (speech, words) =>
      rollCard(
        previewOf(words, { faults: times(60, (i) => ({ line: i + 1, fault: faults[i % 8] ?? "broken" })) }),
        speech,
      ),
    "with nothing to enter": (speech, words) =>
      rollCard(previewOf(words, { entered: 0, fresh: 0, already: 0, names: [] }), speech),
  },
  rollEnteredCard: { "": (speech, words) => rollEnteredCard(previewOf(words), speech) },
};
