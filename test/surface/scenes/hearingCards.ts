import type { HearingRecordView, MyRecord } from "../../../src/application/views/hearingView.ts";
import { myRecordCard } from "../../../src/surface/cards/hearingCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { itemOf } from "./evidenceCards.ts";
import { citationOf, CODE, DAY, maximumOf } from "./scene.ts";
import type { Scenes } from "./scene.ts";

/** The record of a hearing, with as many words as there can be. */
export const recordOf = (words: Words): HearingRecordView => ({
  held: DAY,
  written: DAY,
  text: words.long.slice(0, maximumOf("hearingrecord", "text")),
  files: itemOf(words).files,
  isEarlier: true,
});

const mine = (words: Words): MyRecord => ({
  kind: "my-record",
  case: id(),
  codeName: CODE,
  record: recordOf(words),
  number: 2,
  total: 3,
});

/** What is read of a hearing. */
export const hearingScenes: Readonly<Record<string, Scenes>> = {
  myRecordCard: {
    "": (speech, words) => myRecordCard(mine(words), citationOf(words), speech),
    "of nothing yet": (speech, words) => myRecordCard({ ...mine(words), record: undefined }, citationOf(words), speech),
  },
};
