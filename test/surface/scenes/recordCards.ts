import type { DecisionsView, PrecedentsView } from "../../../src/application/acts/decisions.ts";
import type { OutsideView } from "../../../src/application/acts/outside.ts";
import type { TextView } from "../../../src/application/acts/records.ts";
import type { CasesExport, StatisticsView } from "../../../src/application/acts/statistics.ts";
import type { StepLogView } from "../../../src/application/acts/stepLog.ts";
import { outsideCard, recordsCard, textCard } from "../../../src/surface/cards/recordCards.ts";
import {
  decisionsCard,
  exportCard,
  precedentsCard,
  statisticsCard,
} from "../../../src/surface/cards/statisticsCards.ts";
import { stepLogCard } from "../../../src/surface/cards/stepLogCard.ts";
import type { Speech } from "../../../src/surface/say.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { CODE, DAY, citationOf, clause, maximumOf, thing, things, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const textOf = (words: Words, changed: Partial<TextView> = {}): TextView => ({
  kind: "text-to-approve",
  what: "bundle",
  id: id(),
  case: id(),
  codeName: CODE,
  text: words.long.slice(0, maximumOf("bundle", "text")),
  found: times(5, () => words.name),
  isOwn: false,
  isApproved: false,
  clause: clause(words),
  ...changed,
});

const label = (words: Words) => words.thing.slice(0, 60);

const outsideOf = (words: Words): OutsideView => ({
  kind: "outside",
  case: id(),
  codeName: CODE,
  isClosed: false,
  escalations: [undefined, true, false].map((isTaken) => ({ to: label(words), person: words.name, isTaken })),
  referrals: times(4, () => ({
    referral: id(),
    to: label(words),
    on: DAY,
    ground: thing(words),
    hasBundle: true,
    waitsUntil: DAY,
    text: words.long.slice(0, 1000),
    answer: undefined,
  })),
  owed: [{ outcome: thing(words), to: [label(words), label(words)] }],
  bundle: "waits",
  canEscalate: true,
  canHand: true,
  clause: clause(words),
});

const statisticsOf = (words: Words, changed: Partial<StatisticsView> = {}): StatisticsView => ({
  kind: "statistics",
  organisation: "",
  table: {
    period: "2026",
    minimum: 5,
    total: 40,
    dimensions: ["rule", "outcome"].map((name) => ({
      name,
      cells: things(words, 20).map((value, i) => ({ value, cases: i % 2 === 0 ? undefined : 12 })),
    })),
  },
  isAcademic: true,
  periods: ["2026", "2025", "2024", "2023", "2022"],
  recipients: times(25, (i) => ({ id: `external:${i}`, label: words.thing.slice(0, 80) })),
  given: times(5, () => ({
    what: "statistics" as const,
    to: { id: "external:x", label: label(words) },
    period: "2026",
    by: words.name,
    on: DAY,
  })),
  clause: clause(words),
  ...changed,
});

const exportOf = (words: Words, count: number): CasesExport => ({
  kind: "cases-export",
  cases: times(count, () => ({
    year: "2026",
    academicYear: "2026",
    procedure: thing(words),
    rules: things(words, 3),
    grounds: things(words, 3),
    answers: {},
    stage: thing(words),
    outcome: thing(words),
    sanction: undefined,
    parties: {},
    days: 20,
    steps: [],
    challenges: [],
  })),
  to: [{ id: "external:x", label: label(words) }],
  last: DAY,
  clause: clause(words),
});

const stepsOf = (words: Words): StepLogView => ({
  kind: "step-log",
  case: id(),
  codeName: CODE,
  steps: times(40, (i) => {
    const due = { day: DAY, isKept: i % 2 === 0 };
    return i % 3 === 0
      ? { day: DAY, kind: "task-done" as const, task: thing(words), due }
      : {
          day: DAY,
          kind: "stage-ended" as const,
          stage: thing(words),
          outcome: i % 3 === 1 ? undefined : thing(words, 1),
          clause: clause(words),
          due: i % 2 === 0 ? undefined : due,
        };
  }),
  clause: clause(words),
});

