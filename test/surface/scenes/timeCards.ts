import type { NoticeView } from "../../../src/application/notice.ts";
import type { DaysView, DayView } from "../../../src/application/views/daysView.ts";
import type { TimeBody } from "../../../src/application/views/timeBody.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { daysCard } from "../../../src/surface/cards/daysCard.ts";
import { caseAt } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, CODE, DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const noticeOf = (words: Words, body: TimeBody, to: NoticeView["to"] = "respondent"): NoticeView => ({
  case: id(),
  notice: id(),
  codeName: CODE,
  to,
  organisation: words.name,
  document: citationOf(words),
  body,
});

const CHOICE = "12.task.authorities_considered";
const KEY = `task:${"s".repeat(40)}:authorities_considered`;

/** What is told of time, to everybody to whom it is told. */
export const timeBodies: {
  readonly [Kind in TimeBody["kind"]]: (words: Words) => Readonly<Record<string, NoticeView>>;
} = {
  extended: (words) => {
    const days = { was: DAY, until: DAY, clause: clause(words) };
    return {
      "of a stage": noticeOf(words, {
        kind: "extended",
        stage: thing(words),
        reasons: words.long.slice(0, 1000),
        vacation: undefined,
        ...days,
      }),
      "of the whole case, because of a vacation": noticeOf(
        words,
        { kind: "extended", stage: undefined, reasons: "", vacation: words.name, ...days },
        "complainant",
      ),
    };
  },
  "takes-longer": (words) =>
    Object.fromEntries(
      [thing(words), undefined].map((stage) => [
        stage === undefined ? "of the whole case" : "of a stage",
        noticeOf(words, {
          kind: "takes-longer",
          stage,
          day: DAY,
          text: words.long.slice(0, 1000),
          clause: clause(words),
        }),
      ]),
    ),
  "vacation-offer": (words) => ({
    "": noticeOf(
      words,
      {
        kind: "vacation-offer",
        choice: CHOICE,
        what: { kind: "task", about: "authorities_considered" },
        day: DAY,
        until: DAY,
        vacation: words.name,
        clause: clause(words),
      },
      "person",
    ),
  }),
  "more-asked": (words) => ({
    "": noticeOf(words, { kind: "more-asked", text: words.long, until: DAY, clause: clause(words) }, "complainant"),
  }),
  lateness: (words) =>
    Object.fromEntries(
      [true, false].map((isTaken) => [
        isTaken ? "taken" : "not taken",
        noticeOf(
          words,
          { kind: "lateness", isTaken, isFinal: true, reasons: words.long.slice(0, 1500), clause: clause(words) },
          "complainant",
        ),
      ]),
    ),
  unanswered: (words) => ({
    "to the officers": noticeOf(words, { kind: "unanswered", until: DAY, clause: clause(words) }, "officers"),
  }),
  "choice-open": (words) => ({
    "with time left": noticeOf(words, choiceOpen(words, true), "respondent"),
    "and over": noticeOf(words, choiceOpen(words, false), "respondent"),
  }),
  "not-answered": (words) =>
    Object.fromEntries(
      (["witness", "agreement", "joining"] as const).map((what) => [
        what,
        noticeOf(words, { kind: "not-answered", what, clause: clause(words) }, "officers"),
      ]),
    ),
  answered: (words) => ({
    "to the officers": noticeOf(words, { kind: "answered", clause: clause(words) }, "officers"),
  }),
};

const choiceOpen = (words: Words, isOpen: boolean) => ({
  kind: "choice-open" as const,
  outcomes: ["resigns", "faces_sanctions", ...times(2, (i) => `${thing(words).slice(0, 30)}_${i}`)],
  until: DAY,
  silence: thing(words),
  isOpen,
  clause: clause(words),
});

const [counted] = deadlinesOf(kth, caseAt("contact"));

const dayOf = (words: Words, changed: Partial<DayView> = {}): DayView => ({
  key: KEY,
  choice: CHOICE,
  kind: "target",
  about: thing(words),
  day: DAY,
  isLate: false,
  count: counted?.count,
  clause: clause(words),
  canExtend: true,
  offer: { vacation: words.name, until: DAY },
  isToBeTold: true,
  ...changed,
});

const viewOf = (words: Words, changed: Partial<DaysView> = {}): DaysView => ({
  kind: "days",
  case: id(),
  codeName: CODE,
  days: [dayOf(words)],
  steps: [],
  waitsUntil: undefined,
  handlers: [{ person: id(), name: words.name }],
  caller: id(),
  ...changed,
});

const stepOf = (words: Words) => ({ step: id(), owner: words.name, day: DAY, isLate: true, text: words.long });

/** A case in which seven things are due. */
export const daysOf = (words: Words): DaysView => {
  const caller = id();
  const days = times(7, (i) =>
    dayOf(words, { key: `target:stage_${i}`, choice: `${i}.target`, about: thing(words, i) }),
  );
  return viewOf(words, {
    days,
    handlers: times(20, (i) => ({ person: i === 0 ? caller : id(), name: words.name })),
    caller,
  });
};

export const daysCards: Scenes = {
  "with nothing due": (speech, words) => daysCard(viewOf(words, { days: [] }), kth, citationOf(words), speech),
  "for somebody who may give more time and does not handle the case": (speech, words) =>
    daysCard(viewOf(words, { handlers: [] }), kth, citationOf(words), speech),
  "with as much as there can be": (speech, words) =>
    daysCard(
      viewOf(words, {
        days: times(7, (i) =>
          dayOf(words, { choice: `${i}.target`, kind: i === 0 ? "limit" : "target", isLate: i % 2 === 0 }),
        ),
        steps: times(9, () => stepOf(words)),
        waitsUntil: DAY,
      }),
      kth,
      citationOf(words),
      speech,
    ),
};
