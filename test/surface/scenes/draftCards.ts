import { draftsCard, recordCard, ownRecordsCard } from "../../../src/surface/cards/draftCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { DAY, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const recordOf = (words: Words) => ({ id: id(), written: `${DAY}T23:59`, text: words.long });
const draftOf = (words: Words) => ({ id: id(), day: DAY, until: DAY, values: { what: words.long } });

/** What somebody typed and did not send, and what they wrote down for themselves. */
export const draftScenes: Readonly<Record<string, Scenes>> = {
  draftsCard: {
    nothing: (speech) => draftsCard({ reports: [], others: 0 }, "what", speech),
    many: (speech, words) => draftsCard({ reports: times(30, () => draftOf(words)), others: 9 }, "what", speech),
  },
  recordCard: {
    new: (speech, words) => recordCard(recordOf(words), true, speech),
    "read again": (speech, words) => recordCard(recordOf(words), false, speech),
  },
  ownRecordsCard: {
    nothing: (speech) => ownRecordsCard([], speech),
    many: (speech, words) =>
      ownRecordsCard(
        times(30, () => recordOf(words)),
        speech,
      ),
  },
};