const decisionsOf = (words: Words, count: number): DecisionsView => ({
  kind: "decisions",
  words: words.short,
  lines: times(count, (i) => ({
    number: `D-2026-${i}`,
    day: DAY,
    text: words.long.slice(0, 1500),
    rule: thing(words),
    body: thing(words, 1),
  })),
  clause: clause(words),
});

const precedentsOf = (words: Words, count: number): PrecedentsView => ({
  kind: "precedents",
  words: "",
  found: times(count, () => ({
    text: words.long.slice(0, maximumOf("precedent", "text")),
    rules: things(words, 3),
    stage: thing(words),
    outcome: thing(words, 1),
    sanction: thing(words, 2),
    year: "2026",
  })),
  clause: clause(words),
});

/** The records of cases, what of them is with others outside, and what is known of all of them together. */
export const recordScenes: Readonly<Record<string, Scenes>> = {
  textCard: {
    "waits for a second reader": (speech, words) => textCard(textOf(words), citationOf(words), speech),
    "of whoever wrote it": (speech, words) =>
      textCard(textOf(words, { what: "precedent", isOwn: true, found: [] }), citationOf(words), speech),
    approved: (speech, words) => textCard(textOf(words, { isApproved: true }), citationOf(words), speech),
    "a precedent": (speech, words) => textCard(textOf(words, { what: "precedent" }), citationOf(words), speech),
  },
  recordsCard: Object.fromEntries(
    (["never", "pending", "held", "known", "words-gone"] as const).map((state, i) => [
      state,
      (speech: Speech, words: Words) =>
        recordsCard(
          {
            kind: "records",
            case: id(),
            codeName: CODE,
            state,
            day: DAY,
            held: state === "held" ? words.long.slice(0, maximumOf("hold", "text")) : undefined,
            precedent: (["none", "waits", "approved"] as const)[i % 3] ?? "none",
            canWritePrecedent: true,
            publication: (["none", "can", "written"] as const)[i % 3] ?? "none",
            clause: clause(words),
          },
          citationOf(words),
          speech,
        ),
    ]),
  ),
  outsideCard: {
    "everything at once": (speech, words) => outsideCard(outsideOf(words), citationOf(words), speech),
    nothing: (speech, words) =>
      outsideCard(
        { ...outsideOf(words), escalations: [], referrals: [], owed: [], bundle: "none" },
        citationOf(words),
        speech,
      ),
    answered: (speech, words) => {
      const view = outsideOf(words);
      const answer = { on: DAY, text: words.long.slice(0, 1000) };
      const referrals = view.referrals.map((each) => ({ ...each, answer }));
      const escalations = [{ to: label(words), person: undefined, isTaken: undefined }];
      return outsideCard({ ...view, referrals, escalations, bundle: "approved" }, citationOf(words), speech);
    },
  },
  stepLogCard: {
    "many steps": (speech, words) => stepLogCard(stepsOf(words), 2, citationOf(words), speech),
  },
  statisticsCard: {
    "for those who give them": (speech, words) => statisticsCard(statisticsOf(words), 1, citationOf(words), speech),
    "the next page": (speech, words) => statisticsCard(statisticsOf(words), 2, citationOf(words), speech),
    "for those to whom they are given": (speech, words) =>
      statisticsCard(statisticsOf(words, { recipients: [], given: [] }), 1, citationOf(words), speech),
  },
  exportCard: {
    "to be looked at": (speech, words) => exportCard(exportOf(words, 50), false, citationOf(words), speech),
    "handed out": (speech, words) => exportCard(exportOf(words, 2), true, citationOf(words), speech),
    nothing: (speech, words) =>
      exportCard({ ...exportOf(words, 0), last: undefined }, false, citationOf(words), speech),
  },
  decisionsCard: {
    "more than fit": (speech, words) => decisionsCard(decisionsOf(words, 30), citationOf(words), speech),
    nothing: (speech, words) => decisionsCard(decisionsOf(words, 0), citationOf(words), speech),
  },
  precedentsCard: {
    "more than fit": (speech, words) => precedentsCard(precedentsOf(words, 10), citationOf(words), speech),
  },
};
