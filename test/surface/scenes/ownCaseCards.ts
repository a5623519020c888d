import type { HelpView } from "../../../src/application/views/helpView.ts";
import { helpCard } from "../../../src/surface/cards/helpCard.ts";
import { endQuestionCard } from "../../../src/surface/cards/ownCaseCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { CODE, citationOf, clause, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

/** Where to get help, from as many as there may be. */
export const helpOf = (words: Words): HelpView => ({
  contacts: times(words.isPlain ? 3 : 12, (i) => ({
    label: words.name,
    phone: i === 0 ? undefined : "555 0142",
    link: i === 1 ? undefined : `https://example.org/${i}`,
  })),
  police: "never_by_us",
  clause: clause(words),
});

export const ownCaseScenes: Readonly<Record<string, Scenes>> = {
  helpCard: { "": (speech, words) => helpCard(helpOf(words), id(), citationOf(words), speech) },
  endQuestionCard: {
    "before a case is ended": (speech, words) =>
      endQuestionCard(
        { kind: "end-question", case: id(), codeName: CODE, clause: clause(words) },
        citationOf(words),
        speech,
      ),
  },
};
