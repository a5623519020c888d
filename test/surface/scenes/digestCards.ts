import type { NoticeView } from "../../../src/application/notice.ts";
import { drawDigest } from "../../../src/surface/cards/digestCard.ts";
import type { Words } from "../words.ts";
import { noticeOf } from "./noticeCards.ts";
import { clause, DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const reminder = (words: Words, days: number): NoticeView =>
  noticeOf(
    words,
    { kind: "reminder", about: thing(words), deadlineKind: "target", day: DAY, days, clause: clause(words) },
    "person",
  );

const escalation = (words: Words): NoticeView =>
  noticeOf(
    words,
    {
      kind: "escalation",
      what: { kind: "target", about: thing(words) },
      day: DAY,
      days: 7,
      whose: { kind: "people", names: [words.name] },
      before: times(2, () => words.name),
      clause: clause(words),
    },
    "person",
  );

/** Several reminders in one message; no more than five are put into one. */
export const digestCards: Scenes = {
  "of what is late and what is not": (speech, words) =>
    drawDigest([reminder(words, -7), reminder(words, 0), reminder(words, 7), escalation(words)], speech),
  "of what is to be anonymised": (speech, words) =>
    drawDigest(
      times(5, (i) =>
        noticeOf(words, { kind: "anonymising", on: DAY, isLast: i % 2 === 0, clause: clause(words) }, "person"),
      ),
      speech,
    ),
  "as many as there are": (speech, words) =>
    drawDigest(
      times(5, () => escalation(words)),
      speech,
    ),
};
