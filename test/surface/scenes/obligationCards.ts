import { Temporal } from "temporal-polyfill";

import type { ObligationItem } from "../../../src/application/acts/obligations.ts";
import type { ObligationView } from "../../../src/application/message.ts";
import { drawObligation, obligationListCard } from "../../../src/surface/cards/obligationCards.ts";
import { kth } from "../../fakes/kth.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, DAY, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const WHAT = 200;
const sentence = ({ long }: Words) => long.slice(0, WHAT) || "x";

const announced = (words: Words, about: ObligationView["about"], days: number): ObligationView => ({
  id: "executive_terms_of_reference",
  what: sentence(words),
  about,
  dueBy: DAY,
  days,
  done: 3,
  atLeast: 4,
  atMost: 6,
  document: { cite: clause(words), title: words.name, link: "https://example.org/code", code: kth.code },
  clause: clause(words),
});

const itemOf = (words: Words, id: string, isOwn: boolean): ObligationItem => {
  const day = Temporal.PlainDate.from(DAY);
  return {
    standing: {
      id,
      rule: {
        clause: clause(words),
        what: sentence(words),
        owner: { kind: "body", id: "board" },
        at_least: 4,
        at_most: 6,
        per: "academic_year",
      },
      done: 3,
      period: { from: day.subtract({ days: 200 }), to: day },
      lastDone: day,
      dueBy: day,
    },
    isLate: true,
    isOwn,
    last: { on: DAY, by: words.name, note: "" },
  };
};

/** What has to be done again and again. */
export const obligationScenes: Readonly<Record<string, Scenes>> = {
  drawObligation: {
    "ahead of its day": (speech, words) => drawObligation(announced(words, "ahead", 7), speech),
    "on its day": (speech, words) => drawObligation(announced(words, "ahead", 0), speech),
    "when it is late": (speech, words) => drawObligation(announced(words, "late", -8), speech),
    "when it was missed": (speech, words) => drawObligation(announced(words, "missed", -1), speech),
    "when it was done too often": (speech, words) => drawObligation(announced(words, "too-many", 30), speech),
  },
  obligationListCard: {
    nothing: (speech, words) => obligationListCard([], 1, citationOf(words), speech),
    "a great deal, the second page": (speech, words) =>
      obligationListCard(
        times(30, (i) => itemOf(words, `duty_${i}`, true)),
        2,
        citationOf(words),
        speech,
      ),
    "of others": (speech, words) => obligationListCard([itemOf(words, "duty", false)], 1, citationOf(words), speech),
  },
};
